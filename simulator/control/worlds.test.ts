import { expect, test } from 'vitest'
import { createWorld } from '../world/create.ts'
import type { World } from '../world/world.ts'
import { Worlds } from './worlds.ts'

const now = Date.UTC(2026, 0, 1)

function signIn(world: World, accessKeyId: string): void {
  world.identity.credentials[accessKeyId] = {
    accessKeyId,
    secretAccessKey: 'any',
    sessionToken: 'any',
    roleArn: 'arn:aws:iam::123456789012:role/viewer',
    roleName: 'viewer',
    sessionName: 'test',
    verified: true,
  }
}

test('a saved world that is loaded again takes the place of the former, also for keys that both issue', () => {
  const worlds = new Worlds()
  const saved = createWorld({ id: 'w1', scenario: 'empty', seed: 1, now })
  const first = structuredClone(saved)
  worlds.add(first)
  signIn(first, 'ASIAONE')
  expect(worlds.ofAccessKey('ASIAONE')?.world).toBe(first)
  const second = structuredClone(saved)
  worlds.add(second)
  expect(worlds.ofAccessKey('ASIAONE')).toBeUndefined()
  // The same chance gives the same key.
  signIn(second, 'ASIAONE')
  expect(worlds.ofAccessKey('ASIAONE')?.world).toBe(second)
})

test('a world that is loaded again is the newest one, also beside others that issue the same key', () => {
  const worlds = new Worlds()
  const saved = createWorld({ id: 'w1', scenario: 'empty', seed: 1, now })
  const other = createWorld({ id: 'w2', scenario: 'empty', seed: 1, now })
  const again = structuredClone(saved)
  for (const world of [saved, other, again]) worlds.add(world)
  for (const world of [other, again]) signIn(world, 'ASIATWO')
  expect(worlds.ofAccessKey('ASIATWO')?.world).toBe(again)
})
