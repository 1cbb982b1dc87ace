/** A small world for unit tests: addresses that listen without the whole life of a task around them. */
import { createWorld, regionOf } from '../../world/create.ts'
import type { TaskRecord } from '../../world/ecs-tables.ts'
import type { TargetGroupRecord } from '../../world/elb-tables.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { World } from '../../world/world.ts'
import { addTask } from '../ecs/ecs-index.ts'
import { schedule } from '../schedule.ts'
import { forward } from './actions.ts'
import { createListener, createLoadBalancer, createTargetGroup, type TargetGroupOptions } from './build.ts'

export const REGION = 'us-east-1'
/** 2026-11-20T00:00:00Z */
export const START = Date.UTC(2026, 10, 20)

export function testingWorld(seed = 1): World {
  return createWorld({ id: 'w', scenario: 'none', seed, now: START })
}

/** Lets a task of its own address listen on port 80 from now on (ready at once unless its image says otherwise). */
export function listen(world: World, ip: string, behaviour: ImageBehaviour): TaskRecord {
  const { ecs } = regionOf(world, REGION)
  const image = `image-of-${ip}`
  const definitionArn = `arn:aws:ecs:${REGION}:${world.accountId}:task-definition/${ip}:1`
  world.images[image] = { readyAfterMs: 0, ...behaviour }
  ecs.taskDefinitions[definitionArn] = {
    taskDefinitionArn: definitionArn,
    family: ip,
    revision: 1,
    status: 'ACTIVE',
    definition: {
      family: ip,
      networkMode: 'awsvpc',
      containerDefinitions: [{ name: 'web', image, portMappings: [{ containerPort: 80, protocol: 'tcp' }] }],
    },
    registeredAt: world.now,
    registeredBy: 'test',
    tags: {},
  }
  const task: TaskRecord = {
    taskArn: `arn:aws:ecs:${REGION}:${world.accountId}:task/c/${ip}`,
    clusterArn: `arn:aws:ecs:${REGION}:${world.accountId}:cluster/c`,
    taskDefinitionArn: definitionArn,
    group: 'family:web',
    launchType: 'FARGATE',
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    healthStatus: 'UNKNOWN',
    containers: [
      {
        containerArn: `${ip}/web`,
        name: 'web',
        image,
        lastStatus: 'RUNNING',
        healthStatus: 'UNKNOWN',
        startedAt: world.now,
        networkBindings: [],
        cpu: 256,
      },
    ],
    network: {
      eniId: 'eni-1',
      attachmentId: 'a',
      subnetId: 'subnet-1',
      privateIp: ip,
      macAddress: '02:00:00:00:00:01',
      securityGroups: [],
    },
    cpu: 256,
    memory: 512,
    enableExecuteCommand: false,
    version: 1,
    createdAt: world.now,
    startedAt: world.now,
    tags: {},
  }
  addTask(ecs, task)
  announce(world, ip)
  return task
}

/** Changes how the software at an address behaves. */
export function behave(world: World, ip: string, behaviour: ImageBehaviour): void {
  world.images[`image-of-${ip}`] = { readyAfterMs: 0, ...behaviour }
  announce(world, ip)
}

function announce(world: World, ip: string): void {
  schedule(world, 0, { kind: 'endpoint-changed', region: REGION, subject: ip, data: { port: 80 } })
}

/** A target group behind its own load balancer, forwarded to from port 80. */
export function balanced(
  world: World,
  options: Partial<TargetGroupOptions> = {},
): { group: TargetGroupRecord; loadBalancerArn: string } {
  const group = createTargetGroup(world, REGION, { name: 'web', targetType: 'ip', ...options })
  const { loadBalancerArn } = createLoadBalancer(world, REGION, { name: `${group.name}-lb` })
  createListener(world, REGION, { loadBalancerArn, defaultActions: [forward(group.targetGroupArn)] })
  return { group, loadBalancerArn }
}
