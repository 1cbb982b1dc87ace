/** Each verification with what it waits for, what it warns of, what it fails on and what it passes. */
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import type { RecordSet } from '../../dns/record-set.ts'
import type { ResolverSample } from '../../dns/resolver-answer.ts'
import { freshMemory } from '../guards/judge.ts'
import { defaultParams, type PlanParams, type RuleTarget } from '../params.ts'
import { makePlan, type Plan } from '../plan.ts'
import { verifications, verified, verifyStep } from './registry.ts'
import { expectedShares, knownSides, sideOf } from './sides.ts'
import type { NameServerSample, StepFacts } from './step-facts.ts'
import type { VerificationId, VerificationResult } from './verification.ts'

const now = Date.UTC(2026, 10, 20)
const minute = 60_000
const hostname = 'www.example.com.'
const record = (Type: string, ...values: string[]): RecordSet => ({
  Name: hostname,
  Type,
  TTL: 60,
  ResourceRecords: values.map((Value) => ({ Value })),
})

const params: PlanParams = {
  ...defaultParams,
  balancer: { dnsName: 'web-1.elb.amazonaws.com', hostedZoneId: 'Z2', dualStack: true },
  originalTtl: 60,
}

function planned(change: Partial<PlanParams> = {}, records: RecordSet[] = [record('A', '192.0.2.1')]): Plan {
  const planning = makePlan({
    zone: { id: 'Z1', name: 'example.com.' },
    hostname: 'www.example.com',
    records,
    params: { ...params, ...change },
  })
  if ('refusal' in planning) throw new Error(planning.refusal.code)
  return planning.plan
}

const plan = planned()
const at = (label: string, of = plan): number => of.states.findIndex((state) => state.label === label)

const legacy = '192.0.2.1'
const ours = '198.51.100.1'
const answer = (data: string, vantage: string, type = 'A'): NameServerSample => ({
  type,
  vantage,
  rcode: 'NOERROR',
  data: [data],
})
const three = (data: string): NameServerSample[] =>
  ['default', 'a', 'b'].map((vantage) => answer(data, vantage))
const twenty = (data: string): NameServerSample[] =>
  Array.from({ length: 20 }, (_, index) => answer(data, String(index % 3)))

const heard = (resolver: string, data: string, rcode = 'NOERROR'): ResolverSample => ({
  resolver,
  rcode,
  records: [{ name: hostname, type: 'A', ttl: 10, data }],
})
const silent = (resolver: string): ResolverSample => ({ resolver, silence: 'unreachable' })
const asked = (...samples: ResolverSample[]) => [{ type: 'A', samples }]
const everywhere = (data: string): ResolverSample[] =>
  ['google', 'cloudflare'].flatMap((name) => Array.from({ length: 3 }, () => heard(name, data)))

/** All is well 20 minutes after the step to 25 %. */
const base: StepFacts = {
  now,
  plan,
  state: at('w25'),
  change: { status: 'INSYNC', submittedAt: now - 21 * minute },
  inSyncAt: now - 20 * minute,
  waitMs: 10 * minute,
  live: { records: plan.states[at('w25')]?.records ?? [], nonce: 'x1' },
  nonce: 'x1',
  sides: { legacy: [legacy], ours: [ours], complete: true },
  nameServers: [...twenty(legacy), answer(ours, 'default')],
  resolvers: asked(...everywhere(legacy)),
  opened: true,
  probe: undefined,
  smoke: [{ label: 'sign in', ticked: true }],
  targets: [
    { id: '10.0.0.1', state: 'healthy' },
    { id: '10.0.0.2', state: 'healthy' },
  ],
  desired: 2,
  guards: { ...freshMemory, clean: 9, cleanSince: now - 20 * minute },
  traffic: { ours: 250, legacy: 750 },
  tooLittleAccepted: false,
}

function result(id: VerificationId, change: Partial<StepFacts> = {}): VerificationResult {
  const found = verifyStep({ ...base, ...change }).find((each) => each.id === id)
  if (!found) throw new Error(`no verification ${id}`)
  for (const locale of ['en', 'ko'] as const) expect(translate(locale, found.message)).not.toMatch(/[{}]|NaN/)
  return found
}

const state = (id: VerificationId, change: Partial<StepFacts> = {}): string => result(id, change).state
const said = (id: VerificationId, change: Partial<StepFacts>): string =>
  translate('en', result(id, change).message)

const final = (change: Partial<StepFacts> = {}): Partial<StepFacts> => ({
  state: at('final'),
  nameServers: three(ours),
  resolvers: asked(...everywhere(ours)),
  ...change,
})

