/** Each guard by the table of its limits: just below, at the limit, and with too little to judge by. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import { tasksBelowSince } from './deployment.ts'
import type { GuardId, GuardReading, Thresholds } from './guard.ts'
import type { MetricMinute, WatchedAlarm, WatchReadings } from './readings.ts'
import { evaluateGuards, guards } from './registry.ts'

const start = Date.UTC(2026, 10, 20)
const minute = 60_000

/** Minutes one after another. */
function minutes(...list: Omit<MetricMinute, 'at'>[]): MetricMinute[] {
  return list.map((values, index) => ({ at: start + index * minute, ...values }))
}

const fine: Omit<MetricMinute, 'at'> = { requests: 100, p95: 0.2, healthyHosts: 2, unhealthyHosts: 0 }

const calm: WatchReadings = {
  now: start + 10 * minute,
  share: 5,
  dedicated: true,
  minutes: minutes(...Array.from({ length: 8 }, () => fine)),
  baseline: {},
  healthyTargets: [2, 2],
  alarms: [],
  service: { deployment: 'd1', expectedDeployment: 'd1', failed: false, running: 2, desired: 2 },
  drift: false,
  tooLittleAccepted: false,
}

function read(id: GuardId, change: Partial<WatchReadings>, thresholds?: Thresholds): GuardReading {
  const found = evaluateGuards({ ...calm, ...change }, thresholds && { [id]: thresholds }).find(
    (reading) => reading.id === id,
  )
  if (!found) throw new Error(`no guard ${id}`)
  // Every value that the words need is there, in both languages.
  for (const locale of ['en', 'ko'] as const) expect(translate(locale, found.message)).not.toMatch(/[{}]|NaN/)
  return found
}

const state = (...args: Parameters<typeof read>): string => read(...args).state

/** The last minutes with these values, after calm ones. */
const last = (...list: Omit<MetricMinute, 'at'>[]): Partial<WatchReadings> => ({
  minutes: minutes(fine, fine, fine, ...list),
})

describe('the guards', () => {
  it('are all content with a calm service', () => {
    const readings = evaluateGuards(calm)
    expect(readings.map((reading) => reading.state)).toEqual(guards.map(() => 'ok'))
    expect(readings.map(({ id }) => id)).toEqual('G1 G2 G2b G2c G3 G4 G5 G6 G7 G8 G9'.split(' '))
    expect(readings.map(({ action }) => action)).toEqual([
      'abort-now',
      'abort',
      'abort-now',
      'pause',
      'pause',
      'pause',
      'pause',
      'abort',
      'pause',
      'pause',
      'pause',
    ])
    for (const { id } of readings) read(id, {})
  })

  it('have a title in both languages', () => {
    for (const { title } of guards) expect(translate('ko', title)).not.toBe(translate('en', title))
  })

  it('know nothing where nothing was measured', () => {
    const unseen = {
      minutes: [],
      healthyTargets: [],
      alarms: undefined,
      service: undefined,
      drift: undefined,
    }
    for (const { id } of guards) expect(state(id, unseen)).toBe('inconclusive')
  })
})

describe('G1 healthy hosts', () => {
  it('trips on a whole minute without one', () => {
    expect(read('G1', last(fine, { ...fine, healthyHosts: 0 }))).toMatchObject({
      state: 'tripped',
      action: 'abort-now',
      value: 0,
    })
    expect(state('G1', last({ ...fine, healthyHosts: 0 }, fine))).toBe('ok')
  })

  it('trips when DescribeTargetHealth finds none twice', () => {
    expect(state('G1', { healthyTargets: [2, 0, 0] })).toBe('tripped')
    expect(state('G1', { healthyTargets: [0, 2] })).toBe('ok')
    expect(state('G1', { healthyTargets: [2, 0] })).toBe('ok')
    expect(state('G1', { healthyTargets: [0] })).toBe('inconclusive')
  })

  it('wants both sources to say that all is well', () => {
    expect(state('G1', { healthyTargets: [] })).toBe('inconclusive')
    expect(read('G1', { minutes: [] })).toMatchObject({ state: 'inconclusive', value: 2 })
    expect(state('G1', { minutes: [], healthyTargets: [0, 0] })).toBe('tripped')
  })
})

const failing = (target5xx: number, more = {}): Omit<MetricMinute, 'at'> => ({
  ...fine,
  target5xx,
  ...more,
})

