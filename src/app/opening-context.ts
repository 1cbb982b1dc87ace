/** What main.tsx opened, for the parts of the shell. */
import { createContext, use } from 'react'
import type { Opening } from './opening.ts'

export const OpeningContext = createContext<Opening | undefined>(undefined)

export function useOpening(): Opening {
  const opening = use(OpeningContext)
  if (!opening) throw new Error('useOpening needs an OpeningContext around it')
  return opening
}