describe('a step', () => {
  it('is verified when all were seen', () => {
    const results = verifyStep(base)
    expect(results.map((each) => each.state)).toEqual(verifications.map(() => 'pass'))
    expect(verified(results)).toBe(true)
    expect(verified(results.slice(1))).toBe(false)
  })

  it('is verified with warnings, not while anything waits or fails', () => {
    expect(verified(verifyStep({ ...base, targets: base.targets?.slice(1) }))).toBe(true)
    expect(verified(verifyStep({ ...base, opened: false }))).toBe(false)
    expect(verified(verifyStep({ ...base, targets: [] }))).toBe(false)
  })

  it('has titles in both languages', () => {
    for (const { title } of verifications) expect(translate('ko', title)).not.toBe(translate('en', title))
  })
})

const change = (status: 'PENDING' | 'INSYNC' | 'unknown', age: number) => ({
  change: { status, submittedAt: now - age },
})

describe('V-1 propagation', () => {
  it('waits for INSYNC', () => {
    expect(state('V-1', { change: undefined })).toBe('waiting')
    expect(state('V-1', change('PENDING', minute))).toBe('waiting')
    expect(said('V-1', change('PENDING', 11 * minute))).toContain('11 minutes')
    expect(state('V-1')).toBe('pass')
  })

  it('takes two minutes for enough where AWS does not say', () => {
    expect(state('V-1', change('unknown', 2 * minute - 1))).toBe('waiting')
    expect(state('V-1', change('unknown', 2 * minute))).toBe('warn')
  })
})

const target: RuleTarget = {
  arn: 'rule',
  kind: 'rule',
  actions: [{ Type: 'forward', TargetGroupArn: 'old' }],
  legacyGroupArn: 'old',
  newGroupArn: 'new',
}

describe('V-2 read back', () => {
  it('fails for other records and for another claim', () => {
    const records = plan.states[at('w25')]?.records ?? []
    expect(state('V-2', { live: undefined })).toBe('waiting')
    expect(state('V-2', { state: 99 })).toBe('waiting')
    expect(state('V-2', { live: { records: plan.states[0]?.records ?? [], nonce: 'x1' } })).toBe('fail')
    expect(state('V-2', { live: { records, nonce: 'x2' } })).toBe('fail')
    expect(state('V-2', { live: { records } })).toBe('fail')
  })

  it('compares the actions of a rule', () => {
    const moved = planned({ strategy: 'rule', rule: target })
    const index = at('w25', moved)
    const actions = moved.states[index]?.actions ?? []
    const facts = { plan: moved, state: index }
    expect(state('V-2', { ...facts, live: { records: [], nonce: 'x1', actions } })).toBe('pass')
    expect(state('V-2', { ...facts, live: { records: [], nonce: 'x1', actions: target.actions } })).toBe(
      'fail',
    )
    expect(state('V-2', { ...facts, live: { records: [], nonce: 'x1' } })).toBe('fail')
    expect(state('V-3', facts)).toBe('pass')
  })
})

describe('V-3 name servers', () => {
  it('asks from three places, and twenty times while two sides answer', () => {
    expect(state('V-3', { nameServers: [] })).toBe('waiting')
    expect(said('V-3', { nameServers: three(legacy) })).toContain('3 of 20')
    expect(said('V-3', final({ nameServers: three(ours).slice(1) }))).toContain('2 of 3')
    expect(state('V-3', final())).toBe('pass')
  })

  it('fails for an error and for the wrong side', () => {
    const gone = { ...answer(legacy, 'a'), rcode: 'NXDOMAIN' }
    expect(said('V-3', { nameServers: [...twenty(legacy), gone] })).toContain('NXDOMAIN')
    expect(state('V-3', final({ nameServers: [...three(ours), answer(legacy, 'c')] }))).toBe('fail')
    expect(state('V-3', { state: at('w0'), nameServers: three(ours) })).toBe('fail')
    expect(state('V-3', { state: at('w0'), nameServers: three(legacy) })).toBe('pass')
  })

  it('fails for what belongs to neither side, unless not all addresses are known', () => {
    const nameServers = [...three(ours), answer('203.0.113.9', 'c')]
    expect(state('V-3', final({ nameServers }))).toBe('fail')
    expect(state('V-3', final({ nameServers, sides: { ...base.sides, complete: false } }))).toBe('warn')
    expect(said('V-3', final({ nameServers: [...three(ours), { ...answer('', 'c'), data: [] }] }))).toContain(
      '–',
    )
  })

  it('warns when the new side never comes though it should', () => {
    expect(said('V-3', { nameServers: twenty(legacy) })).toContain('25 %')
    expect(state('V-3', { state: at('w5'), nameServers: twenty(legacy) })).toBe('pass')
  })

  it('says the worst of several types', () => {
    const both = planned({}, [record('A', legacy), record('AAAA', '2001:db8::1')])
    const sides = { ...base.sides, legacy: [legacy, '2001:db8::1'] }
    const facts = { plan: both, state: at('w25', both), sides }
    expect(state('V-3', { ...facts, nameServers: twenty(legacy) })).toBe('waiting')
    const six = twenty('2001:db8::1').map((sample) => ({ ...sample, type: 'AAAA' }))
    expect(state('V-3', { ...facts, nameServers: [...twenty(legacy), ...six] })).toBe('warn')
  })

  it('cannot ask about private zones', () => {
    expect(said('V-3', { nameServers: undefined })).toContain('dig www.example.com')
  })
})

