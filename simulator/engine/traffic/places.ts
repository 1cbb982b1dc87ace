/** What an IP address leads to: a load balancer of either kind, an instance with that Elastic IP, a server, or nothing. */
import type { ClassicLoadBalancerRecord } from '../../world/classic-elb-tables.ts'
import type { LoadBalancerRecord } from '../../world/elb-tables.ts'
import type { ServerRecord } from '../../world/internet-tables.ts'
import type { World } from '../../world/world.ts'
import { classicLoadBalancerAt, loadBalancerAt } from '../dns/addresses.ts'
import { serverAt } from './servers.ts'

export type Place =
  | { kind: 'application'; region: string; balancer: LoadBalancerRecord }
  | { kind: 'classic'; region: string; balancer: ClassicLoadBalancerRecord }
  | { kind: 'instance'; region: string; instanceId: string }
  | { kind: 'server'; server: ServerRecord }
  | { kind: 'nothing' }

export function placeAt(world: World, ip: string): Place {
  const balancer = loadBalancerAt(world, ip)
  if (balancer) {
    return { kind: 'application', region: balancer.loadBalancerArn.split(':')[3] ?? '', balancer }
  }
  const classic = classicLoadBalancerAt(world, ip)
  if (classic) return { kind: 'classic', ...classic }
  const instance = instanceAt(world, ip)
  if (instance) return { kind: 'instance', ...instance }
  const server = serverAt(world, ip)
  return server ? { kind: 'server', server } : { kind: 'nothing' }
}

/** The instance with this Elastic IP. */
function instanceAt(world: World, ip: string): { region: string; instanceId: string } | undefined {
  for (const { name, ec2 } of Object.values(world.regions)) {
    const address = Object.values(ec2.addresses).find(({ publicIp }) => publicIp === ip)
    const instanceId = address?.association?.instanceId
    if (instanceId !== undefined) return { region: name, instanceId }
  }
  return undefined
}
