/** The preflight checks of every hostname of the simulated account `migration`, read over the wire. */
import { describe, expect, it, vi } from 'vitest'
import { SdkHandler, simulatedFetch } from '../../../simulator/adapters/sdk-handler.ts'
import { setInstanceState } from '../../../simulator/engine/ec2/build.ts'
import { createSimulator } from '../../../simulator/simulator.ts'
import { regionOf } from '../../../simulator/world/create.ts'
import type { World } from '../../../simulator/world/world.ts'
import { defaultParams } from '../../core/cutover/params.ts'
import { type CheckResult, startGate } from '../../core/cutover/preflight/evaluate.ts'
import { checks } from '../../core/cutover/preflight/registry.ts'
import type { Subject } from '../../core/cutover/preflight/facts.ts'
import { canonicalName } from '../../core/dns/name.ts'
import { translate } from '../../i18n/translate.ts'
import { now as realNow } from '../../lib/clock.ts'
import { createAws, createLimiter } from '../client.ts'
import { readRecordSets } from '../dns/record-sets.ts'
import { listZonesFor } from '../dns/zones.ts'
import { listListeners, listRules } from '../elb/listeners.ts'
import { getLoadBalancer } from '../elb/load-balancers.ts'
import { getTargetGroup } from '../elb/target-groups.ts'
import type { PreflightPorts } from './fact-context.ts'
import { runLiveChecks, runPreflight } from './preflight.ts'

const minute = 60_000
const region = 'ap-northeast-2'
const { wildcard: _wildcard, aliasTargets: _targets, legacyIpv6: _ipv6, ...choices } = defaultParams

/** `edit` changes the world before it is asked. */
function stage(edit: (world: World) => void = () => undefined) {
  const simulator = createSimulator({ scenario: 'migration', clock: 'manual' })
  const state = simulator.control.world({ key: simulator.control.load().world })
  edit(state)
  const { accessKeyId: key, secretAccessKey, sessionToken, config } = simulator.control.load({ state })
  let ticks = 0
  const fetchDns = simulatedFetch(simulator.handle)
  const aws = createAws({
    account: config.account,
    region,
    role: 'test',
    endpoint: config.endpoint,
    credentials: () => Promise.resolve({ accessKeyId: key, secretAccessKey, sessionToken }),
    requestHandler: new SdkHandler((request) => simulator.handle(request)),
    // Time for the budget flies: what is tested is what is asked, not how long it may take.
    limiter: createLimiter(() => (ticks += 1000), 1),
    ports: {
      renew: () => Promise.resolve(),
      onSignedOut: () => undefined,
      online: () => true,
      reachesOwnOrigin: () => Promise.resolve(true),
      random: () => 0,
      sleep: (ms) => {
        simulator.control.advance({ key, duration: `PT${ms / 1000}S` })
        return Promise.resolve()
      },
      now: realNow,
    },
  })
  const now = (): number => simulator.control.world({ key }).now
  const ports: PreflightPorts = {
    aws,
    doh: { fetch: (url, init) => fetchDns(url, init), resolvers: config.resolvers },
    session: () => Promise.resolve({ expiresAt: now() + 60 * minute, renewable: true }),
    now,
  }
  return { simulator, key, ports }
}

async function subjectOf(
  { aws }: PreflightPorts,
  typed: string,
  service: string,
  changed: Partial<Subject> = {},
): Promise<Subject> {
  const { arn } = await getTargetGroup(aws, service)
  const own = ['media', 'docs', 'shop'].includes(service) ? service : 'edge'
  return {
    typed,
    hostname: canonicalName(typed) ?? '',
    zoneId: undefined,
    cluster: 'edge',
    service,
    loadBalancer: `${own}-alb`,
    targetGroupArn: arn,
    healthPath: '/health',
    choices,
    alarmNames: ['edge-5xx'],
    probe: { kind: 'skipped' },
    ...changed,
  }
}

/** Ids of the checks at each level but the good ones. */
function troubles(results: readonly CheckResult[]): Record<string, string[]> {
  const byLevel: Record<string, string[]> = { fail: [], unknown: [], warn: [] }
  for (const { id, level } of results) byLevel[level]?.push(id)
  return byLevel
}

function levelsOf(results: readonly CheckResult[]): Record<string, string> {
  return Object.fromEntries(results.map(({ id, level }) => [id, level]))
}