describe('G2 server errors', () => {
  it('trips at 2 % in two of three minutes', () => {
    expect(read('G2', last(failing(2), fine, failing(3)))).toMatchObject({
      state: 'tripped',
      action: 'abort',
      value: 0.02,
      threshold: 0.02,
    })
    expect(state('G2', last(failing(2), fine, failing(1)))).toBe('ok')
    expect(state('G2', last(failing(9), failing(9), fine, fine))).toBe('ok')
  })

  it('allows three times what the legacy had', () => {
    const baseline = { errorRatio: 0.02 }
    expect(state('G2', { ...last(failing(5), failing(5), fine), baseline })).toBe('ok')
    expect(state('G2', { ...last(failing(6), failing(6), fine), baseline })).toBe('tripped')
  })

  it('leaves minutes of fewer than 50 requests out', () => {
    const few = { requests: 49, target5xx: 49 }
    expect(state('G2', last(few, few, few))).toBe('inconclusive')
    expect(state('G2', last(few, fine, fine))).toBe('ok')
    expect(state('G2', last(few, failing(2), fine))).toBe('inconclusive')
    expect(state('G2', last(few, failing(2), failing(2)))).toBe('tripped')
    expect(state('G2', last(few, few, few), { requests: 49 })).toBe('tripped')
  })

  it('counts what the load balancer refused by itself, where it serves nobody else', () => {
    const outage = { elb5xx: 60 }
    expect(read('G2', last(outage, outage, outage))).toMatchObject({ state: 'tripped', value: 1 })
    expect(state('G2', { ...last(outage, outage, outage), dedicated: false })).toBe('inconclusive')
    expect(state('G2', { ...last({ ...fine, ...outage }, { ...fine, ...outage }), dedicated: false })).toBe(
      'ok',
    )
    expect(read('G2', last(fine, failing(0, { elb5xx: 100 }), failing(0, { elb5xx: 100 }))).value).toBe(0.5)
  })

  it('is not made blind by client errors of the load balancer', () => {
    const mixed = failing(2, { elb4xx: 1000 })
    expect(state('G2', last(mixed, mixed))).toBe('tripped')
    const scanned = { elb4xx: 100 }
    expect(read('G2', last(scanned, scanned, scanned))).toMatchObject({ state: 'ok', value: 0 })
  })
})

describe('G2b severe server errors', () => {
  it('trips at 20 % in one of the last minutes', () => {
    expect(read('G2b', last(fine, { requests: 50, target5xx: 10 }))).toMatchObject({
      state: 'tripped',
      action: 'abort-now',
      value: 0.2,
    })
    expect(state('G2b', last(fine, { requests: 50, target5xx: 9 }))).toBe('ok')
    expect(state('G2b', last({ requests: 50, target5xx: 50 }, fine, fine))).toBe('tripped')
    expect(state('G2b', last({ requests: 50, target5xx: 50 }, fine, fine, fine))).toBe('ok')
    expect(state('G2b', last(fine, { requests: 49, target5xx: 49 }))).toBe('inconclusive')
  })
})

describe('G2c client errors', () => {
  it('trips 10 points above the legacy in two of three minutes', () => {
    const refused = { ...fine, target4xx: 15, elb4xx: 5 }
    expect(state('G2c', last(refused, refused))).toBe('tripped')
    expect(state('G2c', { ...last(refused, refused), baseline: { clientErrorRatio: 0.1 } })).toBe('ok')
    expect(state('G2c', last(fine, { requests: 10 }, { requests: 10 }))).toBe('inconclusive')
  })
})

describe('G3 response time', () => {
  it('trips at a second, or twice the legacy, in three of five minutes', () => {
    const slow = { ...fine, p95: 1 }
    expect(read('G3', last(slow, fine, slow, fine, slow))).toMatchObject({
      state: 'tripped',
      value: 1,
      threshold: 1,
    })
    expect(state('G3', last(slow, fine, slow, fine, fine))).toBe('ok')
    expect(state('G3', { ...last(slow, slow, slow), baseline: { p95: 0.6 } })).toBe('ok')
    expect(state('G3', last(slow, slow, {}, fine, fine))).toBe('inconclusive')
  })
})

describe('G4 unhealthy hosts', () => {
  it('trips when some are unhealthy in three of five minutes', () => {
    const ill = { ...fine, unhealthyHosts: 1 }
    expect(state('G4', last(ill, fine, ill, fine, ill))).toBe('tripped')
    expect(state('G4', last(ill, fine, ill, fine, fine))).toBe('ok')
    expect(state('G4', last(ill, {}, ill, fine, fine))).toBe('inconclusive')
  })
})

