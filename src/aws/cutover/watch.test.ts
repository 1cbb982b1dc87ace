/** Guards, evidence and verification against the simulated account `migration`: real metrics, resolvers and name servers. */
import { describe, expect, it } from 'vitest'
import { SdkHandler, simulatedFetch } from '../../../simulator/adapters/sdk-handler.ts'
import { createSimulator } from '../../../simulator/simulator.ts'
import type { GuardId } from '../../core/cutover/guards/guard.ts'
import type { LegacyTarget } from '../../core/cutover/hold/legacy-target.ts'
import { legacyInUse } from '../../core/cutover/hold/legacy-traffic.ts'
import { defaultParams } from '../../core/cutover/params.ts'
import { makePlan, type Plan } from '../../core/cutover/plan.ts'
import { canonicalName } from '../../core/dns/name.ts'
import { answersOf } from '../../core/dns/resolver-answer.ts'
import { now as realNow } from '../../lib/clock.ts'
import { createAws, createLimiter } from '../client.ts'
import type { Aws } from '../context.ts'
import { changeRecordSets } from '../dns/changes.ts'
import { readRecordSets } from '../dns/record-sets.ts'
import type { DohPorts } from '../dns/resolvers.ts'
import { listZonesFor } from '../dns/zones.ts'
import { getService } from '../ecs/services.ts'
import { getLoadBalancer } from '../elb/load-balancers.ts'
import { getTargetGroup } from '../elb/target-groups.ts'
import { readLegacyPast } from './evidence.ts'
import { askNameServers, askResolvers, resolveSides } from './verify.ts'
import { readWatchSubject } from './watch-subject.ts'
import { freshWatch, watch, type WatchMemory, type WatchMoment, type WatchSubject } from './watch.ts'

const hour = 3_600_000

interface Stage {
  aws: Aws
  doh: DohPorts
  now: () => number
  /** Lets minutes of world time pass. */
  pass: (minutes: number) => void
  instanceOf: (name: string) => string
  hangUp: (pool: string) => void
  fail: (service: string) => void
  mend: () => void
  deny: (service: string) => void
}

function stage(): Stage {
  const simulator = createSimulator({ scenario: 'migration', clock: 'manual' })
  const { accessKeyId: key, secretAccessKey, sessionToken, config } = simulator.control.load()
  const fetchDns = simulatedFetch(simulator.handle)
  return {
    aws: createAws({
      account: config.account,
      region: 'ap-northeast-2',
      role: 'test',
      endpoint: config.endpoint,
      credentials: () => Promise.resolve({ accessKeyId: key, secretAccessKey, sessionToken }),
      requestHandler: new SdkHandler((request) => simulator.handle(request)),
      limiter: createLimiter(realNow, 1),
      ports: {
        renew: () => Promise.resolve(),
        onSignedOut: () => undefined,
        online: () => true,
        reachesOwnOrigin: () => Promise.resolve(true),
        random: () => 0,
        sleep: () => Promise.resolve(),
        now: realNow,
      },
    }),
    doh: { fetch: (url, init) => fetchDns(url, init), resolvers: config.resolvers },
    now: () => simulator.control.world({ key }).now,
    pass: (minutes) => {
      simulator.control.advance({ key, duration: `PT${minutes}M` })
    },
    instanceOf: (name) => {
      const { instances } = simulator.control.world({ key }).regions['ap-northeast-2']?.ec2 ?? {}
      return Object.values(instances ?? {}).find(({ tags }) => tags.Name === name)?.instanceId ?? ''
    },
    hangUp: (pool) => simulator.control.act({ key, kind: 'hang-up', subject: pool }),
    fail: (service) => {
      simulator.control.fault({ key, kind: 'server-error', match: { service } })
    },
    mend: () => simulator.control.clear({ key }),
    deny: (service) => {
      simulator.control.fault({ key, kind: 'deny', match: { service } })
    },
  }
}

