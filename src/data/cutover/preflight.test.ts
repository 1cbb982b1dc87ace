/** The preflight of a wish over the wire: results as they come, choices without new calls, the probe only when asked for. */
import { afterEach, describe, expect, it } from 'vitest'
import { defaultParams } from '../../core/cutover/params.ts'
import type { PlanChoices, Subject } from '../../core/cutover/preflight/facts.ts'
import { checks } from '../../core/cutover/preflight/registry.ts'
import type { Simulator } from '../../../simulator/simulator.ts'
import { getTargetGroup } from '../../aws/elb/target-groups.ts'
import { factOf, Preflight } from './preflight.ts'
import { Stage } from './testing/stage.ts'

const { wildcard: _wildcard, aliasTargets: _targets, legacyIpv6: _ipv6, ...choices } = defaultParams

let left: Preflight[] = []

afterEach(() => {
  for (const each of left) each.leave()
  left = []
})

async function stage(changed: Partial<Subject> = {}) {
  const there = new Stage()
  const { host } = there.tab()
  const zone = await there.zoneOf('www.example.com')
  const subject: Subject = {
    typed: 'www.example.com',
    hostname: 'www.example.com.',
    zoneId: zone.id,
    cluster: 'edge',
    service: 'www',
    loadBalancer: 'edge-alb',
    targetGroupArn: (await getTargetGroup(there.aws, 'www')).arn,
    healthPath: '/health',
    choices,
    alarmNames: [],
    probe: { kind: 'skipped' },
    ...changed,
  }
  const ports = () => ({
    aws: there.aws,
    ...(host.doh && { doh: host.doh }),
    session: host.surroundings.session,
    now: there.now,
  })
  const mistakes: unknown[] = []
  const preflight = new Preflight(ports, subject, (mistake) => mistakes.push(mistake))
  left.push(preflight)
  return { there, preflight, subject, mistakes }
}

async function done({ there, preflight }: { there: Stage; preflight: Preflight }): Promise<void> {
  await there.until(() => preflight.get().running.length === 0 && preflight.get().endedAt !== undefined)
}

const callsOf = (simulator: Simulator, key: string): number =>
  simulator.control.journal({ key }).filter(({ type }) => type === 'call').length

const choosing = (change: Partial<PlanChoices>): PlanChoices => ({ ...choices, ...change })

describe('a preflight', () => {
  it('tells each result as it comes, and keeps the facts', async () => {
    const staged = await stage()
    const { preflight, mistakes } = staged
    const seen = new Set<number>()
    preflight.subscribe(() => seen.add(Object.keys(preflight.get().results).length))
    preflight.run()
    expect(preflight.get().running.length).toBeGreaterThan(30)
    expect(preflight.get().running).not.toContain('P-35')
    await done(staged)
    const { results, readings } = preflight.get()
    expect(Object.keys(results)).toHaveLength(checks.length)
    expect(seen.size).toBeGreaterThan(3)
    expect(results['P-35']?.level).toBe('warn')
    expect(factOf(readings, 'zone')?.name).toBe('example.com.')
    const planning = factOf(readings, 'planning')
    expect(planning && 'plan' in planning && planning.plan.states.map(({ label }) => label)).toEqual([
      'D0',
      'ttl-prep',
      'w0',
      'w5',
      'w25',
      'w50',
      'w100',
      'final',
    ])
    expect(mistakes).toEqual([])
  })

  it('answers another choice from what it knows, without a call', async () => {
    const staged = await stage()
    const { preflight, there } = staged
    preflight.run()
    await done(staged)
    const end = factOf(preflight.get().readings, 'session')?.plannedEnd ?? 0
    const before = callsOf(there.simulator, there.key)
    preflight.choose({ choices: choosing({ strategy: 'simple', holdMs: 4 * 3_600_000 }) })
    preflight.choose({ choices: choosing({ strategy: 'simple', holdMs: 4 * 3_600_000 }) })
    await there.idle()
    const planning = factOf(preflight.get().readings, 'planning')
    expect(planning && 'plan' in planning && planning.plan.states.map(({ label }) => label)).toEqual([
      'D0',
      'ttl-prep',
      'final',
    ])
    expect(factOf(preflight.get().readings, 'session')?.plannedEnd).toBeLessThan(end)
    expect(callsOf(there.simulator, there.key)).toBe(before)
    preflight.choose({ choices: choosing({ steps: [0, Number.NaN, 100] }) })
    expect(preflight.get().results['P-40']?.level).toBe('fail')
  })

  it('reads what another choice needs and nobody has read', async () => {
    const staged = await stage()
    const { preflight, there } = staged
    preflight.run()
    await done(staged)
    preflight.choose({ alarmNames: ['edge-5xx'] })
    expect(preflight.get().running).toEqual(['P-37'])
    await there.until(() => preflight.get().running.length === 0)
    expect(preflight.get().results['P-37']?.level).toBe('pass')
    expect(factOf(preflight.get().readings, 'alarms')).toHaveLength(1)
  })

  it('makes one check again, from fresh facts', async () => {
    const staged = await stage()
    const { preflight, there } = staged
    preflight.run()
    await done(staged)
    const before = callsOf(there.simulator, there.key)
    preflight.run('P-32')
    expect(preflight.get().running).toEqual(['P-32'])
    await there.until(() => preflight.get().running.length === 0)
    expect(callsOf(there.simulator, there.key)).toBe(before + 1)
  })

  it('takes somebody’s word for the probe, until it is withdrawn or all is read again', async () => {
    const staged = await stage()
    const { preflight } = staged
    preflight.attest('200 from the office')
    expect(preflight.get().results['P-35']).toMatchObject({ level: 'pass' })
    preflight.run()
    await done(staged)
    expect(preflight.get().results['P-35']).toMatchObject({ level: 'pass' })
    preflight.attest('')
    expect(preflight.get().results['P-35']?.level).toBe('warn')
  })

  it('says nothing more once it is left', async () => {
    const staged = await stage()
    const { preflight, there, mistakes } = staged
    preflight.run()
    preflight.leave()
    const before = preflight.get()
    await there.idle()
    expect(preflight.get()).toBe(before)
    expect(mistakes).toEqual([])
  })

  it('tells of a mistake of ours, and is ready again', async () => {
    const staged = await stage()
    const { preflight, there, mistakes, subject } = staged
    const broken = new Preflight(
      () => {
        throw new TypeError('x is undefined')
      },
      subject,
      (mistake) => mistakes.push(mistake),
    )
    left.push(broken)
    broken.run()
    await there.idle()
    expect(mistakes).toHaveLength(1)
    expect(broken.get().running).toEqual([])
    expect(preflight.get().results).toEqual({})
  })
})