function saying(results: readonly CheckResult[], id: string): string {
  const { verdicts = [] } = results.find((result) => result.id === id) ?? {}
  return verdicts.map(({ message }) => translate('en', message)).join('\n')
}

describe('preflight of', () => {
  const staged = stage()

  it.each<[string, string, Record<string, string[]>]>([
    ['www.example.com', 'www', { fail: [], warn: ['P-02', 'P-11', 'P-35', 'P-38', 'P-45'] }],
    ['shop.example.com', 'shop', { fail: [], warn: ['P-02', 'P-35', 'P-38'] }],
    ['portal.example.com', 'portal', { fail: [], warn: ['P-02', 'P-11', 'P-35', 'P-38'] }],
    ['api.example.com', 'api', { fail: [], warn: ['P-02', 'P-35'] }],
    ['app.example.com', 'app', { fail: ['P-26'], warn: ['P-02', 'P-12', 'P-35', 'P-38'] }],
    ['example.com', 'site', { fail: [], warn: ['P-02', 'P-35', 'P-38'] }],
    ['media.example.com', 'media', { fail: [], warn: ['P-02', 'P-35', 'P-38'] }],
    ['docs.example.com', 'docs', { fail: ['P-25'], warn: ['P-02', 'P-10', 'P-35', 'P-38'] }],
    ['search.example.com', 'search', { fail: ['P-08', 'P-40'], warn: ['P-02', 'P-35', 'P-38'] }],
  ])('%s, for service %s, finds %j', async (typed, service, expected) => {
    const results = await runPreflight(staged.ports, await subjectOf(staged.ports, typed, service))
    expect(results.map(({ id }) => id)).toEqual(checks.map(({ id }) => id))
    expect(troubles(results)).toEqual({ unknown: [], ...expected })
  })

  it('a hostname whose zone was chosen may start once each warning is acknowledged', async () => {
    const { ports } = staged
    const { id: zoneId } =
      (await listZonesFor(ports.aws, 'www.example.com.')).find((zone) => !zone.isPrivate) ?? {}
    const results = await runPreflight(ports, await subjectOf(ports, 'www.example.com', 'www', { zoneId }))
    expect(levelsOf(results)).toMatchObject({ 'P-02': 'info', 'P-05': 'pass' })
    const { blocking, toAcknowledge } = startGate(results, new Set())
    expect(blocking).toEqual([])
    expect(startGate(results, new Set(toAcknowledge))).toEqual({ blocking: [], toAcknowledge: [] })
  })

  it('a name that only a private zone answers for keeps away from public resolvers', async () => {
    const { ports } = staged
    const { id: zoneId } =
      (await listZonesFor(ports.aws, 'intranet.example.com.')).find((zone) => zone.isPrivate) ?? {}
    const asked: string[] = []
    const doh = {
      resolvers: ports.doh?.resolvers ?? [],
      fetch: (url: string) => {
        asked.push(url)
        return Promise.reject(new TypeError('not expected'))
      },
    }
    const subject = await subjectOf(ports, 'intranet.example.com', 'www', {
      zoneId,
      probe: { kind: 'health-check' },
    })
    const results = await runPreflight({ ...ports, doh }, subject)
    expect(asked).toEqual([])
    // The public wildcard answers for it outside.
    expect(levelsOf(results)).toMatchObject({
      'P-04': 'pass',
      'P-05': 'warn',
      'P-22': 'warn',
      'P-35': 'warn',
    })
  })

  it('a name without a zone leaves open what depends on one, and makes the rest', async () => {
    const results = await runPreflight(staged.ports, await subjectOf(staged.ports, 'www.nowhere.net', 'www'))
    expect(levelsOf(results)).toMatchObject({
      'P-01': 'pass',
      'P-02': 'fail',
      'P-03': 'unknown',
      'P-20': 'pass',
    })
    expect(results.find(({ id }) => id === 'P-03')).toMatchObject({ missing: 'zones' })
    expect(levelsOf(results)['P-32']).toBe('pass')
  })

  it('a moving rule looks at the rule and leaves DNS alone', async () => {
    const { ports } = staged
    const { arn: legacyGroupArn } = await getTargetGroup(ports.aws, 'site')
    const { arn } = await getLoadBalancer(ports.aws, 'edge-alb')
    const [listener] = (await listListeners(ports.aws, arn)).filter(({ port }) => port === 443)
    const rules = await listRules(ports.aws, listener?.arn ?? '')
    const rule = rules.find(({ conditions }) => conditions[0]?.values[0] === 'www.example.com')
    const subject = await subjectOf(ports, 'www.example.com', 'www')
    const results = await runPreflight(ports, {
      ...subject,
      choices: {
        ...choices,
        strategy: 'rule',
        rule: {
          arn: rule?.arn ?? '',
          kind: 'rule',
          actions: [{ Type: 'forward', TargetGroupArn: legacyGroupArn }],
          legacyGroupArn,
          newGroupArn: subject.targetGroupArn,
        },
      },
    })
    expect(levelsOf(results)).toMatchObject({
      'P-15': 'info',
      'P-16': 'pass',
      'P-17': 'fail',
      'P-26': 'pass',
      // Healthy, though nobody was ever sent there.
      'P-36': 'pass',
      'P-38': 'warn',
    })
  })
})

