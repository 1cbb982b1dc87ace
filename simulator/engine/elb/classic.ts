/** Classic load balancers: making them, and the health of their instances. Scenarios build with these. */
import type { ClassicListenerRecord, ClassicLoadBalancerRecord } from '../../world/classic-elb-tables.ts'
import { regionOf } from '../../world/create.ts'
import { nextRandom } from '../../world/random.ts'
import type { World } from '../../world/world.ts'
import { endpointAt } from '../endpoints.ts'
import { scheduleVisits } from '../traffic/due.ts'
import { defaultNetwork } from './build.ts'
import { hostedZoneOf } from './defaults.ts'
import { answerTo } from './probe.ts'

export type ClassicLoadBalancerOptions = {
  name: string
  /** Default: HTTP on port 80 to port 80. */
  listeners?: ClassicListenerRecord[]
  /** EC2 instance ids. */
  instances?: string[]
} & Partial<Pick<ClassicLoadBalancerRecord, 'scheme' | 'vpcId' | 'subnets' | 'securityGroups' | 'tags'>> & {
    healthCheck?: Partial<ClassicLoadBalancerRecord['healthCheck']>
    attributes?: Partial<ClassicLoadBalancerRecord['attributes']>
  }

/** Defaults of https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-healthchecks.html, in seconds and counts. */
const HEALTH_CHECK = { intervalSeconds: 30, timeoutSeconds: 5, healthyThreshold: 10, unhealthyThreshold: 2 }

const ATTRIBUTES = {
  idleTimeoutSeconds: 60,
  crossZone: true,
  connectionDraining: true,
  connectionDrainingSeconds: 300,
}

const HTTP: ClassicListenerRecord = {
  protocol: 'HTTP',
  loadBalancerPort: 80,
  instanceProtocol: 'HTTP',
  instancePort: 80,
}

/** A classic load balancer; without subnets it has the default VPC's first two zones. */
export function createClassicLoadBalancer(
  world: World,
  region: string,
  options: ClassicLoadBalancerOptions,
): ClassicLoadBalancerRecord {
  const { name, scheme = 'internet-facing', listeners = [HTTP] } = options
  const network = defaultNetwork(world, region)
  const digits = 1_000_000_000 + Math.floor(nextRandom(world) * 1_000_000_000)
  const made: ClassicLoadBalancerRecord = {
    name,
    dnsName: `${scheme === 'internal' ? 'internal-' : ''}${name}-${digits}.${region}.elb.amazonaws.com`,
    canonicalHostedZoneNameId: hostedZoneOf(region),
    scheme,
    vpcId: options.vpcId ?? network.vpcId,
    subnets: options.subnets ?? network.subnets.slice(0, 2),
    securityGroups: options.securityGroups ?? [],
    listeners,
    instances: options.instances ?? [],
    healthCheck: {
      target: `TCP:${listeners[0]?.instancePort ?? 80}`,
      ...HEALTH_CHECK,
      ...options.healthCheck,
    },
    attributes: { ...ATTRIBUTES, ...options.attributes },
    createdAt: world.now,
    tags: options.tags ?? {},
  }
  regionOf(world, region).classicLoadBalancers[name] = made
  scheduleVisits(world)
  return made
}

export interface ClassicInstanceHealth {
  state: 'InService' | 'OutOfService'
  /** `ELB`: registration is going on; `Instance`: the instance is to blame; `N/A`: all is well. */
  reasonCode: 'N/A' | 'ELB' | 'Instance'
  description: string
}

/** Health of one registered instance now. https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_InstanceState.html */
export function classicInstanceHealth(
  world: World,
  region: string,
  balancer: ClassicLoadBalancerRecord,
  instanceId: string,
): ClassicInstanceHealth {
  const instance = regionOf(world, region).ec2.instances[instanceId]
  const state = instance?.state ?? 'terminated'
  if (state !== 'running') return failing(`Instance is in ${state} state.`)
  if (passes(world, region, balancer, instanceId)) {
    return { state: 'InService', reasonCode: 'N/A', description: 'N/A' }
  }
  return failing('Instance has failed at least the UnhealthyThreshold number of health checks consecutively.')
}

function failing(description: string): ClassicInstanceHealth {
  return { state: 'OutOfService', reasonCode: 'Instance', description }
}

/** Only a 200 in time passes; no other status does. */
function passes(
  world: World,
  region: string,
  { healthCheck }: ClassicLoadBalancerRecord,
  instanceId: string,
): boolean {
  const [, protocol = '', port = '', path = '/'] = /^(\w+):(\d+)(\/.*)?$/.exec(healthCheck.target) ?? []
  const endpoint = endpointAt(world, region, instanceId, Number(port))
  if (!endpoint || endpoint.readyAt > world.now) return false
  if (protocol === 'TCP' || protocol === 'SSL') return true
  const { status, latencyMs } = answerTo(endpoint.behaviour, path)
  return status === 200 && latencyMs <= healthCheck.timeoutSeconds * 1000
}
