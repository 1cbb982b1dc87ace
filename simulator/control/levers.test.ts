import { expect, test } from 'vitest'
import { createSimulator } from '../simulator.ts'
import { simulatedFetch } from '../adapters/sdk-handler.ts'
import { ControlError } from './control.ts'

const start = Date.UTC(2026, 10, 20, 6)

function stage() {
  const simulator = createSimulator({ realNow: () => start })
  const { accessKeyId: key, world } = simulator.control.load({ scenario: 'migration' })
  return { ...simulator, key, id: world }
}

test('servers and instances stop and start again', () => {
  const { control, key } = stage()
  control.act({ key, kind: 'stop-server', subject: 'portal' })
  expect(control.world({ key }).internet.servers.portal?.stopped).toBe(true)
  control.act({ key, kind: 'start-server', subject: 'portal' })
  const { regions } = control.world({ key })
  const [instance] = Object.values(regions['ap-northeast-2']?.ec2.instances ?? {})
  const subject = instance?.instanceId ?? ''
  control.act({ key, kind: 'stop-instance', subject })
  const after = control.world({ key })
  expect(after.internet.servers.portal?.stopped).toBe(false)
  expect(after.regions['ap-northeast-2']?.ec2.instances[subject]?.state).toBe('stopped')
  expect(control.journal({ key }).map(({ name, subject: of }) => [name, of])).toEqual([
    ['server-stopped', 'portal'],
    ['server-started', 'portal'],
    ['instance-stopped', subject],
  ])
})

test('a pool hangs up, over HTTP too', async () => {
  const { control, key, id, handle } = stage()
  expect(control.world({ key }).internet.visitors['www-partners']?.held).toBeDefined()
  const before = control.world({ key }).internet.visitors['www-partners']?.held?.['203.0.113.10']
  control.advance({ key, duration: 'PT1H' })
  const response = await simulatedFetch(handle)('http://127.0.0.1:4566/_sim/act', {
    method: 'POST',
    body: JSON.stringify({ key: id, kind: 'hang-up', subject: 'www-partners' }),
  })
  expect([response.status, await response.json()]).toEqual([200, {}])
  const after = control.world({ key }).internet.visitors['www-partners']?.held?.['203.0.113.10']
  expect(after).toBe(start + 3_600_000)
  expect(after).not.toBe(before)
})

test.each([
  ['explode', 'portal', 'There is no "explode"; there are hang-up, '],
  ['stop-server', 'nobody', 'There is no "nobody"; there are shop-1, '],
  ['stop-instance', 'i-0', 'There is no instance "i-0"'],
  ['constructor', 'x', 'There is no "constructor"'],
])('refuses %s of %s', (kind, subject, words) => {
  const { control, key } = stage()
  expect(() => control.act({ key, kind, subject })).toThrow(ControlError)
  expect(() => control.act({ key, kind, subject })).toThrow(words)
})