describe('V-4 public resolvers', () => {
  it('fails for SERVFAIL and NXDOMAIN', () => {
    expect(state('V-4', { resolvers: asked(heard('google', '', 'SERVFAIL')) })).toBe('fail')
    expect(state('V-4', { resolvers: asked(heard('google', '', 'NXDOMAIN')) })).toBe('fail')
  })

  it('warns where nobody can be asked, and waits for answers', () => {
    expect(state('V-4', { resolvers: undefined })).toBe('warn')
    expect(state('V-4', { resolvers: asked() })).toBe('waiting')
    expect(said('V-4', { resolvers: asked(heard('google', legacy), silent('cloudflare')) })).toContain(
      'cloudflare',
    )
  })

  it('is not waited for where a rule is moved, and no record', () => {
    const facts = { plan: planned({ strategy: 'rule', rule: target }), state: 1, resolvers: [] }
    expect(state('V-4', facts)).toBe('pass')
    expect(state('V-3', { ...facts, nameServers: [] })).toBe('pass')
  })

  it('lets resolvers remember the legacy until the wait is over', () => {
    const remembering = asked(...everywhere(ours), heard('google', legacy))
    expect(state('V-4', final({ resolvers: remembering }))).toBe('waiting')
    expect(state('V-4', final({ resolvers: remembering, waitMs: 30 * minute }))).toBe('pass')
    expect(state('V-4', final({ resolvers: remembering, inSyncAt: undefined }))).toBe('pass')
    expect(state('V-4', final())).toBe('pass')
  })

  it('takes three samples of each in the end, of the types that moved', () => {
    expect(state('V-4', final({ resolvers: asked(...everywhere(ours).slice(1)) }))).toBe('waiting')
    const other = { type: 'AAAA', samples: [heard('google', legacy)] }
    expect(state('V-4', final({ resolvers: [...asked(...everywhere(ours)), other] }))).toBe('pass')
    expect(state('V-4', final({ resolvers: asked(silent('google')) }))).toBe('warn')
    const six = planned({ addIpv6: true })
    const facts = { plan: six, state: at('v6', six) }
    expect(state('V-4', { ...final(), ...facts, resolvers: asked(...everywhere(legacy)) })).toBe('waiting')
  })
})

describe('V-5 opened', () => {
  it('passes when ticked off, or when this browser may ask and gets an answer', () => {
    expect(state('V-5')).toBe('pass')
    expect(state('V-5', { opened: false })).toBe('waiting')
    expect(state('V-5', { opened: false, probe: 'answered' })).toBe('pass')
    expect(state('V-5', { opened: false, probe: 'failed' })).toBe('fail')
    expect(state('V-5', { opened: false, probe: 'failed', waitMs: 30 * minute })).toBe('waiting')
  })
})

describe('V-6 targets', () => {
  const healthy = { id: '10.0.0.1', state: 'healthy' }
  const initial = { id: '10.0.0.2', state: 'initial', reason: 'Elb.RegistrationInProgress' }

  it('fails without a healthy one and warns of any other trouble', () => {
    expect(state('V-6', { targets: undefined })).toBe('waiting')
    expect(state('V-6', { desired: undefined })).toBe('waiting')
    expect(state('V-6', { targets: [initial] })).toBe('fail')
    expect(said('V-6', { targets: [healthy, healthy, initial] })).toContain('Elb.RegistrationInProgress')
    expect(state('V-6', { targets: [healthy, healthy], desired: 3 })).toBe('warn')
    expect(state('V-6', { targets: [healthy], desired: 1 })).toBe('warn')
    expect(said('V-6', { targets: [healthy, { id: 'x', state: 'draining' }] })).toContain('x draining')
  })
})

