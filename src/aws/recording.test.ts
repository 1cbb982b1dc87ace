/** What is recorded of a live account, and the copy of it in which a cutover is rehearsed. */
import {
  DescribeServiceRevisionsCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs'
import { beforeAll, describe, expect, it } from 'vitest'
import { SdkHandler, simulatedFetch } from '../../simulator/adapters/sdk-handler.ts'
import { createSimulator, type Simulator } from '../../simulator/simulator.ts'
import type { World } from '../../simulator/world/world.ts'
import { defaultParams } from '../core/cutover/params.ts'
import { plannedRun } from '../core/cutover/machine.ts'
import { makePlan } from '../core/cutover/plan.ts'
import type { Command } from '../core/cutover/run.ts'
import type { Subject } from '../core/cutover/preflight/facts.ts'
import { canonicalName } from '../core/dns/name.ts'
import type { Json } from '../core/task-definition/json.ts'
import { canaryDefinition, dresses, secretCanaries } from '../core/task-definition/testing/canaries.ts'
import { now as realNow } from '../lib/clock.ts'
import { createAws, createLimiter } from './client.ts'
import type { Aws } from './context.ts'
import { getMetricData } from './cloudwatch/metric-data.ts'
import { runPreflight } from './cutover/preflight.ts'
import { recordSurroundings } from './cutover/record-surroundings.ts'
import { CutoverRunner } from './cutover/runner.ts'
import { changeRecordSets } from './dns/changes.ts'
import { readRecordSets } from './dns/record-sets.ts'
import { getHostedZone, listZonesFor } from './dns/zones.ts'
import { ecs } from './ecs/ecs.ts'
import { getService } from './ecs/services.ts'
import { getTaskDefinition } from './ecs/task-definitions.ts'
import { listListeners, listRules } from './elb/listeners.ts'
import { getLoadBalancer } from './elb/load-balancers.ts'
import { getTargetGroup } from './elb/target-groups.ts'
import { listTargetHealth } from './elb/target-health.ts'
import { type Recorded, recordCalls } from './recording.ts'
import { getCallerIdentity } from './sts/caller-identity.ts'

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

/** A plan of two halves to `subject`'s load balancer, and what it starts from. */
async function planOf(aws: Aws, { hostname, zoneId = '', loadBalancer }: Subject) {
  const { name } = await getHostedZone(aws, zoneId)
  const balancer = await getLoadBalancer(aws, loadBalancer)
  const { records } = await readRecordSets(aws, zoneId, hostname)
  const { dnsName, canonicalHostedZoneId = '' } = balancer
  const params = {
    ...defaultParams,
    steps: [0, 50, 100],
    originalTtl: 300,
    balancer: { dnsName, hostedZoneId: canonicalHostedZoneId, dualStack: false },
  }
  const planning = makePlan({ zone: { id: zoneId, name }, hostname, records, params })
  if (!('plan' in planning)) throw new Error(planning.refusal.code)
  return { balancer, records, plan: planning.plan }
}

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

  it('lets a cutover of api run to its hold, where requests arrive, and back to exactly what stood', async () => {
    const subject = await subjectOf(live, 'api')
    const { now: start } = live.world()
    const recorded = await recordSurroundings({ aws: live.aws, now: () => start }, subject)
    const { aws, simulator, key, world } = accountOf({ recorded })
    const { balancer, records, plan } = await planOf(aws, subject)
    let nonces = 0
    const now = (): number => simulator.control.advance({ key, duration: 'PT0S' }).now
    const runner = new CutoverRunner(
      plannedRun(plan, '0'.repeat(26)),
      {
        aws,
        now,
        nonce: () => (nonces += 1).toString(16).padStart(16, '0'),
        sleepUntil: async (time) => {
          await new Promise((resolve) => setTimeout(resolve, 0))
          const seconds = Math.ceil((time - now()) / 1000)
          if (seconds > 0) simulator.control.advance({ key, duration: `PT${seconds}S` })
        },
        store: () => Promise.resolve(),
        verify: () => Promise.resolve(true),
      },
      (mistake) => {
        throw mistake
      },
    )
    const until = async (wanted: string, command: Command, first = () => undefined as void) => {
      for (let turn = 0; turn < 50 && runner.get().phase.at !== wanted; turn++) {
        first()
        runner.command(runner.get().phase.at === 'planned' ? { kind: 'start' } : command)
        for (let wait = 0; wait < 1000 && runner.underWay > 0; wait++)
          await new Promise((resolve) => setTimeout(resolve, 0))
      }
      expect(runner.get().phase.at).toBe(wanted)
    }
    runner.conditions({ signedIn: true })
    // Refused until everything goes to the new side.
    const hold = (): void => runner.command({ kind: 'hold' })
    await until('holding', { kind: 'next', checksPassed: true }, hold)
    simulator.control.advance({ key, duration: 'PT10M' })
    const metric = {
      namespace: 'AWS/ApplicationELB' as const,
      name: 'RequestCount',
      stat: 'Sum',
      label: '',
      dimensions: {
        LoadBalancer: balancer.arn.split(':loadbalancer/')[1] ?? '',
        TargetGroup: subject.targetGroupArn.split(':').at(-1) ?? '',
      },
    }
    const range = { from: world().now - 5 * 60_000, to: world().now }
    const [series] = await getMetricData(aws, [metric], range, 60_000)
    // As many as the classic load balancer counted: about 30 a second.
    const perMinute = (series?.points ?? []).map(({ value }) => value)
    expect(Math.min(...perMinute)).toBeGreaterThan(15 * 60)
    expect(Math.max(...perMinute)).toBeLessThan(45 * 60)
    await until('restored', { kind: 'rollback' })
    runner.stop()
    expect(await readRecordSets(aws, subject.zoneId ?? '', subject.hostname)).toEqual({
      records,
      unknownFields: [],
    })
  })
})