describe('G5 connection errors', () => {
  it('trips above 1 % of requests in two of three minutes', () => {
    const refused = { ...fine, connectionErrors: 2 }
    expect(state('G5', last(refused, refused))).toBe('tripped')
    expect(state('G5', last({ ...fine, connectionErrors: 1 }, { ...fine, connectionErrors: 1 }))).toBe('ok')
    expect(state('G5', { ...last(refused, refused), dedicated: false })).toBe('tripped')
  })

  it('sees TLS fail even when no request comes through', () => {
    const broken = { tlsErrors: 60 }
    const { state: found, message } = read('G5', last(broken, broken, broken))
    expect(found).toBe('tripped')
    expect(translate('en', message)).toContain('certificate')
    expect(state('G5', { ...last({ ...fine, ...broken }, { ...fine, ...broken }), dedicated: false })).toBe(
      'ok',
    )
  })

  it('cannot tell without requests', () => {
    expect(state('G5', last({}, {}, {}))).toBe('inconclusive')
    expect(state('G5', last({ requests: 10 }, { requests: 10 }, { requests: 10, tlsErrors: 1 }))).toBe(
      'inconclusive',
    )
    expect(state('G5', last({ requests: 0 }, { requests: 0 }), { requests: 0 })).toBe('inconclusive')
  })
})

const alarm = (name: string, found?: string): WatchedAlarm => ({
  name,
  ...(found !== undefined && { state: found }),
})

describe('G6 alarms', () => {
  it('trips when one rings, and is in doubt when one has no state', () => {
    const ringing = read('G6', { alarms: [alarm('a', 'OK'), alarm('b', 'ALARM'), alarm('c')] })
    expect(ringing).toMatchObject({ state: 'tripped', action: 'abort' })
    expect(translate('en', ringing.message)).toBe('In ALARM: b.')
    expect(state('G6', { alarms: [alarm('a', 'OK')] })).toBe('ok')
    expect(state('G6', { alarms: [alarm('a', 'OK'), alarm('b', 'INSUFFICIENT_DATA')] })).toBe('inconclusive')
    expect(state('G6', { alarms: [alarm('a')] })).toBe('inconclusive')
  })
})

describe('G7 deployment', () => {
  const service = { deployment: 'd1', expectedDeployment: 'd1', failed: false, running: 2, desired: 2 }

  it('trips when a deployment fails or another one starts', () => {
    expect(state('G7', { service: { ...service, failed: true } })).toBe('tripped')
    expect(state('G7', { service: { ...service, deployment: 'd2' } })).toBe('tripped')
    expect(state('G7', { service: { ...service, expectedDeployment: undefined } })).toBe('ok')
  })

  it('trips when tasks are missing for five minutes', () => {
    const short = { ...service, running: 1 }
    expect(state('G7', { service: { ...short, belowSince: calm.now - 5 * minute } })).toBe('tripped')
    expect(state('G7', { service: { ...short, belowSince: calm.now - 5 * minute + 1 } })).toBe('ok')
    expect(state('G7', { service: short })).toBe('ok')
  })

  it('remembers since when tasks are missing', () => {
    expect(tasksBelowSince(undefined, { running: 1, desired: 2 }, 7)).toBe(7)
    expect(tasksBelowSince({}, { running: 1, desired: 2 }, 7)).toBe(7)
    expect(tasksBelowSince({ belowSince: 3 }, { running: 1, desired: 2 }, 7)).toBe(3)
    expect(tasksBelowSince({ belowSince: 3 }, { running: 2, desired: 2 }, 7)).toBeUndefined()
  })
})

describe('G8 records', () => {
  it('trips when somebody changed them', () => {
    expect(state('G8', { drift: true })).toBe('tripped')
  })
})

