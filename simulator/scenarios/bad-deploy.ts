/**
 * Deployments that go wrong right now, in cluster `shop` (Fargate, ap-northeast-2), load balancer `shop-alb`:
 * - `orders` (4 tasks): the new revision crashes at start; its circuit breaker is counting and rolls back within 5 minutes
 * - `catalog` (6 tasks, target group `catalog`): the new revision answers its health check with 500; fails after its grace
 *   period, then rolls back
 * - `pricing` (2 tasks): the new revision's image cannot be pulled; it has no circuit breaker and keeps trying
 * - `cart` (3 tasks, target group `cart`): steady
 */
import { updateService } from '../engine/ecs/services.ts'
import { forward, whenPath } from '../engine/elb/actions.ts'
import { createListener, createLoadBalancer, createRule, createTargetGroup } from '../engine/elb/build.ts'
import { addClients } from '../engine/traffic/clients.ts'
import type { ServiceRecord } from '../world/ecs-tables.ts'
import {
  addCluster,
  addDefinition,
  addService,
  imageOf,
  type OneContainer,
  type Site,
  siteIn,
} from './building.ts'
import { type Scenario, withPast } from './scenario.ts'

const minute = 60_000
const tags = { Environment: 'production', Team: 'shop' }
const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }

function one(name: string, version: string): OneContainer {
  const port = name === 'cart' || name === 'catalog' ? { port: 8080 } : {}
  return {
    family: name,
    image: `shop/${name}:${version}`,
    networkMode: 'awsvpc',
    cpu: 256,
    memory: 512,
    ...port,
    // Without a health check ECS would call a task of `orders` healthy as soon as it runs, and count no failure.
    ...(name === 'orders' ? { container: { healthCheck: ordersCheck } } : {}),
    tags,
  }
}

const ordersCheck = {
  command: ['CMD-SHELL', 'wget -qO- localhost:9000/live'],
  interval: 15,
  timeout: 5,
  retries: 3,
}

export const badDeploy: Scenario = {
  name: 'bad-deploy',
  summary:
    'Deployments failing right now: crashing tasks, failing health checks, an image that is not there.',
  build(world) {
    const site = siteIn(world, 'ap-northeast-2')
    let services: Record<string, ServiceRecord> = {}
    const deploy = (name: string, version: string): void => {
      const { taskDefinitionArn } = addDefinition(site, one(name, version))
      const service = services[name]
      if (service) updateService(world, site.region, service, { taskDefinitionArn })
    }
    withPast(
      world,
      60 * minute,
      () => {
        describeImages(site)
        services = buildShop(site)
      },
      [
        { beforeMs: 3 * minute, change: () => deploy('pricing', '2.1.0') },
        { beforeMs: 75_000, change: () => deploy('catalog', '8.0.0') },
        { beforeMs: 60_000, change: () => deploy('orders', '5.0.0') },
      ],
    )
  },
}

function describeImages(site: Site): void {
  const { images } = site.world
  images[imageOf(site, 'shop/orders:5.0.0')] = {
    exit: { afterMs: 12_000, code: 1 },
    logs: { start: ['orders 5.0.0 starting', 'FATAL: migration 0042_add_index is missing'] },
  }
  images[imageOf(site, 'shop/catalog:8.0.0')] = {
    http: { '/': { status: 200, latencyMs: 40 }, '/healthz': { status: 500, latencyMs: 5 } },
    logs: { start: ['catalog 8.0.0 listening on :8080', 'health: search index not loaded'] },
  }
  const missing = imageOf(site, 'shop/pricing:2.1.0')
  images[missing] = {
    pullError: `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${missing}: ${missing}: not found`,
  }
}

function buildShop(site: Site): Record<string, ServiceRecord> {
  const { world, region, subnets } = site
  const cluster = addCluster(site, 'shop', { capacityProviders: ['FARGATE'], tags })
  const group = (name: string): string =>
    createTargetGroup(world, region.name, {
      name,
      port: 8080,
      targetType: 'ip',
      healthCheck: { path: '/healthz', intervalSeconds: 10 },
      attributes: { 'deregistration_delay.timeout_seconds': '30' },
      tags,
    }).targetGroupArn
  const [catalog, cart] = [group('catalog'), group('cart')]
  const { loadBalancerArn } = createLoadBalancer(world, region.name, { name: 'shop-alb', subnets, tags })
  const { listenerArn } = createListener(world, region.name, {
    loadBalancerArn,
    defaultActions: [forward(catalog)],
  })
  createRule(world, region.name, {
    listenerArn,
    priority: 10,
    conditions: [whenPath('/cart/*')],
    actions: [forward(cart)],
  })
  const client = { region: region.name, loadBalancerArn, port: 80, host: 'shop.example.com' }
  addClients(world, { ...client, name: 'shoppers', path: '/', rps: 12, swing: 0.3 })
  addClients(world, { ...client, name: 'buyers', path: '/cart/1', rps: 3, swing: 0.3 })
  const service = (name: string, options: Parameters<typeof addService>[3]): ServiceRecord =>
    addService(site, cluster, addDefinition(site, one(name, '1.0.0')), { tags, ...options })
  return {
    orders: service('orders', {
      desiredCount: 4,
      deploymentConfiguration: { ...breaker, maximumPercent: 125 },
    }),
    catalog: service('catalog', {
      desiredCount: 6,
      targetGroupArn: catalog,
      healthCheckGracePeriodSeconds: 60,
      deploymentConfiguration: { ...breaker, maximumPercent: 150 },
    }),
    pricing: service('pricing', { desiredCount: 2 }),
    cart: service('cart', { desiredCount: 3, targetGroupArn: cart, healthCheckGracePeriodSeconds: 60 }),
  }
}
