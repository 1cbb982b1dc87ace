/** The reader's preferences, followed. */
import { useSyncExternalStore } from 'react'
import { type Preferences, preferences } from './preferences.ts'

export function usePreferences(): Preferences {
  return useSyncExternalStore(preferences.subscribe, preferences.get)
}