async function subjectOf(
  aws: Aws,
  service: string,
  balancer: string,
  change: Partial<WatchSubject> = {},
): Promise<WatchSubject> {
  const { deployments } = await getService(aws, 'edge', service)
  return {
    cluster: 'edge',
    service,
    loadBalancerArn: (await getLoadBalancer(aws, balancer)).arn,
    targetGroupArn: (await getTargetGroup(aws, service)).arn,
    dedicated: true,
    alarms: [],
    legacy: [],
    expectedDeployment: deployments[0]?.id,
    baseline: {},
    ...change,
  }
}

async function planOf(aws: Aws, hostname: string, balancer: string): Promise<Plan> {
  const zones = await listZonesFor(aws, canonicalName(hostname) ?? '')
  const zone = zones.find((one) => !one.isPrivate && one.name === 'example.com.')
  if (!zone) throw new Error('no zone')
  const {
    dnsName,
    canonicalHostedZoneId: hostedZoneId = '',
    ipAddressType,
  } = await getLoadBalancer(aws, balancer)
  const { records } = await readRecordSets(aws, zone.id, canonicalName(hostname) ?? '')
  const planning = makePlan({
    zone: { id: zone.id, name: zone.name },
    hostname,
    records,
    params: {
      ...defaultParams,
      balancer: { dnsName, hostedZoneId, dualStack: ipAddressType === 'dualstack' },
      originalTtl: 3600,
    },
  })
  if ('refusal' in planning) throw new Error(planning.refusal.code)
  return planning.plan
}

/** Puts one state of the plan in the place of another, without a journal. */
async function move(aws: Aws, plan: Plan, from: string, to: string): Promise<void> {
  const recordsOf = (label: string) => plan.states.find((state) => state.label === label)?.records ?? []
  await changeRecordSets(
    aws,
    plan.zone.id,
    [
      ...recordsOf(from).map((ResourceRecordSet) => ({ Action: 'DELETE' as const, ResourceRecordSet })),
      ...recordsOf(to).map((ResourceRecordSet) => ({ Action: 'CREATE' as const, ResourceRecordSet })),
    ],
    'A step',
  )
}

function moment(now: number, change: Partial<WatchMoment> = {}): WatchMoment {
  return { now, share: 100, since: now - hour, drift: false, tooLittleAccepted: false, ...change }
}