describe('V-7 guards', () => {
  const calm = base.guards

  it('wants the whole wait without a trip', () => {
    expect(said('V-7', { guards: { ...calm, cleanSince: now - 4 * minute } })).toContain('4 of 10')
    expect(state('V-7', { guards: { ...calm, cleanSince: undefined } })).toBe('waiting')
    const just = { inSyncAt: now - 10 * minute }
    expect(said('V-7', { ...just, guards: { ...calm, readUntil: now - 2 * minute } })).toContain('8 of 10')
    expect(said('V-7', { guards: { ...calm, readUntil: 0 } })).toContain('0 of 10')
    expect(state('V-7', { inSyncAt: now - 9 * minute })).toBe('waiting')
    expect(state('V-7', { inSyncAt: undefined })).toBe('waiting')
    expect(state('V-7', { guards: { ...calm, held: 'abort', by: ['G9', 'G2'] } })).toBe('fail')
  })

  it('leaves it to a person whether little traffic is enough', () => {
    expect(state('V-7', { guards: { ...calm, held: 'pause', by: ['G9'] } })).toBe('waiting')
    expect(state('V-7', { tooLittleAccepted: true })).toBe('warn')
  })

  it('asks for nothing before anything moved', () => {
    expect(state('V-7', { state: at('w0'), guards: freshMemory })).toBe('pass')
    expect(state('V-7', { state: 0, guards: freshMemory })).toBe('pass')
  })
})

describe('V-8 traffic', () => {
  it('waits seven minutes for the first request', () => {
    const none = { traffic: {} }
    expect(state('V-8', { ...none, inSyncAt: now - 7 * minute })).toBe('waiting')
    expect(state('V-8', { ...none, inSyncAt: undefined })).toBe('waiting')
    expect(state('V-8', { ...none, inSyncAt: now - 7 * minute - 1 })).toBe('fail')
    expect(state('V-8', { ...none, tooLittleAccepted: true })).toBe('warn')
    expect(state('V-8', { ...none, state: at('w0') })).toBe('pass')
    expect(state('V-8', { ...none, state: 0 })).toBe('pass')
  })

  it('does not take what could not be read for requests that are missing', () => {
    const late = { inSyncAt: now - 8 * minute }
    expect(said('V-8', { ...late, traffic: {} })).toContain('could not be read')
    expect(said('V-8', { ...late, traffic: { ours: 0 } })).toContain('in 8 minutes')
  })

  it('warns when the share is three times off, with 300 requests of both', () => {
    expect(state('V-8', { traffic: { ours: 24, legacy: 276 } })).toBe('warn')
    expect(state('V-8', { traffic: { ours: 25, legacy: 275 } })).toBe('pass')
    expect(state('V-8', { traffic: { ours: 226, legacy: 74 } })).toBe('warn')
    expect(state('V-8', { traffic: { ours: 1, legacy: 298 } })).toBe('pass')
    expect(state('V-8', { traffic: { ours: 1 } })).toBe('pass')
  })
})

describe('V-9 checklist', () => {
  it('waits until all is ticked off', () => {
    expect(said('V-9', { smoke: [...base.smoke, { label: 'pay', ticked: false }] })).toContain('pay')
    expect(state('V-9', { smoke: [] })).toBe('pass')
  })
})

describe('sides', () => {
  it('are known from the plan, without addresses behind names', () => {
    const named = planned({}, [record('CNAME', 'Legacy.Example.NET')])
    expect(knownSides(named)).toEqual({ legacy: ['legacy.example.net'], ours: ['web-1.elb.amazonaws.com'] })
    const alias = {
      HostedZoneId: 'Z3',
      DNSName: 'dualstack.old-1.elb.amazonaws.com.',
      EvaluateTargetHealth: false,
    }
    const aliased = planned({}, [{ Name: hostname, Type: 'A', AliasTarget: alias }])
    expect(knownSides(aliased).legacy).toEqual(['old-1.elb.amazonaws.com'])
    expect(sideOf(['DUALSTACK.web-1.elb.amazonaws.com.', '203.0.113.1'], knownSides(named) as never)).toBe(
      'ours',
    )
  })

  it('share answers as the states say', () => {
    const shares = (label: string, of = plan) => expectedShares(of, at(label, of))
    expect(shares('D0')).toEqual([{ type: 'A', share: 0 }])
    expect(shares('w25')).toEqual([{ type: 'A', share: 25 }])
    expect(shares('final')).toEqual([{ type: 'A', share: 100 }])
    expect(expectedShares(plan, 99)).toEqual([])
    const several = planned({}, [record('A', '192.0.2.1', '192.0.2.2')])
    expect(shares('w25', several)).toEqual([{ type: 'A', share: 25 }])
    const named = planned({}, [record('CNAME', 'legacy.example.net')])
    expect(shares('w50', named)).toEqual([{ type: 'CNAME', share: 50 }])
    const wild = planned({ wildcard: [record('A', legacy)] }, [])
    expect(shares('D0', wild)).toEqual([{ type: 'A', share: 0 }])
    const half = planned({ balancer: { ...params.balancer, dualStack: false } }, [
      record('A', legacy),
      record('AAAA', '2001:db8::1'),
    ])
    expect(shares('w50', half)).toEqual([
      { type: 'A', share: 50 },
      { type: 'AAAA', share: 0 },
    ])
  })
})