describe('what is recorded', () => {
  const secret = 'hunter2'
  const account = accountOf({ scenario: 'migration' })
  const { aws, recorded } = recordCalls(account.aws)

  beforeAll(async () => {
    const client = new ECSClient({
      region,
      credentials: { accessKeyId: account.key, secretAccessKey: 'any' },
      requestHandler: new SdkHandler((each) => account.simulator.handle(each)),
    })
    await client.send(
      new RegisterTaskDefinitionCommand({
        family: 'secretive',
        volumes: [
          { name: 'files', dockerVolumeConfiguration: { driverOpts: { o: secret }, labels: { l: secret } } },
        ],
        containerDefinitions: [
          {
            name: 'app',
            image: 'app:1',
            memory: 128,
            command: ['run', secret],
            entryPoint: [secret],
            environment: [{ name: 'PASSWORD', value: secret }],
            dockerLabels: { owner: secret },
            logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': secret } },
            healthCheck: { command: ['CMD', secret] },
          },
        ],
      }),
    )
  })

  it('has no secrets of a task definition, and keeps the rest', async () => {
    const { containers } = await getTaskDefinition(aws, 'secretive')
    // The page itself sees them, as before.
    expect(JSON.stringify(containers)).toContain(secret)
    expect(recorded()).toHaveLength(1)
    expect(JSON.stringify(recorded())).not.toContain(secret)
    expect(recorded()[0]).toMatchObject({
      service: 'ecs',
      operation: 'DescribeTaskDefinition',
      region,
      input: { taskDefinition: 'secretive' },
      output: {
        taskDefinition: {
          family: 'secretive',
          registeredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
          containerDefinitions: [
            {
              name: 'app',
              image: 'app:1',
              memory: 128,
              command: ['value-not-recorded-2', 'value-not-recorded-1'],
              environment: [{ name: 'PASSWORD', value: 'value-not-recorded-1' }],
            },
          ],
        },
      },
    })
    expect(recorded()[0]?.output).not.toHaveProperty('$metadata')
  })

  it.each(Object.keys(dresses) as (keyof typeof dresses)[])(
    'has no string of a definition that may be secret, nor of what overrides one: %s',
    (name) => {
      const { value, canaries } = canaryDefinition(dresses[name])
      const { family, containerDefinitions, ...task } = value as { family: string } & Record<string, Json>
      const [app] = containerDefinitions as [Record<string, Json>]
      const { aws: listening, recorded: heard } = recordCalls(account.aws)
      const hear = (command: { input: object }, output: object) =>
        listening.heard?.({ service: ecs, command: command as never }, output)
      const arn = `arn:aws:ecs:${region}:123456789012:task-definition/${family}:1`
      hear(new DescribeTasksCommand({ tasks: ['a'] }), {
        tasks: [{ taskDefinitionArn: arn, overrides: { containerOverrides: [app] }, tags: task['tags'] }],
      })
      hear(new DescribeServiceRevisionsCommand({ serviceRevisionArns: ['a'] }), {
        serviceRevisions: [{ serviceConnectConfiguration: { logConfiguration: app['logConfiguration'] } }],
      })
      hear(new DescribeTaskDefinitionCommand({ taskDefinition: 'a' }), {
        taskDefinition: { ...task, family, containerDefinitions, taskDefinitionArn: arn },
        tags: task['tags'],
      })
      const text = JSON.stringify(heard())
      const isSeen = (word: string) => text.includes(word) || text.includes(word.replaceAll('-', ''))
      expect(secretCanaries(canaries, dresses[name]).filter(({ word }) => isSeen(word))).toEqual([])
      expect(heard().map(({ operation }) => operation)).toEqual([
        'DescribeTasks',
        'DescribeServiceRevisions',
        'DescribeTaskDefinition',
      ])
    },
  )

  it('has names whole, however long they are', () => {
    const { aws: listening, recorded: heard } = recordCalls(account.aws)
    const family = 'a-family-with-a-name-that-is-longer-than-any-key-would-be'
    const answer = {
      taskDefinition: {
        family,
        taskDefinitionArn: `arn:aws:ecs:${region}:123456789012:task-definition/${family}:1`,
        containerDefinitions: [{ name: family, image: family, environment: [] }],
        requiresAttributes: [{ name: 'ecs.capability.execution-role-awslogs' }],
      },
    }
    const command = new DescribeTaskDefinitionCommand({ taskDefinition: family })
    listening.heard?.({ service: ecs, command }, answer)
    expect(heard()[0]?.output).toEqual(answer)
  })

  it('has the last answer to each question, and neither changes, failures, log lines nor who asked', async () => {
    const { aws: listening, recorded: heard } = recordCalls(account.aws)
    await getCallerIdentity(listening)
    const { zoneId = '' } = await subjectOf(account, 'www')
    const { records: before } = await readRecordSets(listening, zoneId, 'www.example.com.')
    const [old] = before
    if (!old) throw new Error('www has no record')
    await changeRecordSets(
      listening,
      zoneId,
      [
        { Action: 'DELETE', ResourceRecordSet: old },
        { Action: 'CREATE', ResourceRecordSet: { ...old, TTL: 77 } },
      ],
      'shorter',
    )
    await readRecordSets(listening, zoneId, 'www.example.com.')
    await expect(getTaskDefinition(listening, 'nobody')).rejects.toMatchObject({ kind: 'invalid' })
    expect(heard().map(({ operation }) => operation)).toEqual(['ListResourceRecordSets'])
    expect(heard()[0]?.output).toMatchObject({ ResourceRecordSets: [{ Name: 'www.example.com.', TTL: 77 }] })
  })
})