describe('the guards of a running cutover', () => {
  it('pause for nothing but too little traffic before anybody comes', async () => {
    const { aws, now } = stage()
    const subject = await subjectOf(aws, 'www', 'edge-alb', { dedicated: false, alarms: ['edge-5xx'] })
    const result = await watch(aws, subject, moment(now()), freshWatch)
    expect(result.problems).toEqual([])
    expect(result.verdict).toBe('pause')
    expect(result.trips.map(({ id }) => id)).toEqual(['G9'])
    const ok = result.readings.filter(({ state }) => state === 'ok').map(({ id }) => id)
    expect(ok).toEqual<GuardId[]>(['G1', 'G4', 'G6', 'G7', 'G8'])
    expect(result.desired).toBe(result.targets?.length)
    expect(result.traffic).toEqual({ ours: 0 })
  })

  it('take the traffic back from a service that breaks under it', async () => {
    const { aws, now, pass } = stage()
    const plan = await planOf(aws, 'shop.example.com', 'shop-alb')
    await move(aws, plan, 'D0', 'final')
    pass(30)
    const subject = await subjectOf(aws, 'shop', 'shop-alb')
    const result = await watch(aws, subject, moment(now()), freshWatch)
    expect(result.verdict).toBe('abort-now')
    expect(result.trips.map(({ id }) => id)).toEqual(expect.arrayContaining(['G2', 'G2b']))
    expect(result.readings.find(({ id }) => id === 'G2')?.value).toBeGreaterThan(0.2)
    expect(result.traffic.ours).toBeGreaterThan(1000)
    expect(result.memory.guards).toMatchObject({ held: 'abort-now', clean: 0 })
  })

  it('see a certificate that nobody believes, though not one request arrives', async () => {
    const { aws, now, pass } = stage()
    const plan = await planOf(aws, 'media.example.com', 'docs-alb')
    await move(aws, plan, 'D0', 'final')
    pass(30)
    const subject = await subjectOf(aws, 'docs', 'docs-alb')
    const result = await watch(aws, subject, moment(now()), freshWatch)
    expect(result.readings.find(({ id }) => id === 'G5')).toMatchObject({ state: 'tripped', value: 1 })
    const shared = await watch(aws, { ...subject, dedicated: false }, moment(now()), freshWatch)
    expect(shared.readings.find(({ id }) => id === 'G5')?.state).toBe('inconclusive')
  })

  it('compare both sides and are content with a move that goes well', async () => {
    const { aws, now, pass } = stage()
    const plan = await planOf(aws, 'api.example.com', 'edge-alb')
    await move(aws, plan, 'D0', 'w50')
    pass(30)
    const legacy: LegacyTarget[] = [{ kind: 'classic', name: 'api-legacy' }]
    const subject = await subjectOf(aws, 'api', 'edge-alb', { dedicated: false, legacy })
    let memory: WatchMemory = freshWatch
    for (let round = 0; round < 2; round++) {
      const result = await watch(aws, subject, moment(now(), { share: 50 }), memory)
      expect(result.trips).toEqual([])
      const { ours = 0, legacy: theirs = 0 } = result.traffic
      expect(ours / (ours + theirs)).toBeGreaterThan(0.5 / 3)
      expect(theirs).toBeGreaterThan(300)
      memory = result.memory
    }
    expect(memory).toMatchObject({
      healthyTargets: [expect.any(Number), expect.any(Number)],
      belowSince: undefined,
    })
    expect(memory.guards).toMatchObject({ held: 'ok', clean: 2 })
  })

  it('measure the legacy only where all of it counts requests', async () => {
    const { aws, now, instanceOf } = stage()
    const subject = await subjectOf(aws, 'www', 'edge-alb')
    const application: LegacyTarget = { kind: 'application', loadBalancerArn: subject.loadBalancerArn }
    const instance: LegacyTarget = { kind: 'instance', instanceId: instanceOf('www-legacy') }
    const trafficOf = async (...legacy: LegacyTarget[]) =>
      (await watch(aws, { ...subject, legacy }, moment(now()), freshWatch)).traffic
    expect(await trafficOf(application)).toEqual({ ours: 0, legacy: 0 })
    expect(await trafficOf(application, instance)).toEqual({ ours: 0 })
  })

  it('know nothing of what cannot be read, and pause', async () => {
    const { aws, now, fail } = stage()
    const alarms = ['edge-5xx', 'gone']
    const subject = await subjectOf(aws, 'www', 'edge-alb', { alarms })
    const seen = await watch(aws, subject, moment(now()), freshWatch)
    expect(seen.readings.find(({ id }) => id === 'G6')?.state).toBe('inconclusive')
    for (const service of ['cloudwatch', 'ecs', 'elbv2']) fail(service)
    const memory = { ...freshWatch, healthyTargets: [2], belowSince: 7 }
    const blind = await watch(aws, subject, moment(now(), { drift: undefined }), memory)
    expect(blind.verdict).toBe('pause')
    expect(new Set(blind.readings.map(({ state }) => state))).toEqual(new Set(['inconclusive']))
    expect(blind.problems).toHaveLength(4)
    expect(blind.memory).toMatchObject({ healthyTargets: [2], belowSince: 7 })
    expect(blind).toMatchObject({ targets: undefined, desired: undefined, traffic: {} })
  })

  it('judge by what CloudWatch said last while it cannot be read, for three minutes', async () => {
    const { aws, now, pass, fail } = stage()
    const plan = await planOf(aws, 'api.example.com', 'edge-alb')
    await move(aws, plan, 'D0', 'w50')
    pass(30)
    const subject = await subjectOf(aws, 'api', 'edge-alb', { dedicated: false })
    const seen = await watch(aws, subject, moment(now(), { share: 50 }), freshWatch)
    expect(seen.verdict).toBe('ok')
    fail('cloudwatch')
    pass(3)
    const known = await watch(aws, subject, moment(now(), { share: 50 }), seen.memory)
    expect(known).toMatchObject({ verdict: 'ok', traffic: { ours: seen.traffic.ours } })
    expect(known.memory.guards).toEqual({ ...seen.memory.guards, readUntil: seen.memory.measured?.at })
    expect(known.problems.map(({ facts }) => facts.operation)).toEqual(['cloudwatch:GetMetricData'])
    pass(1)
    const blind = await watch(aws, subject, moment(now(), { share: 50 }), known.memory)
    expect(blind.trips.map(({ id, state }) => [id, state])).toEqual([['G9', 'inconclusive']])
    expect(blind.traffic).toEqual({})
  })

  it('take one clean read for one, however often it is judged by', async () => {
    const { aws, now, pass, fail, mend } = stage()
    const subject = await subjectOf(aws, 'www', 'edge-alb')
    const tripped: WatchMemory = { ...freshWatch, guards: { held: 'abort', by: ['G2'], clean: 0 } }
    const calm = moment(now(), { share: 0 })
    const once = await watch(aws, subject, calm, tripped)
    expect(once.memory.guards).toMatchObject({ held: 'abort', clean: 0 })
    pass(1)
    const later = { ...calm, now: now() }
    const clean: WatchMemory = { ...once.memory, guards: { held: 'abort', by: [], clean: 1 } }
    fail('cloudwatch')
    const blind = await watch(aws, subject, later, clean)
    expect(blind.memory.guards).toMatchObject({ held: 'abort', clean: 1 })
    mend()
    const again = await watch(aws, subject, later, blind.memory)
    expect(again.memory.guards).toMatchObject({ held: 'ok', clean: 2 })
    expect(again.memory.guards.readUntil).toBeUndefined()
  })

  it('end when the caller gives up', async () => {
    const { aws, now } = stage()
    const subject = await subjectOf(aws, 'www', 'edge-alb')
    const reason = new Error('enough')
    const given = watch(aws, subject, moment(now()), freshWatch, { signal: AbortSignal.abort(reason) })
    await expect(given).rejects.toBe(reason)
  })
})

