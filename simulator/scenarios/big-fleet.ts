/**
 * One Fargate cluster `fleet` in ap-northeast-2 with 5,000 services, 10,000 tasks and 300 target groups (`fleet-tg-001` …,
 * behind `fleet-alb-1` to `fleet-alb-3`): what the console must stay quick with. Most services are steady; some deploy,
 * some crash and roll back, some wait for instances that the cluster does not have.
 */
import { createService, updateService } from '../engine/ecs/services.ts'
import { registerTasks } from '../engine/ecs/service-targets.ts'
import { tasksOfService } from '../engine/ecs/ecs-index.ts'
import { fixedResponse, forward, whenHost } from '../engine/elb/actions.ts'
import { createListener, createLoadBalancer, createRule, createTargetGroup } from '../engine/elb/build.ts'
import type { ClusterRecord, ServiceRecord, TaskDefinitionRecord } from '../world/ecs-tables.ts'
import { nextRandom } from '../world/random.ts'
import type { World } from '../world/world.ts'
import { serviceNames, type ServiceName } from './big-fleet/names.ts'
import { addSettledService } from './big-fleet/settled.ts'
import { addCluster, addDefinition, imageOf, type Site, siteIn } from './building.ts'
import { type Scenario, withPast } from './scenario.ts'

const minute = 60_000
const day = 24 * 60 * minute
const groupCount = 300
const balancerCount = 3
/** Services in trouble or on the move, besides the settled ones. */
const waitingCount = 20
const movingCount = 60
const crashingCount = 20
/** Desired counts by service: two tasks on average. */
const sizes = [1, 2, 1, 3, 1, 2, 4, 1, 2, 3]

export const bigFleet: Scenario = {
  name: 'big-fleet',
  summary: 'One cluster with 5,000 services, 10,000 tasks and 300 target groups.',
  build(world) {
    let site: Site | undefined
    let services: ServiceRecord[] = []
    withPast(
      world,
      10 * minute,
      () => {
        site = siteIn(world, 'ap-northeast-2')
        services = buildFleet(world, site)
      },
      [
        { beforeMs: 80_000, change: () => breakSome(site, services.slice(1000, 1000 + crashingCount)) },
        {
          beforeMs: 12_000,
          change() {
            for (const service of services.slice(2000, 2000 + movingCount)) {
              if (site) updateService(world, site.region, service, { forceNewDeployment: true })
            }
          },
        },
      ],
    )
  },
}

function buildFleet(world: World, site: Site): ServiceRecord[] {
  const cluster = addCluster(site, 'fleet', {
    capacityProviders: ['FARGATE'],
    tags: { Environment: 'production', Team: 'platform' },
  })
  const groups = addTargetGroups(site)
  const definitions = new Map<string, TaskDefinitionRecord>()
  const names = serviceNames(world)
  const settled = names.slice(0, names.length - waitingCount).map((name, index) => {
    const service = addNamed(site, cluster, definitionFor(site, definitions, name), name, {
      desiredCount: sizes[index % sizes.length] ?? 1,
      targetGroupArn: groups[index],
    })
    const tasks = [...tasksOfService(site.region.ecs, service.serviceArn)]
    if (groups[index]) registerTasks(world, site.region, service, tasks)
    return service
  })
  for (const name of names.slice(names.length - waitingCount)) addWaiting(site, cluster, name)
  return settled
}

/** One family for each subject and part, shared by the services of all audiences. */
function definitionFor(
  site: Site,
  definitions: Map<string, TaskDefinitionRecord>,
  { subject, part }: ServiceName,
): TaskDefinitionRecord {
  const family = `${subject}-${part}`
  const known = definitions.get(family)
  if (known) return known
  const made = addDefinition(site, {
    family,
    image: `${subject}/${part}:${1 + Math.floor(nextRandom(site.world) * 9)}.${Math.floor(nextRandom(site.world) * 30)}.0`,
    networkMode: 'awsvpc',
    cpu: 256,
    memory: 512,
    port: 8080,
  })
  definitions.set(family, made)
  return made
}

function addNamed(
  site: Site,
  cluster: ClusterRecord,
  definition: TaskDefinitionRecord,
  { name, subject }: ServiceName,
  options: { desiredCount: number; targetGroupArn?: string },
): ServiceRecord {
  const { targetGroupArn, desiredCount } = options
  const ageMs = 20 * minute + nextRandom(site.world) * 30 * day
  const wanted = {
    clusterArn: cluster.clusterArn,
    serviceName: name,
    taskDefinitionArn: definition.taskDefinitionArn,
    desiredCount,
    launchType: 'FARGATE' as const,
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    loadBalancers: targetGroupArn
      ? [{ targetGroupArn, containerName: definition.family, containerPort: 8080 }]
      : [],
    tags: { Environment: 'production', Team: subject },
  }
  return addSettledService(site, definition, wanted, Math.round(ageMs))
}

/** Services for EC2 in a cluster without instances. */
function addWaiting(site: Site, cluster: ClusterRecord, { name }: ServiceName): void {
  const definition = addDefinition(site, {
    family: `${name}-ec2`,
    image: `ops/${name}:1.0.0`,
    cpu: 128,
    memory: 256,
  })
  createService(site.world, site.region, {
    clusterArn: cluster.clusterArn,
    serviceName: name,
    taskDefinitionArn: definition.taskDefinitionArn,
    desiredCount: 1,
    launchType: 'EC2',
    tags: { Environment: 'production', Team: 'operations' },
  })
}

/** New revisions whose process ends before it is healthy: their circuit breakers count, and roll back soon. */
function breakSome(site: Site | undefined, services: ServiceRecord[]): void {
  if (!site) return
  for (const service of services) {
    const image = `broken/${service.serviceName}:0.0.1`
    site.world.images[imageOf(site, image)] = { exit: { afterMs: 9000, code: 1 } }
    const { taskDefinitionArn } = addDefinition(site, {
      family: `${service.serviceName}-next`,
      image,
      networkMode: 'awsvpc',
      cpu: 256,
      memory: 512,
      container: { healthCheck: { command: ['CMD-SHELL', 'wget -qO- localhost:8080/live'], interval: 15 } },
    })
    updateService(site.world, site.region, service, { taskDefinitionArn })
  }
}

function addTargetGroups(site: Site): string[] {
  const { world, region, subnets } = site
  const listeners = Array.from({ length: balancerCount }, (_, index) => {
    const balancer = createLoadBalancer(world, region.name, { name: `fleet-alb-${index + 1}`, subnets })
    return createListener(world, region.name, {
      loadBalancerArn: balancer.loadBalancerArn,
      defaultActions: [fixedResponse(404)],
    }).listenerArn
  })
  return Array.from({ length: groupCount }, (_, index) => {
    const name = `fleet-tg-${String(index + 1).padStart(3, '0')}`
    const { targetGroupArn } = createTargetGroup(world, region.name, { name, port: 8080, targetType: 'ip' })
    createRule(world, region.name, {
      listenerArn: listeners[index % balancerCount] ?? '',
      priority: index + 1,
      conditions: [whenHost(`${name}.example.com`)],
      actions: [forward(targetGroupArn)],
    })
    return targetGroupArn
  })
}
