/** Seeded randomness (mulberry32): the whole world must replay alike from one seed, so Math.random is never used. */

/** Next pseudo-random number in [0, 1); advances `holder.randomState`. */
export function nextRandom(holder: { randomState: number }): number {
  holder.randomState = (holder.randomState + 0x6d2b79f5) | 0
  return mix(holder.randomState)
}

/** Stateless noise in [0, 1) for a text key: the same key always gives the same number. */
export function noise(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  }
  return mix(hash)
}

function mix(state: number): number {
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}