describe('what is watched', () => {
  it('is marked while part of it cannot be read, but not for what is not permitted', async () => {
    const { aws, now, fail, mend, deny } = stage()
    const plan = await planOf(aws, 'www.example.com', 'edge-alb')
    const question = { aws, plan, isPrivate: false, began: now(), now: now(), chosen: { alarms: [] } }
    expect((await readWatchSubject(question))?.isPartial).toBeUndefined()
    fail('ecs')
    expect(await readWatchSubject(question)).toMatchObject({ isPartial: true, expectedDeployment: undefined })
    mend()
    deny('ecs')
    expect((await readWatchSubject(question))?.isPartial).toBeUndefined()
  })
})

describe('the legacy', () => {
  it('has a baseline from its load balancers, and evidence of each kind', async () => {
    const { aws, now, instanceOf } = stage()
    const targets: LegacyTarget[] = [
      { kind: 'classic', name: 'api-legacy' },
      { kind: 'instance', instanceId: instanceOf('www-legacy') },
      { kind: 'elsewhere', name: 'rack 7' },
    ]
    const notes = { 'rack 7': 'no line in the access log' }
    const { baseline, traffic } = await readLegacyPast(aws, { targets, began: now(), now: now(), notes })
    expect(baseline.requestsPerHour).toBeGreaterThan(50_000)
    expect(baseline.errorRatio).toBeCloseTo(0.003, 3)
    expect(baseline.p95).toBeGreaterThan(0)
    expect(traffic.map((each) => legacyInUse(each, now()) !== undefined)).toEqual([true, true, false])
  })

  it('has no baseline where CloudWatch does not see it', async () => {
    const { aws, now } = stage()
    const elsewhere: LegacyTarget[] = [{ kind: 'elsewhere', name: 'rack 7' }]
    expect(await readLegacyPast(aws, { targets: elsewhere, began: now(), now: now() })).toEqual({
      baseline: {},
      traffic: [{ kind: 'attested', name: 'rack 7', note: undefined }],
    })
  })

  it('of a load balancer that nobody asked any more is quiet', async () => {
    const { aws, now, pass } = stage()
    const { arn: loadBalancerArn } = await getLoadBalancer(aws, 'edge-alb')
    const { arn: targetGroupArn } = await getTargetGroup(aws, 'www')
    const began = now()
    pass(4 * 60)
    const targets: LegacyTarget[] = [
      { kind: 'application', loadBalancerArn },
      { kind: 'application', loadBalancerArn, targetGroupArn },
    ]
    const { traffic } = await readLegacyPast(aws, { targets, began, now: now() })
    expect(traffic).toMatchObject([
      { kind: 'requests', name: 'edge-alb', before: 0 },
      { kind: 'requests', name: 'edge-alb', before: 0 },
    ])
    expect(traffic.map((each) => legacyInUse(each, now()))).toEqual([undefined, undefined])
  })

  it('is in use until connections end that outlast every TTL, and for the hours that were whole', async () => {
    const { aws, now, pass, hangUp } = stage()
    const began = now()
    const plan = await planOf(aws, 'api.example.com', 'edge-alb')
    const targets: LegacyTarget[] = [{ kind: 'classic', name: 'api-legacy' }]
    const inUse = async (): Promise<boolean> => {
      const { traffic } = await readLegacyPast(aws, { targets, began, now: now() })
      return traffic.some((each) => legacyInUse(each, now()) !== undefined)
    }
    await move(aws, plan, 'D0', 'final')
    pass(5 * 60)
    expect(await inUse()).toBe(true)
    hangUp('api-partners')
    pass(2 * 60)
    expect(await inUse()).toBe(true)
    pass(2 * 60 + 10)
    expect(await inUse()).toBe(false)
  })
})