describe('G9 traffic', () => {
  const few = { requests: 49 }

  it('is in doubt, never failing, with fewer than 50 requests in each of three minutes', () => {
    expect(read('G9', last(few, {}, few))).toMatchObject({ state: 'inconclusive', value: 98 })
    expect(state('G9', last(few, { requests: 50 }, few))).toBe('ok')
    expect(state('G9', last({ requests: 50 }, few, few, few))).toBe('inconclusive')
    expect(state('G9', last({ elb5xx: 50 }, {}, {}))).toBe('ok')
  })

  it('does not take what cannot be read for traffic that is missing', () => {
    const { message, value } = read('G9', { minutes: [], isUnread: true }) ?? {}
    expect(message && translate('en', message)).toContain('CloudWatch cannot be read')
    expect(value).toBeUndefined()
    expect(state('G9', { minutes: [], isUnread: true })).toBe('inconclusive')
    expect(state('G9', { minutes: [], isUnread: true, share: 0 })).toBe('ok')
    const accepted = read('G9', { minutes: [], isUnread: true, tooLittleAccepted: true })
    expect(accepted).toMatchObject({ state: 'ok', message })
  })

  it('asks for none before anything moved', () => {
    expect(state('G9', { minutes: [], share: 0 })).toBe('ok')
  })

  it('is content once a person accepted it', () => {
    expect(state('G9', { minutes: [], tooLittleAccepted: true })).toBe('ok')
  })
})

const count = fc.nat(200)
const metricMinute = fc
  .record(
    {
      requests: count,
      target5xx: count,
      target4xx: count,
      elb5xx: count,
      elb4xx: count,
      p95: fc.double({ min: 0, max: 5, noNaN: true }),
      healthyHosts: fc.nat(3),
      unhealthyHosts: fc.nat(3),
      connectionErrors: count,
      tlsErrors: count,
    },
    { requiredKeys: [] },
  )
  .map((values): Omit<MetricMinute, 'at'> => {
    // A target's answers are among the requests that reached one.
    const { requests = 0, target5xx, target4xx, ...rest } = values
    const errors = Math.min(target5xx ?? 0, requests)
    return {
      ...rest,
      ...(values.requests !== undefined && { requests }),
      ...(target5xx !== undefined && { target5xx: errors }),
      ...(target4xx !== undefined && { target4xx: Math.min(target4xx, requests - errors) }),
    }
  })

const someReadings: fc.Arbitrary<WatchReadings> = fc.record({
  now: fc.constant(calm.now),
  share: fc.constantFrom(5, 100),
  dedicated: fc.boolean(),
  minutes: fc.array(metricMinute, { maxLength: 9 }).map((list) => minutes(...list)),
  baseline: fc.record(
    {
      errorRatio: fc.double({ min: 0, max: 1, noNaN: true }),
      clientErrorRatio: fc.double({ min: 0, max: 1, noNaN: true }),
      p95: fc.double({ min: 0, max: 2, noNaN: true }),
    },
    { requiredKeys: [] },
  ),
  healthyTargets: fc.array(fc.nat(2), { maxLength: 3 }),
  alarms: fc.option(
    fc.array(fc.record({ name: fc.string(), state: fc.constantFrom('OK', 'ALARM', 'INSUFFICIENT_DATA') })),
    { nil: undefined },
  ),
  service: fc.constantFrom(calm.service, undefined),
  drift: fc.constantFrom(true, false, undefined),
  tooLittleAccepted: fc.constant(false),
})

describe('property 23', () => {
  const errors = ['target5xx', 'target4xx', 'elb5xx', 'elb4xx', 'connectionErrors', 'tlsErrors'] as const

  it('more errors never turn a trip into anything else', () => {
    const more = fc.record({
      at: fc.nat(8),
      kind: fc.constantFrom(...errors),
      by: fc.integer({ min: 1, max: 300 }),
    })
    fc.assert(
      fc.property(someReadings, fc.array(more, { minLength: 1, maxLength: 6 }), (readings, added) => {
        const before = evaluateGuards(readings)
        const worse = added.reduce(
          (list, { at, kind, by }) =>
            list.map((each, index) => (index === at ? { ...each, [kind]: (each[kind] ?? 0) + by } : each)),
          [...readings.minutes],
        )
        const after = evaluateGuards({ ...readings, minutes: worse })
        const healed = before.filter(
          (was, index) => was.state === 'tripped' && after[index]?.state !== 'tripped',
        )
        expect(healed).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('a minute without any value never turns a verdict into its opposite', () => {
    fc.assert(
      fc.property(someReadings, fc.array(fc.nat(8)), fc.boolean(), (readings, hidden, isBlind) => {
        const before = evaluateGuards(readings)
        const after = evaluateGuards({
          ...readings,
          minutes: readings.minutes.map((each, index) => (hidden.includes(index) ? { at: each.at } : each)),
          ...(isBlind && { healthyTargets: [], alarms: undefined, service: undefined, drift: undefined }),
        })
        const turned = after.filter(
          (now, index) => ![before[index]?.state, 'inconclusive'].includes(now.state),
        )
        expect(turned).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