describe('results', () => {
  it('come as they are ready, each once, while a slow zone is still being read', async () => {
    const { ports, simulator, key } = stage()
    simulator.control.fault({
      key,
      kind: 'delay',
      match: { operation: 'ListResourceRecordSets' },
      options: { ms: 30 },
    })
    const seen: string[] = []
    const subject = await subjectOf(ports, 'www.example.com', 'www')
    const results = await runPreflight(ports, subject, { onResult: ({ id }) => seen.push(id) })
    expect(seen.toSorted()).toEqual(results.map(({ id }) => id))
    expect(seen.indexOf('P-20')).toBeLessThan(seen.indexOf('P-03'))
    expect(seen.indexOf('P-01')).toBeLessThan(seen.indexOf('P-20'))
  })

  it('wait for the second reading of the hostname only where it is compared with the first', async () => {
    const { ports } = stage()
    const waiting: (() => void)[] = []
    const second = () => new Promise<void>((resolve) => waiting.push(resolve))
    const { sleep } = ports.aws.ports
    const aws = {
      ...ports.aws,
      ports: { ...ports.aws.ports, sleep: (ms: number) => (ms === 2_000 ? second() : sleep(ms)) },
    }
    const seen: string[] = []
    const subject = await subjectOf(ports, 'www.example.com', 'www')
    const running = runPreflight({ ...ports, aws }, subject, { onResult: ({ id }) => seen.push(id) })
    await vi.waitFor(() => expect(seen).toHaveLength(checks.length - 1))
    expect(seen).not.toContain('P-07')
    waiting.forEach((goOn) => goOn())
    expect(levelsOf(await running)).toMatchObject({ 'P-07': 'pass', 'P-36': 'pass', 'P-40': 'pass' })
  })

  it('say what a role may not read: what is optional is no obstacle, the rest is unknown', async () => {
    const { ports, simulator, key } = stage()
    for (const operation of [
      'GetDNSSEC',
      'DescribeAlarms',
      'DescribeCapacityReservation',
      'DescribeScalableTargets',
      'DescribeCertificate',
      'ListTagsForResource',
    ])
      simulator.control.fault({ key, kind: 'deny', match: { operation } })
    const results = await runPreflight(ports, await subjectOf(ports, 'api.example.com', 'api'))
    expect(levelsOf(results)).toMatchObject({
      'P-12': 'info',
      'P-25': 'unknown',
      'P-26': 'pass',
      'P-29': 'info',
      'P-34': 'info',
      'P-37': 'info',
      'P-41': 'info',
    })
    expect(results.find(({ id }) => id === 'P-25')).toMatchObject({
      missing: 'certificates',
      problem: { kind: 'denied', action: 'acm:DescribeCertificate' },
    })
    expect(startGate(results, new Set()).blocking).toEqual(['P-25'])
  })

  it('do not wait for public resolvers that must not be asked', async () => {
    const { ports } = stage()
    const { doh: _doh, ...silent } = ports
    const subject = await subjectOf(silent, 'portal.example.com', 'portal', {
      probe: { kind: 'health-check' },
    })
    const results = await runPreflight(silent, subject)
    expect(levelsOf(results)).toMatchObject({ 'P-04': 'warn', 'P-35': 'warn', 'P-36': 'info' })
  })

  it('end with their caller', async () => {
    const { ports } = stage()
    const subject = await subjectOf(ports, 'www.example.com', 'www')
    const control = new AbortController()
    const running = runPreflight(ports, subject, {
      signal: control.signal,
      onResult: () => control.abort(new Error('left the page')),
    })
    await expect(running).rejects.toThrow('left the page')
  })

  it('know when the plan ends', async () => {
    const { ports } = stage()
    const session = async () => ({ ...(await ports.session()), signInEndsAt: ports.now() + 60 * minute })
    const subject = await subjectOf(ports, 'api.example.com', 'api')
    const results = await runPreflight({ ...ports, session }, subject)
    expect(levelsOf(results)['P-39']).toBe('warn')
    const soon = { ...subject, plannedEnd: ports.now() + minute }
    expect(levelsOf(await runPreflight({ ...ports, session }, soon))['P-39']).toBe('pass')
  })
})