describe('what DNS says after a step', () => {
  it('comes from both sides while both answer', async () => {
    const { aws, doh, pass } = stage()
    const plan = await planOf(aws, 'www.example.com', 'edge-alb')
    await move(aws, plan, 'D0', 'w50')
    pass(2)
    const state = plan.states.findIndex(({ label }) => label === 'w50')
    const samples = await askNameServers(aws, plan, state)
    expect(samples).toHaveLength(20)
    expect(new Set(samples.map(({ vantage }) => vantage)).size).toBe(3)
    const sides = await resolveSides(doh, plan)
    expect(sides.complete).toBe(true)
    expect(sides.legacy).toEqual(['203.0.113.10'])
    const known = [...sides.legacy, ...sides.ours]
    expect(samples.flatMap(({ data }) => data).filter((one) => !known.includes(one))).toEqual([])
    const asked = await askResolvers(doh, plan, state, { samples: 5 })
    expect(asked.map(({ type, samples: each }) => [type, answersOf(each).length])).toEqual([['A', 10]])
  })

  it('comes from three places where one side answers', async () => {
    const { aws, doh } = stage()
    const plan = await planOf(aws, 'media.example.com', 'media-alb')
    const samples = await askNameServers(aws, plan, 0)
    expect(samples.map(({ type }) => type)).toEqual(['A', 'A', 'A', 'AAAA', 'AAAA', 'AAAA'])
    expect((await askResolvers(doh, plan, 0)).map(({ samples: each }) => each.length)).toEqual([6, 6])
  })

  it('is not complete without resolvers, unless there are only addresses', async () => {
    const { aws, doh } = stage()
    const plan = await planOf(aws, 'portal.example.com', 'edge-alb')
    expect((await resolveSides(undefined, plan)).complete).toBe(false)
    const { legacy, complete } = await resolveSides(doh, plan)
    expect(legacy).toEqual(['portal.onprem.example.net', '198.51.100.20'])
    expect(complete).toBe(true)
    const silent: DohPorts = { ...doh, fetch: () => Promise.reject(new Error('down')) }
    expect((await resolveSides(silent, plan)).complete).toBe(false)
  })
})
