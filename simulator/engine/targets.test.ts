import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TargetGroupRecord } from '../world/elb-tables.ts'
import type { World } from '../world/world.ts'
import { advanceTo } from './advance.ts'
import { forward } from './elb/actions.ts'
import { createListener, createLoadBalancer, createTargetGroup, listenersChanged } from './elb/build.ts'
import { matches } from './elb/matcher.ts'
import { balanced, behave, listen, REGION, START, testingWorld } from './elb/testing-world.ts'
import { deregisterTarget, registerTarget, targetHealth } from './targets.ts'

const IP = '10.0.0.1'
const TARGET = { id: IP, port: 80 }

function said(world: World, group: TargetGroupRecord): string {
  const target = targetHealth(world, REGION, group.targetGroupArn, TARGET)
  if (!target) return 'gone'
  return [target.state, target.reason, target.description].filter((part) => part !== undefined).join(' | ')
}

/** Every state with reason in turn, looking twice a second. */
function story(world: World, group: TargetGroupRecord, seconds: number): string[] {
  const found = [said(world, group)]
  const end = world.now + seconds * 1000
  while (world.now < end) {
    advanceTo(world, world.now + 500)
    if (found.at(-1) !== said(world, group)) found.push(said(world, group))
  }
  return found
}

const REGISTERING = 'initial | Elb.RegistrationInProgress | Target registration is in progress'
const CHECKING = 'initial | Elb.InitialHealthChecking | Initial health checks in progress'
const MISMATCH = 'unhealthy | Target.ResponseCodeMismatch | Health checks failed with these codes: [500]'
const TIMEOUT = 'unhealthy | Target.Timeout | Request timed out'
const REFUSED = 'unhealthy | Target.FailedHealthChecks | Health checks failed'
const DRAINING = 'draining | Target.DeregistrationInProgress | Target deregistration is in progress'

test('a good target becomes healthy after one check', () => {
  const world = testingWorld()
  const { group } = balanced(world)
  listen(world, IP, {})
  registerTarget(world, REGION, group.targetGroupArn, TARGET)
  expect(story(world, group, 60)).toEqual([REGISTERING, CHECKING, 'healthy'])
})

test.each([
  [{ http: { '/': { status: 500, latencyMs: 10 } } }, MISMATCH],
  [{ http: { '/': { status: 0, latencyMs: 0 } } }, TIMEOUT],
  [{ http: { '/': { status: 200, latencyMs: 6000 } } }, TIMEOUT],
  [{ readyAfterMs: 600_000 }, REFUSED],
])('a target that behaves like %j becomes %s after the threshold', (behaviour, expected) => {
  const world = testingWorld()
  const { group } = balanced(world)
  listen(world, IP, behaviour)
  registerTarget(world, REGION, group.targetGroupArn, TARGET)
  expect(story(world, group, 120)).toEqual([REGISTERING, CHECKING, expected])
  expect(world.regions[REGION]?.history[`unhealthy/${group.targetGroupArn}`]?.at(-1)?.[1]).toBe(1)
})

test('nothing listens at all', () => {
  const world = testingWorld()
  const { group } = balanced(world)
  registerTarget(world, REGION, group.targetGroupArn, TARGET)
  expect(story(world, group, 120).at(-1)).toBe(REFUSED)
})

test('an unhealthy target needs the healthy threshold to come back, and its reason follows its answers', () => {
  const world = testingWorld()
  const { group } = balanced(world, { healthCheck: { intervalSeconds: 10, healthyThreshold: 3 } })
  listen(world, IP, { http: { '/': { status: 500, latencyMs: 1 } } })
  registerTarget(world, REGION, group.targetGroupArn, TARGET)
  advanceTo(world, START + 60_000)
  expect(said(world, group)).toBe(MISMATCH)
  behave(world, IP, { http: { '/': { status: 0, latencyMs: 0 } } })
  advanceTo(world, START + 75_000)
  expect(said(world, group)).toBe(TIMEOUT)
  behave(world, IP, {})
  advanceTo(world, world.now + 19_000)
  expect(said(world, group)).toBe(TIMEOUT)
  advanceTo(world, world.now + 12_000)
  expect(said(world, group)).toBe('healthy')
})

test('a health check path and a fixed port of their own', () => {
  const world = testingWorld()
  const { group } = balanced(world, { healthCheck: { path: '/health', port: '80', matcher: '200,301' } })
  listen(world, IP, {
    http: { '/': { status: 500, latencyMs: 1 }, '/health': { status: 301, latencyMs: 1 } },
  })
  registerTarget(world, REGION, group.targetGroupArn, { id: IP, port: 8080 })
  advanceTo(world, START + 60_000)
  expect(targetHealth(world, REGION, group.targetGroupArn, { id: IP, port: 8080 })?.state).toBe('healthy')
})

test('unused until a listener forwards to the group', () => {
  const world = testingWorld()
  const group = createTargetGroup(world, REGION, { name: 'web', targetType: 'ip' })
  listen(world, IP, {})
  registerTarget(world, REGION, group.targetGroupArn, TARGET)
  advanceTo(world, START + 600_000)
  expect(said(world, group)).toBe(
    'unused | Target.NotInUse | Target group is not configured to receive traffic from the load balancer',
  )
  const { loadBalancerArn } = createLoadBalancer(world, REGION, { name: 'lb' })
  createListener(world, REGION, { loadBalancerArn, defaultActions: [forward(group.targetGroupArn)] })
  expect(story(world, group, 60)).toEqual([REGISTERING, CHECKING, 'healthy'])
})

