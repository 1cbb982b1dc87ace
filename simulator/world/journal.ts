/** The journal: every call and every effect of a world, in order. */
import type { JournalEntry, World } from './world.ts'

/** A world left running for days must not fill the memory: past this many entries the oldest tenth is dropped. */
const longest = 100_000

/** Appends one entry, stamping sequence (which never repeats, also after old entries were dropped) and world time. */
export function journal(world: World, entry: Omit<JournalEntry, 'sequence' | 'at'>): void {
  if (world.journal.length >= longest) world.journal.splice(0, longest / 10)
  world.journal.push({ sequence: nextSequence(world), at: world.now, ...entry })
}

/** The number of the next entry, from 1 on. */
export function nextSequence(world: World): number {
  return (world.journal.at(-1)?.sequence ?? 0) + 1
}
