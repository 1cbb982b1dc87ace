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

const minute = 60_000

test('a service is spoilt and mended, more than once', () => {
  const { control, key } = stage()
  const act = (kind: string): void => control.act({ key, kind, subject: 'edge/shop' })
  const before = control.world({ key })
  act('fail-health-checks')
  control.advance({ key, duration: 'PT1M' })
  const targets = (): string[] => {
    const { elb } = control.world({ key }).regions['ap-northeast-2'] ?? {}
    const group = Object.values(elb?.targetGroups ?? {}).find(({ name }) => name === 'shop')
    return Object.values(group?.targets ?? {}).map(({ state }) => state)
  }
  // ECS replaces the tasks that fail.
  expect(targets()).toContain('draining')
  expect(targets()).not.toContain('healthy')
  act('fail-under-load')
  const image = Object.keys(before.images).find((name) => name.includes('edge/shop')) ?? ''
  // The second replaces the first.
  expect(control.world({ key }).images[image]).toEqual({ ...before.images[image], breaksAboveRps: 0.1 })
  act('mend')
  act('mend')
  control.advance({ key, duration: 'PT15M' })
  expect(targets().filter((state) => state !== 'draining')).toEqual(['healthy', 'healthy'])
  expect(control.world({ key }).images).toEqual(before.images)
  expect(control.world({ key }).spoiltImages).toEqual({})
})

test('a colleague edits whatever a hostname has', () => {
  const { control, key } = stage()
  const recordsOf = (name: string) => {
    const zones = Object.values(control.world({ key }).dns.hostedZones).filter(
      ({ privateZone }) => !privateZone,
    )
    return zones.flatMap(({ records }) => records.filter(({ Name }) => Name === name))
  }
  const act = (subject: string): void => control.act({ key, kind: 'edit-records', subject })
  act('www.example.com')
  expect(recordsOf('www.example.com.')).toMatchObject([{ TTL: 3660 }])
  act('api.example.com.')
  expect(recordsOf('api.example.com.')).toMatchObject([{ AliasTarget: { EvaluateTargetHealth: true } }])
  act('search.example.com')
  expect(recordsOf('search.example.com.').map(({ Weight }) => Weight)).toEqual(
    expect.arrayContaining([71, 30]),
  )
  act('docs.example.com')
  expect(recordsOf('docs.example.com.')).toMatchObject([{ Type: 'A', TTL: 300 }])
  expect(() => act('www.example.net')).toThrow('No hosted zone could hold')
})

test('a zone is busy for two minutes, and slow until it is quick again', () => {
  const { control, key } = stage()
  const act = (kind: string): void => control.act({ key, kind, subject: 'www.example.com' })
  const zone = () =>
    Object.values(control.world({ key }).dns.hostedZones).find(({ privateZone }) => !privateZone)
  act('occupy-zone')
  expect(zone()?.busyUntil).toBe(start + 2 * minute)
  act('slow-changes')
  act('edit-records')
  expect(zone()?.propagating.map(({ insyncAt }) => insyncAt)).toEqual([start + 15 * minute])
  act('quick-changes')
  control.advance({ key, duration: 'PT15M' })
  act('edit-records')
  expect((zone()?.propagating[0]?.insyncAt ?? 0) - start).toBeLessThan(16 * minute)
  expect(() => control.act({ key, kind: 'mend', subject: 'edge/nobody' })).toThrow('There is no service')
})
