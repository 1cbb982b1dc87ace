/** The demo's cluster `analytics` in us-east-1: EC2 instances of which one is draining and one has lost its agent. */
import { setAgentConnected, setInstanceStatus } from '../../engine/ecs/container-instances.ts'
import { forward, whenPath } from '../../engine/elb/actions.ts'
import { createListener, createLoadBalancer, createRule, createTargetGroup } from '../../engine/elb/build.ts'
import { addClients } from '../../engine/traffic/clients.ts'
import type { ClusterRecord, ContainerInstanceRecord } from '../../world/ecs-tables.ts'
import type { World } from '../../world/world.ts'
import { addCluster, addDefinition, addGroup, addService, imageOf, type Site, siteIn } from '../building.ts'
import type { Chapter } from './chapter.ts'

const minute = 60_000
const hour = 60 * minute
const tags = { Environment: 'production', Team: 'analytics' }

export function buildAnalytics(world: World): Chapter {
  const site = siteIn(world, 'us-east-1')
  let cluster: ClusterRecord | undefined
  return {
    begin() {
      cluster = addCluster(site, 'analytics', { tags })
      addGroup(site, cluster, { instanceType: 't3.large', size: 3, tags })
      world.images[imageOf(site, 'analytics/dashboard:1.3.0')] = {
        readyAfterMs: 12_000,
        http: { '/': { status: 200, latencyMs: 140 }, '/ping': { status: 200, latencyMs: 2 } },
        errorShare: 0.003,
        cpuPerRps: 0.08,
      }
    },
    later: [
      {
        beforeMs: 24 * hour,
        change() {
          if (cluster) addServices(site, cluster)
        },
      },
      {
        beforeMs: 3 * hour,
        change: () => onInstance(site, 'c', (one) => setInstanceStatus(world, site.region, one, 'DRAINING')),
      },
      {
        beforeMs: 40 * minute,
        change: () => onInstance(site, 'b', (one) => setAgentConnected(world, site.region, one, false)),
      },
    ],
  }
}

function onInstance(site: Site, zone: string, change: (instance: ContainerInstanceRecord) => void): void {
  const found = Object.values(site.region.ecs.containerInstances).find(
    (one) => one.availabilityZone === `${site.region.name}${zone}`,
  )
  if (found) change(found)
}

function addServices(site: Site, cluster: ClusterRecord): void {
  const { world, region, subnets } = site
  const group = (name: string, path: string): string =>
    createTargetGroup(world, region.name, {
      name,
      port: 8000,
      healthCheck: { path, matcher: '200-299' },
      tags,
    }).targetGroupArn
  const collector = group('collector', '/')
  const dashboard = group('dashboard', '/ping')
  const { loadBalancerArn } = createLoadBalancer(world, region.name, {
    name: 'analytics-alb',
    scheme: 'internal',
    subnets,
    tags,
  })
  const { listenerArn } = createListener(world, region.name, {
    loadBalancerArn,
    defaultActions: [forward(dashboard)],
  })
  createRule(world, region.name, {
    listenerArn,
    priority: 5,
    conditions: [whenPath('/collect', '/collect/*')],
    actions: [forward(collector)],
  })
  const client = { region: region.name, loadBalancerArn, port: 80, host: 'analytics.internal.example.com' }
  addClients(world, { ...client, name: 'trackers', path: '/collect', rps: 30, swing: 0.4 })
  addClients(world, { ...client, name: 'analysts', path: '/', rps: 0.8, swing: 0.9 })
  const definition = { cpu: 256, memory: 512, tags }
  addService(
    site,
    cluster,
    addDefinition(site, {
      ...definition,
      family: 'collector',
      image: 'analytics/collector:4.0.1',
      port: 8000,
    }),
    { desiredCount: 2, targetGroupArn: collector, tags },
  )
  addService(
    site,
    cluster,
    addDefinition(site, {
      ...definition,
      family: 'dashboard',
      image: 'analytics/dashboard:1.3.0',
      port: 8000,
    }),
    {
      desiredCount: 1,
      targetGroupArn: dashboard,
      healthCheckGracePeriodSeconds: 45,
      tags,
    },
  )
  addService(
    site,
    cluster,
    addDefinition(site, {
      ...definition,
      family: 'aggregator',
      image: 'analytics/aggregator:2.6.0',
      cpu: 512,
      memory: 1024,
    }),
    { desiredCount: 1, tags },
  )
}
