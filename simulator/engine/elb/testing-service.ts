/** A Fargate service behind a load balancer for unit tests, run by the whole engine. */
import { regionOf } from '../../world/create.ts'
import type { ServiceRecord } from '../../world/ecs-tables.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { World } from '../../world/world.ts'
import { createService } from '../ecs/services.ts'
import { registerTaskDefinition } from '../ecs/task-definitions.ts'
import { addClients } from '../traffic/clients.ts'
import { defaultNetwork } from './build.ts'
import { balanced, REGION } from './testing-world.ts'

/** The service `web` in the cluster `main`: container `web` of image `web:1`, log group `/ecs/web`, 10 requests a second. */
export function webService(world: World, behaviour: ImageBehaviour, desiredCount = 2): ServiceRecord {
  const region = regionOf(world, REGION)
  world.images['web:1'] = behaviour
  const clusterArn = `arn:aws:ecs:${REGION}:${world.accountId}:cluster/main`
  region.ecs.clusters[clusterArn] = {
    clusterArn,
    clusterName: 'main',
    status: 'ACTIVE',
    capacityProviders: [],
    defaultCapacityProviderStrategy: [],
    settings: {},
    createdAt: world.now,
    tags: {},
  }
  const { vpcId, subnets } = defaultNetwork(world, REGION)
  for (const [index, { subnetId, availabilityZone }] of subnets.entries()) {
    const base = `172.31.${index * 16}.0`
    region.subnets[subnetId] = { subnetId, vpcId, availabilityZone, base, nextHost: 4 }
  }
  const { group, loadBalancerArn } = balanced(world)
  addClients(world, {
    name: 'people',
    region: REGION,
    loadBalancerArn,
    port: 80,
    host: 'web.test',
    path: '/buy',
    rps: 10,
    swing: 0,
  })
  const { taskDefinitionArn } = registerTaskDefinition(world, region, {
    family: 'web',
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    containerDefinitions: [
      {
        name: 'web',
        image: 'web:1',
        essential: true,
        portMappings: [{ containerPort: 80, protocol: 'tcp' }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/web', 'awslogs-region': REGION, 'awslogs-stream-prefix': 'ecs' },
        },
      },
    ],
  })
  return createService(world, region, {
    clusterArn,
    serviceName: 'web',
    taskDefinitionArn,
    desiredCount,
    launchType: 'FARGATE',
    networkConfiguration: {
      awsvpcConfiguration: { subnets: subnets.slice(0, 2).map((one) => one.subnetId) },
    },
    loadBalancers: [{ targetGroupArn: group.targetGroupArn, containerName: 'web', containerPort: 80 }],
  })
}
