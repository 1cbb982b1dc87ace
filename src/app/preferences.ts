/** How a reader likes the console: kept in this browser, nothing secret. */
import { applyDensity, applyMode, Density, Mode } from '@cloudscape-design/global-styles'
import type { Locale } from '../i18n/text.ts'
import { Store } from '../lib/store.ts'
import type { TimeZone } from '../ui/time-context.ts'

export interface Preferences {
  locale: Locale
  theme: 'system' | 'light' | 'dark'
  density: 'comfortable' | 'compact'
  timeZone: TimeZone
  /** Keys without a modifier, such as `r`, do something. */
  singleKeys: boolean
  navigationOpen: boolean
  /** Region last looked at. */
  region?: string
}

const key = 'tidegate.preferences'

const choices: { [K in keyof Preferences]?: readonly Preferences[K][] } = {
  locale: ['en', 'ko'],
  theme: ['system', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  timeZone: ['local', 'utc'],
  singleKeys: [true, false],
  navigationOpen: [true, false],
}

/** Reads what was kept; anything unreadable falls back to its default. `languages` as navigator.languages. */
export function parsePreferences(text: string | null, languages: readonly string[]): Preferences {
  const defaults: Preferences = {
    locale: languages[0]?.startsWith('ko') ? 'ko' : 'en',
    theme: 'system',
    density: 'comfortable',
    timeZone: 'local',
    singleKeys: true,
    navigationOpen: true,
  }
  const kept = parseObject(text)
  const good = Object.entries(kept).filter(([name, value]) => {
    const allowed: readonly unknown[] | undefined = choices[name as keyof Preferences]
    return allowed ? allowed.includes(value) : name === 'region' && typeof value === 'string'
  })
  return { ...defaults, ...Object.fromEntries(good) }
}

function parseObject(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

export const preferences = new Store<Preferences>(parsePreferences(readKept(), browserLanguages()))

/** Changes some of them, at once and for the next visit. */
export function setPreferences(change: Partial<Preferences>): void {
  const next = { ...preferences.get(), ...change }
  preferences.set(next)
  applyPreferences()
  try {
    localStorage.setItem(key, JSON.stringify(next))
  } catch {
    // Storage is full or refused: they hold for this visit.
  }
}

/** Puts theme, density and language on the document. Called before the first paint, so that nothing flashes. */
export function applyPreferences(): void {
  const { theme, density, locale } = preferences.get()
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  applyMode(dark ? Mode.Dark : Mode.Light)
  applyDensity(density === 'compact' ? Density.Compact : Density.Comfortable)
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
  document.documentElement.lang = locale
}

/** Follows the system's theme while the page is open. */
export function followSystemTheme(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', applyPreferences)
}

function readKept(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function browserLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages
}