describe('the probe', () => {
  const probing = { probe: { kind: 'health-check' as const } }

  it('reaches the new side with the real hostname and leaves nothing behind', async () => {
    const { ports, simulator, key } = stage()
    const results = await runPreflight(ports, await subjectOf(ports, 'www.example.com', 'www', probing))
    expect(levelsOf(results)['P-35']).toBe('pass')
    expect(saying(results, 'P-35')).toMatch(/^16 of 16 checkers/)
    expect(Object.keys(simulator.control.world({ key }).dns.healthChecks)).toEqual([])
  })

  it('sees that nobody there knows the hostname', async () => {
    const { ports } = stage()
    const results = await runPreflight(ports, await subjectOf(ports, 'app.example.com', 'app', probing))
    expect(levelsOf(results)['P-35']).toBe('fail')
    const probe = results.find(({ id }) => id === 'P-35')
    expect(probe?.verdicts[0]?.evidence?.[0]).toContain('404')
  })

  it('is taken back when its caller leaves meanwhile', async () => {
    const { ports, simulator, key } = stage()
    const subject = await subjectOf(ports, 'www.example.com', 'www', probing)
    const checksNow = (): string[] => Object.keys(simulator.control.world({ key }).dns.healthChecks)
    const control = new AbortController()
    const { sleep } = ports.aws.ports
    const aws = {
      ...ports.aws,
      ports: {
        ...ports.aws.ports,
        sleep: async (ms: number) => {
          await sleep(ms)
          if (checksNow().length > 0) control.abort(new Error('left the page'))
        },
      },
    }
    const running = runPreflight({ ...ports, aws }, subject, { signal: control.signal })
    await expect(running).rejects.toThrow('left the page')
    await vi.waitFor(() => expect(checksNow()).toEqual([]))
  })

  it('says what it could not delete', async () => {
    const { ports, simulator, key } = stage()
    simulator.control.fault({ key, kind: 'deny', match: { operation: 'DeleteHealthCheck' } })
    const results = await runPreflight(ports, await subjectOf(ports, 'www.example.com', 'www', probing))
    const [id = ''] = Object.keys(simulator.control.world({ key }).dns.healthChecks)
    expect(id).not.toBe('')
    expect(saying(results, 'P-35')).toContain(id)
  })
})

describe('live checks', () => {
  it('are few, cheap, and see that the way back is gone', async () => {
    const { ports, simulator, key } = stage()
    const zones = await listZonesFor(ports.aws, 'www.example.com.')
    const zoneId = zones.find((zone) => !zone.isPrivate)?.id ?? ''
    const { records: original } = await readRecordSets(ports.aws, zoneId, 'www.example.com.')
    const subject = await subjectOf(ports, 'www.example.com', 'www', {
      zoneId,
      original,
      plannedEnd: ports.now(),
    })
    const listings = () =>
      simulator.control
        .journal({ key })
        .filter((entry) => JSON.stringify(entry).includes('ListResourceRecordSets')).length
    const before = listings()
    const good = await runLiveChecks(ports, subject)
    expect(levelsOf(good)).toEqual({
      'P-07': 'pass',
      'P-20': 'pass',
      'P-30': 'pass',
      'P-32': 'pass',
      'P-36': 'pass',
      'P-39': 'pass',
    })
    // The hostname and the parked name, twice.
    expect(listings() - before).toBe(4)

    const gone = stage((world) => {
      for (const { instanceId, tags } of Object.values(regionOf(world, region).ec2.instances))
        if (tags['Name'] === 'www-legacy') setInstanceState(world, region, instanceId, 'stopped')
    })
    const { arn: targetGroupArn } = await getTargetGroup(gone.ports.aws, 'www')
    const after = await runLiveChecks(gone.ports, { ...subject, targetGroupArn })
    expect(levelsOf(after)['P-36']).toBe('fail')
    expect(saying(after, 'P-36')).toMatch(/203\.0\.113\.10 \(i-\w+ stopped\)/)
  })
})
