/** What is recorded of a live account, and the copy of it in which a cutover is rehearsed. */
import { DescribeTaskDefinitionCommand, ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs'
import { beforeAll, describe, expect, it } from 'vitest'
import { SdkHandler, simulatedFetch } from '../../simulator/adapters/sdk-handler.ts'
import { createSimulator, type Simulator } from '../../simulator/simulator.ts'
import type { World } from '../../simulator/world/world.ts'
import { defaultParams } from '../core/cutover/params.ts'
import { startGate } from '../core/cutover/preflight/evaluate.ts'
import type { Subject } from '../core/cutover/preflight/facts.ts'
import { canonicalName } from '../core/dns/name.ts'
import { now as realNow } from '../lib/clock.ts'
import { createAws, createLimiter } from './client.ts'
import type { Aws } from './context.ts'
import { runPreflight } from './cutover/preflight.ts'
import { recordSurroundings } from './cutover/record-surroundings.ts'
import { readRecordSets } from './dns/record-sets.ts'
import { listZonesFor } from './dns/zones.ts'
import { getService } from './ecs/services.ts'
import { getTaskDefinition } from './ecs/task-definitions.ts'
import { listListeners, listRules } from './elb/listeners.ts'
import { getLoadBalancer } from './elb/load-balancers.ts'
import { getTargetGroup } from './elb/target-groups.ts'
import { listTargetHealth } from './elb/target-health.ts'
import { type Recorded, recordCalls } from './recording.ts'

const region = 'ap-northeast-2'
const { wildcard: _wildcard, aliasTargets: _targets, legacyIpv6: _ipv6, ...choices } = defaultParams

interface Account {
  simulator: Simulator
  key: string
  aws: Aws
  doh: {
    fetch: (url: string, init: RequestInit) => Promise<Response>
    resolvers: { name: string; url: string }[]
  }
  world: () => World
}

/** An account that answers in process: a scenario, or a copy of another account. */
function accountOf(request: { scenario: string } | { recorded: Recorded[] }): Account {
  const simulator = createSimulator({ clock: 'manual' })
  const { accessKeyId: key, secretAccessKey, sessionToken, config } = simulator.control.load(request)
  let ticks = 0
  const fetchDns = simulatedFetch(simulator.handle)
  const aws = createAws({
    account: config.account,
    region,
    role: 'test',
    credentials: () => Promise.resolve({ accessKeyId: key, secretAccessKey, sessionToken }),
    requestHandler: new SdkHandler((each) => simulator.handle(each)),
    // A budget that is never short: what is tested is not the pace.
    limiter: createLimiter(() => (ticks += 60_000), 1),
    ports: {
      renew: () => Promise.resolve(),
      onSignedOut: () => undefined,
      online: () => true,
      reachesOwnOrigin: () => Promise.resolve(true),
      random: () => 0,
      sleep: () => Promise.resolve(),
      now: realNow,
    },
  })
  return {
    simulator,
    key,
    aws,
    doh: { fetch: (url, init) => fetchDns(url, init), resolvers: config.resolvers },
    world: () => simulator.control.world({ key }),
  }
}

async function subjectOf({ aws }: Account, service: string): Promise<Subject> {
  const typed = service === 'site' ? 'example.com' : `${service}.example.com`
  const hostname = canonicalName(typed) ?? ''
  const zone = (await listZonesFor(aws, hostname)).find(({ isPrivate }) => !isPrivate)
  return {
    typed,
    hostname,
    ...(zone && { zoneId: zone.id }),
    cluster: 'edge',
    service,
    loadBalancer: ['media', 'docs', 'shop'].includes(service) ? `${service}-alb` : 'edge-alb',
    targetGroupArn: (await getTargetGroup(aws, service)).arn,
    healthPath: '/health',
    choices,
    alarmNames: ['edge-5xx'],
    probe: { kind: 'skipped' },
  }
}

/** What a reader sees of a subject's surroundings, but for what differs from one start to the next. */
async function seenOf({ aws }: Account, subject: Subject) {
  const balancer = await getLoadBalancer(aws, subject.loadBalancer)
  const listeners = await listListeners(aws, balancer.arn)
  const rules = await Promise.all(listeners.map(({ arn }) => listRules(aws, arn)))
  const { arn, name, desiredCount, runningCount, pendingCount, taskDefinitionArn, loadBalancers, subnets } =
    await getService(aws, subject.cluster, subject.service)
  const targets = await listTargetHealth(aws, subject.targetGroupArn)
  return {
    records: await readRecordSets(aws, subject.zoneId ?? '', subject.hostname),
    balancer,
    listeners,
    rules,
    group: await getTargetGroup(aws, subject.service),
    service: {
      arn,
      name,
      desiredCount,
      runningCount,
      pendingCount,
      taskDefinitionArn,
      loadBalancers,
      subnets,
    },
    targets: targets
      .map(({ state, availabilityZone, port }) => `${state} ${availabilityZone} ${port}`)
      .toSorted(),
  }
}

const services = ['www', 'shop', 'portal', 'api', 'app', 'site', 'media', 'docs', 'search']

describe('a copy of what was recorded', () => {
  const live = accountOf({ scenario: 'migration' })

  it.each(services)(
    'shows the surroundings of %s as they are, and passes the same checks',
    async (service) => {
      const subject = await subjectOf(live, service)
      const before = live.world()
      const recorded = await recordSurroundings({ aws: live.aws, now: () => before.now }, subject)
      expect(live.world().journal.filter(({ type }) => type === 'effect')).toEqual([])
      // It crosses to another page as JSON.
      const copy = accountOf({ recorded: JSON.parse(JSON.stringify(recorded)) as Recorded[] })
      expect(await subjectOf(copy, service)).toEqual(subject)
      expect(await seenOf(copy, subject)).toEqual(await seenOf(live, subject))
      expect(copy.world().accountId).toBe(before.accountId)

      const levels = async ({ aws, doh, world }: Account) => {
        const now = () => world().now
        const session = () => Promise.resolve({ renewable: true, expiresAt: now() + 3_600_000 })
        const results = await runPreflight({ aws, doh, session, now }, subject)
        return Object.fromEntries(results.map(({ id, level }) => [id, level]))
      }
      expect(await levels(copy)).toEqual(await levels(live))
    },
  )
})
