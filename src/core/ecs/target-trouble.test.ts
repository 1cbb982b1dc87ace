import { describe, expect, it } from 'vitest'
import type { Target, TargetGroup } from '../elb/target-group.ts'
import { serviceSummary, type ServiceSummary } from './service-status.ts'
import type { Deployment, Service } from './service.ts'
import { targetTroubles, withTargetTroubles } from './target-trouble.ts'
import type { Task } from './task.ts'

const group: TargetGroup = {
  arn: 'arn:tg/admin',
  name: 'admin',
  targetType: 'ip',
  loadBalancerArns: [],
  healthCheck: { enabled: true, path: '/healthz', matcher: '200' },
}

function target(id: string, state: string, facts: Partial<Target> = {}): Target {
  return { id, port: 8080, state, ...facts }
}

const mismatch = target('10.0.0.2', 'unhealthy', {
  reason: 'Target.ResponseCodeMismatch',
  description: 'Health checks failed with these codes: [404]',
})

function task(id: string, privateIp: string, startedBy: string): Task {
  return {
    arn: `arn:task/${id}`,
    id,
    clusterArn: 'c',
    taskDefinitionArn: 'td',
    group: 'service:admin',
    startedBy,
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    privateIp,
    containers: [],
    enableExecuteCommand: false,
    tags: {},
  }
}

const tasks = [task('old', '10.0.0.1', 'ecs-svc/1'), task('new', '10.0.0.2', 'ecs-svc/2')]

function deployment(id: string, facts: Partial<Deployment>): Deployment {
  return {
    id,
    status: 'PRIMARY',
    taskDefinitionArn: 'td',
    desiredCount: 1,
    runningCount: 1,
    pendingCount: 0,
    failedTasks: 0,
    createdAt: 0,
    updatedAt: 0,
    ...facts,
  }
}

function summaryOf(deployments: Deployment[], events: string[] = []): ServiceSummary {
  const service: Service = {
    arn: 'arn:service/admin',
    name: 'admin',
    clusterArn: 'c',
    status: 'ACTIVE',
    schedulingStrategy: 'REPLICA',
    capacityProviderStrategy: [],
    taskDefinitionArn: 'td',
    desiredCount: 1,
    runningCount: 1,
    pendingCount: 0,
    deployments,
    events: events.map((message, at) => ({ id: String(at), createdAt: at, message })),
    loadBalancers: [],
    subnets: [],
    securityGroups: [],
    placementConstraints: [],
    placementStrategy: [],
    enableExecuteCommand: false,
    tags: {},
  }
  return serviceSummary(service)
}

const deploying = summaryOf([
  deployment('ecs-svc/2', { rolloutState: 'IN_PROGRESS' }),
  deployment('ecs-svc/1', { status: 'ACTIVE', rolloutState: 'COMPLETED' }),
])
const steady = summaryOf([deployment('ecs-svc/2', { rolloutState: 'COMPLETED' })])
const stuck = summaryOf(
  [deployment('ecs-svc/2', { rolloutState: 'IN_PROGRESS', runningCount: 0 })],
  ['(service admin) was unable to place a task because no container instance met all of its requirements.'],
)

describe('targets that should get traffic and do not', () => {
  it('are the unhealthy ones, each with its task and what its reason means', () => {
    const troubles = targetTroubles(
      [{ group, targets: [target('10.0.0.1', 'healthy'), mismatch] }],
      tasks,
      [],
      'ecs-svc/2',
    )
    expect(troubles).toMatchObject([
      {
        group: { name: 'admin' },
        reason: 'Target.ResponseCodeMismatch',
        targets: [{ target: { id: '10.0.0.2' }, task: { id: 'new' }, isNew: true }],
      },
    ])
    expect(troubles[0]?.explained?.means.values).toMatchObject({ path: '/healthz', codes: '404' })
  })

  it.each(['initial', 'draining', 'unhealthy.draining', 'unused', 'healthy'])(
    'are not those that are %s',
    (state) => {
      expect(targetTroubles([{ group, targets: [target('10.0.0.2', state)] }], tasks, [], 'x')).toEqual([])
    },
  )

  it('may have a task that nobody knows', () => {
    const [trouble] = targetTroubles([{ group, targets: [mismatch] }], [], [], 'ecs-svc/2')
    expect(trouble?.targets).toEqual([{ target: mismatch, task: undefined, isNew: false }])
  })

  it('are said together where the reason is the same', () => {
    const timeout = target('10.0.0.1', 'unhealthy', { reason: 'Target.Timeout' })
    const third = { ...mismatch, id: '10.0.0.3' }
    const troubles = targetTroubles([{ group, targets: [mismatch, timeout, third] }], tasks, [], 'x')
    expect(troubles.map(({ reason, targets }) => [reason, targets.length])).toEqual([
      ['Target.ResponseCodeMismatch', 2],
      ['Target.Timeout', 1],
    ])
  })
})

describe('what they make of a service', () => {
  const troubles = targetTroubles([{ group, targets: [mismatch] }], tasks, [], 'ecs-svc/2')
  const old = targetTroubles([{ group, targets: [{ ...mismatch, id: '10.0.0.1' }] }], tasks, [], 'ecs-svc/2')

  it('nothing when there are none', () => {
    expect(withTargetTroubles(deploying, [])).toBe(deploying)
  })

  it('a deployment that waits for its new task is not on its way: it needs someone', () => {
    const summary = withTargetTroubles(deploying, troubles)
    expect(summary).toMatchObject({ health: 'UNHEALTHY', tone: 'bad', primary: { id: 'ecs-svc/2' } })
    expect(summary.means.en).toContain('new task')
    expect(withTargetTroubles(deploying, old).means.en).not.toContain('new task')
  })

  it('a service whose counts are right is not steady', () => {
    expect(withTargetTroubles(steady, troubles)).toMatchObject({ health: 'UNHEALTHY', tone: 'bad' })
  })

  it('what stands in the way by the events stays the first thing to say', () => {
    expect(withTargetTroubles(stuck, troubles)).toBe(stuck)
  })
})