test('unused again when the last listener lets go of the group', () => {
  const world = testingWorld()
  const { group, loadBalancerArn } = balanced(world)
  const other = createTargetGroup(world, REGION, { name: 'other', targetType: 'ip' })
  listen(world, IP, {})
  registerTarget(world, REGION, group.targetGroupArn, TARGET)
  advanceTo(world, START + 60_000)
  const [listener] = Object.values(world.regions[REGION]?.elb.listeners ?? {})
  if (!listener) throw new Error('no listener')
  listener.defaultActions = [forward(other.targetGroupArn)]
  listenersChanged(world, REGION, loadBalancerArn)
  advanceTo(world, START + 600_000)
  expect(said(world, group)).toContain('unused | Target.NotInUse')
  listener.defaultActions = [forward({ [other.targetGroupArn]: 1, [group.targetGroupArn]: 0 })]
  listenersChanged(world, REGION, loadBalancerArn)
  expect(story(world, group, 60)).toEqual([REGISTERING, CHECKING, 'healthy'])
})

test('unused in a zone that the load balancer does not serve', () => {
  const world = testingWorld()
  const { group } = balanced(world)
  listen(world, IP, {})
  const elsewhere = { ...TARGET, availabilityZone: `${REGION}f` }
  registerTarget(world, REGION, group.targetGroupArn, elsewhere)
  expect(said(world, group)).toBe(
    'unused | Target.NotInUse | Target is in an Availability Zone that is not enabled for the load balancer',
  )
})

test('a target drains for the deregistration delay and is then gone; registered again, it starts anew', () => {
  const world = testingWorld()
  const { group } = balanced(world, { attributes: { 'deregistration_delay.timeout_seconds': '30' } })
  listen(world, IP, {})
  registerTarget(world, REGION, group.targetGroupArn, TARGET)
  advanceTo(world, START + 60_000)
  deregisterTarget(world, REGION, group.targetGroupArn, TARGET)
  expect(story(world, group, 29)).toEqual([DRAINING])
  registerTarget(world, REGION, group.targetGroupArn, TARGET)
  expect(story(world, group, 60)).toEqual([REGISTERING, CHECKING, 'healthy'])
  deregisterTarget(world, REGION, group.targetGroupArn, TARGET)
  expect(story(world, group, 31)).toEqual([DRAINING, 'gone'])
  const effects = world.journal.filter(({ subject }) => subject === group.targetGroupArn)
  expect(effects.map(({ name }) => name)).toEqual([
    'target-initial',
    'target-healthy',
    'target-draining',
    'target-initial',
    'target-healthy',
    'target-draining',
    'target-unused',
  ])
  expect(effects[1]?.detail).toMatchObject(TARGET)
})

test.each([
  ['200', 200, true],
  ['200', 201, false],
  ['200-399', 302, true],
  ['200-399', 400, false],
  ['200,301', 301, true],
  ['200,301', 300, false],
])('matcher %s and status %i: %s', (matcher, status, expected) => {
  expect(matches(matcher, status)).toBe(expected)
})

/** The same rules, one check at a time. */
function reference(
  group: TargetGroupRecord,
  firstAt: number,
  changes: [at: number, status: number][],
  until: number,
): [number, string][] {
  const { intervalSeconds, healthyThreshold, unhealthyThreshold } = group.healthCheck
  const found: [number, string][] = []
  let state = 'initial'
  let passes = 0
  let failures = 0
  for (let at = firstAt; at <= until; at += intervalSeconds * 1000) {
    // A check sent in the very moment of a change still meets the old software.
    const passed = (changes.findLast(([from]) => from < at)?.[1] ?? 200) === 200
    passes = passed ? passes + 1 : 0
    failures = passed ? 0 : failures + 1
    const next =
      passes >= (state === 'initial' ? 1 : healthyThreshold) && passes > 0
        ? 'healthy'
        : failures >= unhealthyThreshold
          ? 'unhealthy'
          : state
    if (next !== state) found.push([at, next])
    state = next
  }
  return found
}

test('health never changes without its threshold of consecutive results, whatever the software does', () => {
  const anyChanges = fc.array(fc.tuple(fc.integer({ min: 1, max: 60_000 }), fc.constantFrom(200, 500)), {
    maxLength: 25,
  })
  fc.assert(
    fc.property(
      anyChanges,
      fc.integer({ min: 5, max: 40 }),
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 2, max: 5 }),
      (gaps, intervalSeconds, healthyThreshold, unhealthyThreshold) => {
        const world = testingWorld()
        const { group } = balanced(world, {
          healthCheck: { intervalSeconds, healthyThreshold, unhealthyThreshold },
        })
        listen(world, IP, {})
        registerTarget(world, REGION, group.targetGroupArn, TARGET)
        const firstAt = group.targets[`${IP}:80`]?.probes?.firstAt ?? 0
        const changes: [number, number][] = []
        const seen: [number, string][] = []
        let known = 'initial'
        const look = (): void => {
          const now = targetHealth(world, REGION, group.targetGroupArn, TARGET)?.state ?? 'gone'
          if (now !== known) seen.push([world.now, now])
          known = now
        }
        const advance = (to: number): void => {
          for (;;) {
            const next = world.pending[0]?.at ?? Infinity
            if (next > to) break
            advanceTo(world, next)
            look()
          }
          advanceTo(world, to)
        }
        for (const [gap, status] of gaps) {
          advance(world.now + gap)
          changes.push([world.now, status])
          behave(world, IP, { http: { '/': { status, latencyMs: 1 } } })
        }
        advance(world.now + 400_000)
        expect(seen).toEqual(reference(group, firstAt, changes, world.now))
      },
    ),
    { numRuns: 150 },
  )
})
