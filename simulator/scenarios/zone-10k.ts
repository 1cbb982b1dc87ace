/**
 * One public zone, `example.com`, with exactly 10,000 record sets. The hostname `www.example.com` (A to the Elastic IP
 * 203.0.113.10, TTL 300, instance tagged `www-legacy`) is in their middle; service `www` of cluster `edge` (load balancer
 * `edge-alb`, certificate for `*.example.com`) is ready to take it over. Around it stand names whose order surprises:
 * `!`, `-`, `_` and others beside and below `www`, which sort before or after it because the dot counts. The rest are
 * `host-00001` and so on, half before and half after `www`.
 */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { createCertificate } from '../engine/certificates.ts'
import { addResolvers } from '../engine/dns/resolvers.ts'
import { createHostedZone } from '../engine/dns/zone-build.ts'
import { allocateAddress, createInstance } from '../engine/ec2/build.ts'
import { fixedResponse, forward, whenHost } from '../engine/elb/actions.ts'
import { createListener, createLoadBalancer, createRule, createTargetGroup } from '../engine/elb/build.ts'
import { addVisitors } from '../engine/traffic/visitors.ts'
import { addCluster, addDefinition, addService, type Site, siteIn } from './building.ts'
import { type Scenario, withPast } from './scenario.ts'

const hour = 3_600_000
const SIZE = 10_000
const HOST = 'www.example.com'

/** Labels beside `www`, and names below it and below its neighbours. */
const NEIGHBOURS = [
  'www!',
  'www-',
  'www--1',
  'www-2',
  'www_',
  'www0',
  'www\\052',
  'www$',
  '*.www',
  '!.www',
  '-.www',
  '_acme-challenge.www',
  'a.www-2',
  'a.www_',
  'ww',
  'wwx',
]

export const zone10k: Scenario = {
  name: 'zone-10k',
  summary: 'A zone of 10,000 record sets with one live hostname in the middle.',
  build(world) {
    withPast(world, hour, () => {
      const site = siteIn(world, 'ap-northeast-2')
      addNewService(site)
      createHostedZone(world, { name: 'example.com', records: allRecords(addLegacy(site)) })
      addResolvers(world)
      for (const resolver of ['google', 'corporate']) {
        addVisitors(world, {
          name: `www-${resolver}`,
          region: site.region.name,
          host: HOST,
          resolver,
          rps: 5,
        })
      }
    })
  },
}

function allRecords(legacyIp: string): ResourceRecordSet[] {
  const fixed = [a(HOST, legacyIp), ...NEIGHBOURS.map((label) => a(`${label}.example.com`, '198.51.100.80'))]
  // The zone's own NS and SOA count as well.
  const rest = SIZE - 2 - fixed.length
  const hosts = Array.from({ length: rest }, (_, index) => {
    const label = index < rest / 2 ? 'host' : 'zone'
    const number = String(index + 1).padStart(5, '0')
    return a(`${label}-${number}.example.com`, `198.51.100.${index % 250}`)
  })
  return [...hosts, ...fixed]
}

function a(Name: string, Value: string): ResourceRecordSet {
  return { Name, Type: 'A', TTL: 300, ResourceRecords: [{ Value }] }
}

/** Returns the Elastic IP. */
function addLegacy({ world, region, subnets }: Site): string {
  world.images['ami/www-legacy'] = { http: { '/': { status: 200, latencyMs: 80 } } }
  const { instanceId } = createInstance(world, region.name, {
    subnetId: subnets[0]?.subnetId ?? '',
    listening: [80, 443].map((port) => ({ port, image: 'ami/www-legacy' })),
    tags: { Name: 'www-legacy' },
  })
  return allocateAddress(world, region.name, { instanceId, tags: { Name: 'www-legacy' } }).publicIp
}

function addNewService(site: Site): void {
  const { world, region, subnets } = site
  const { targetGroupArn } = createTargetGroup(world, region.name, {
    name: 'www',
    port: 8080,
    targetType: 'ip',
  })
  const { certificateArn } = createCertificate(world, region.name, { domainName: '*.example.com' })
  const { loadBalancerArn } = createLoadBalancer(world, region.name, { name: 'edge-alb', subnets })
  const { listenerArn } = createListener(world, region.name, {
    loadBalancerArn,
    protocol: 'HTTPS',
    certificateArns: [certificateArn],
    defaultActions: [fixedResponse(404)],
  })
  const rule = { listenerArn, priority: 10, conditions: [whenHost(HOST)], actions: [forward(targetGroupArn)] }
  createRule(world, region.name, rule)
  const definition = addDefinition(site, {
    family: 'www',
    image: 'edge/www:1.0.0',
    networkMode: 'awsvpc',
    cpu: 256,
    memory: 512,
    port: 8080,
  })
  addService(site, addCluster(site, 'edge', { capacityProviders: ['FARGATE'] }), definition, {
    desiredCount: 2,
    targetGroupArn,
    healthCheckGracePeriodSeconds: 60,
  })
}
