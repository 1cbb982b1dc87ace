import { expect, it } from 'vitest'
import { createWorld } from './create.ts'
import { journal } from './journal.ts'

it('keeps the latest entries in order and never reuses a number', () => {
  const world = createWorld({ id: 'w', scenario: 'empty', seed: 1, now: 0 })
  for (let count = 0; count < 100_001; count += 1) journal(world, { type: 'effect', name: 'x', region: 'r' })
  expect(world.journal).toHaveLength(90_001)
  expect(world.journal[0]?.sequence).toBe(10_001)
  expect(world.journal.at(-1)?.sequence).toBe(100_001)
})
