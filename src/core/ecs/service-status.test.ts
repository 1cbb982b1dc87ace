import { describe, expect, it } from 'vitest'
import { isNotSteady, serviceSummary, type ServiceHealth } from './service-status.ts'
import type { Deployment, Service } from './service.ts'

const steadyEvent = '(service web) has reached a steady state.'
const portEvent =
  '(service web) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 0f1e2d3c4b5a69788796a5b4c3d2e1f0) is already using a port required by your task.'
const unhealthyEvent =
  '(service web) (port 80) is unhealthy in (target-group arn:x) due to (reason Health checks failed)'

function deployment(facts: Partial<Deployment> = {}): Deployment {
  return {
    id: 'ecs-svc/1',
    status: 'PRIMARY',
    taskDefinitionArn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:1',
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    failedTasks: 0,
    rolloutState: 'COMPLETED',
    createdAt: 0,
    updatedAt: 0,
    ...facts,
  }
}

function service(facts: Partial<Service>, events: string[] = [steadyEvent]): Service {
  return {
    arn: 'arn:aws:ecs:us-east-1:123456789012:service/prod/web',
    name: 'web',
    clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/prod',
    status: 'ACTIVE',
    schedulingStrategy: 'REPLICA',
    capacityProviderStrategy: [],
    taskDefinitionArn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:1',
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    deployments: [deployment()],
    events: events.map((message, at) => ({ id: String(at), createdAt: 1000 - at, message })),
    loadBalancers: [],
    subnets: [],
    securityGroups: [],
    placementConstraints: [],
    placementStrategy: [],
    enableExecuteCommand: false,
    tags: {},
    ...facts,
  }
}

const rollingBack = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.'
const next = deployment({ id: 'ecs-svc/2', rolloutState: 'IN_PROGRESS', runningCount: 1 })
const old = deployment({ status: 'ACTIVE' })

const cases: [ServiceHealth, string, Service][] = [
  ['STEADY', 'every task runs', service({})],
  [
    'SCALED_TO_ZERO',
    'none wanted',
    service({
      desiredCount: 0,
      runningCount: 0,
      deployments: [deployment({ desiredCount: 0, runningCount: 0 })],
    }),
  ],
  ['DEPLOYING', 'a second deployment', service({ deployments: [next, old] })],
  ['DEPLOYING', 'an old deployment that is not gone yet', service({ deployments: [deployment(), old] })],
  ['SCALING', 'fewer run, nothing in the way', service({ runningCount: 1 })],
  ['SCALING', 'more run than wanted', service({ runningCount: 3 })],
  ['STUCK', 'fewer run and a task cannot be placed', service({ runningCount: 1 }, [portEvent, steadyEvent])],
  [
    'STUCK',
    'old tasks still serve, but the new deployment cannot place its own',
    service({ deployments: [next, old] }, [portEvent, steadyEvent]),
  ],
  ['STEADY', 'the trouble is older than the last steady state', service({}, [steadyEvent, portEvent])],
  ['UNSTABLE', 'tasks are replaced again and again', service({}, [unhealthyEvent, steadyEvent])],
  ['FAILED', 'failed without rollback', service({ deployments: [deployment({ rolloutState: 'FAILED' })] })],
  [
    'ROLLING_BACK',
    'the circuit breaker went off',
    service({
      deployments: [deployment({ rolloutState: 'IN_PROGRESS', rolloutStateReason: rollingBack }), old],
    }),
  ],
  ['DRAINING', 'deleted', service({ status: 'DRAINING' }, [portEvent])],
  ['INACTIVE', 'gone', service({ status: 'INACTIVE' })],
]

describe('the health of a service', () => {
  it.each(cases)('%s: %s', (health, _, input) => {
    expect(serviceSummary(input).health).toBe(health)
  })

  it('gives reasons only while something stands in the way', () => {
    const stuck = serviceSummary(service({ runningCount: 1 }, [portEvent, portEvent, steadyEvent]))
    expect(stuck.reasons.map(({ reading, times }) => [reading.code, times])).toEqual([['placement-port', 2]])
    expect(isNotSteady(stuck)).toBe(true)
    const steady = serviceSummary(service({}))
    expect(steady.reasons).toEqual([])
    expect(isNotSteady(steady)).toBe(false)
  })

  it('counts the tasks of deployments on their way out', () => {
    expect(serviceSummary(service({ deployments: [next, old] })).oldTasks).toBe(2)
  })
})
