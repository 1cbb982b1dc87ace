/** The old servers of `migration`: instances with Elastic IPs, a classic load balancer, machines on premises. */
import { allocateAddress, allowTcp, createInstance, createSecurityGroup } from '../../engine/ec2/build.ts'
import { createClassicLoadBalancer } from '../../engine/elb/classic.ts'
import { addServer } from '../../engine/traffic/servers.ts'
import type { ClassicLoadBalancerRecord } from '../../world/classic-elb-tables.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { Site } from '../building.ts'

/** What records lead to. */
export interface Legacy {
  www: { publicIp: string }
  site: { publicIp: string }
  api: ClassicLoadBalancerRecord
  /** Instance ids by Availability Zone, behind the new load balancer already. */
  orders: string[]
}

/** Name in Elastic Beanstalk's domain of the Region. */
export const BEANSTALK = 'legacy-app.eba-x3k9q2mz.ap-northeast-2.elasticbeanstalk.com'
export const PORTAL = 'portal.onprem.example.net'

/** Machines outside EC2 by name: addresses, and how long a page takes them, ms. */
const SERVERS: Record<string, { addresses: string[]; latencyMs: number }> = {
  'shop-1': { addresses: ['198.51.100.11'], latencyMs: 70 },
  'shop-2': { addresses: ['198.51.100.12'], latencyMs: 72 },
  'shop-3': { addresses: ['198.51.100.13'], latencyMs: 68 },
  'shop-4': { addresses: ['198.51.100.14'], latencyMs: 75 },
  portal: { addresses: ['198.51.100.20'], latencyMs: 140 },
  media: { addresses: ['198.51.100.30', '2001:db8::30'], latencyMs: 25 },
  wildcard: { addresses: ['198.51.100.40'], latencyMs: 55 },
  'search-blue': { addresses: ['198.51.100.51'], latencyMs: 110 },
  'search-green': { addresses: ['198.51.100.52'], latencyMs: 112 },
  'beanstalk-app': { addresses: ['198.51.100.60'], latencyMs: 90 },
}

export function addLegacy(site: Site): Legacy {
  const { world, region, vpcId } = site
  for (const [name, { addresses, latencyMs }] of Object.entries(SERVERS)) {
    addServer(world, { name, addresses, behaviour: answering(latencyMs) })
  }
  addOutsideNames(site)
  const { groupId } = createSecurityGroup(world, region.name, {
    groupName: 'legacy-web',
    vpcId,
    ingress: [allowTcp(80), allowTcp(443)],
  })
  const www = machine(site, groupId, 'www-legacy', 0, 85)
  const apex = machine(site, groupId, 'site-legacy', 1, 35)
  return {
    www: allocateAddress(world, region.name, { instanceId: www, tags: { Name: 'www-legacy' } }),
    site: allocateAddress(world, region.name, { instanceId: apex, tags: { Name: 'site-legacy' } }),
    api: createClassicLoadBalancer(world, region.name, {
      name: 'api-legacy',
      subnets: site.subnets.slice(0, 2),
      securityGroups: [groupId],
      listeners: (['HTTP', 'HTTPS'] as const).map((protocol) => ({
        protocol,
        loadBalancerPort: protocol === 'HTTPS' ? 443 : 80,
        instanceProtocol: 'HTTP',
        instancePort: 80,
      })),
      instances: [0, 1].map((zone) => machine(site, groupId, 'api-legacy', zone, 60)),
      healthCheck: { target: 'HTTP:80/health' },
    }),
    orders: [0, 1].map((zone) => machine(site, groupId, 'orders-legacy', zone, 95)),
  }
}

/** Returns the id of a new instance that serves on 80 and 443. */
function machine(site: Site, securityGroup: string, name: string, zone: number, latencyMs: number): string {
  const { world, region, subnets } = site
  const image = `ami/${name}`
  world.images[image] = answering(latencyMs)
  return createInstance(world, region.name, {
    subnetId: subnets[zone]?.subnetId ?? '',
    instanceType: 'm5.large',
    securityGroups: [securityGroup],
    listening: [80, 443].map((port) => ({ port, image })),
    tags: { Name: name },
  }).instanceId
}

function answering(latencyMs: number): ImageBehaviour {
  return {
    http: { '/': { status: 200, latencyMs }, '/health': { status: 200, latencyMs: 3 } },
    errorShare: 0.003,
  }
}

/** Names that other people's name servers answer. */
function addOutsideNames({ world }: Site): void {
  for (const [name, ttl, address] of [
    [`${PORTAL}.`, 300, '198.51.100.20'],
    [`${BEANSTALK}.`, 60, '198.51.100.60'],
  ] as const) {
    world.dns.external[name] = { name, ttl, a: [address], aaaa: [] }
  }
}
