/** Registry: which function runs for which kind of event. One line per group of handlers. */
import type { EventHandler } from './advance.ts'

export const handlers: Record<string, EventHandler> = {}
