/** The journal: every call and every effect of a world, in order. */
import type { JournalEntry, World } from './world.ts'

/** Appends one entry, stamping sequence and world time. */
export function journal(world: World, entry: Omit<JournalEntry, 'sequence' | 'at'>): void {
  world.journal.push({ sequence: world.journal.length + 1, at: world.now, ...entry })
}
