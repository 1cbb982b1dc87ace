/** The new ECS services of `migration`, ready behind their load balancers, and what is wrong with three of them. */
import { createAlarm } from '../../engine/alarms.ts'
import { createCertificate } from '../../engine/certificates.ts'
import { fixedResponse, forward, redirectToHttps, whenHost } from '../../engine/elb/actions.ts'
import { createListener, createLoadBalancer, createRule, createTargetGroup } from '../../engine/elb/build.ts'
import { registerScalableTarget } from '../../engine/scalable-targets.ts'
import type { ClusterRecord } from '../../world/ecs-tables.ts'
import type { LoadBalancerRecord } from '../../world/elb-tables.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import { addCluster, addDefinition, addService, imageOf, type Site } from '../building.ts'

const tags = { Environment: 'production', Team: 'platform' }
const DAY_MS = 24 * 60 * 60 * 1000

interface NewService {
  name: string
  /** What its rule says. */
  host: string
  balancer: string
  behaviour: ImageBehaviour
  tasks?: number
}

function answering(latencyMs: number, more: ImageBehaviour = {}): ImageBehaviour {
  return {
    http: { '/': { status: 200, latencyMs }, '/health': { status: 200, latencyMs: 2 } },
    errorShare: 0.001,
    ...more,
  }
}

const SERVICES: NewService[] = [
  { name: 'www', host: 'www.example.com', balancer: 'edge-alb', behaviour: answering(40), tasks: 3 },
  // Three requests a second and task: half of what will come breaks it.
  {
    name: 'shop',
    host: 'shop.example.com',
    balancer: 'shop-alb',
    behaviour: answering(60, { breaksAboveRps: 3 }),
  },
  { name: 'portal', host: 'portal.example.com', balancer: 'edge-alb', behaviour: answering(80) },
  { name: 'api', host: 'api.example.com', balancer: 'edge-alb', behaviour: answering(30), tasks: 4 },
  // Copied from a staging set-up: the rule does not match the hostname that people use.
  { name: 'app', host: 'app.example.org', balancer: 'edge-alb', behaviour: answering(50) },
  { name: 'site', host: 'example.com', balancer: 'edge-alb', behaviour: answering(20) },
  { name: 'media', host: 'media.example.com', balancer: 'media-alb', behaviour: answering(15) },
  { name: 'docs', host: 'docs.example.com', balancer: 'docs-alb', behaviour: answering(25) },
  { name: 'search', host: 'search.example.com', balancer: 'edge-alb', behaviour: answering(70) },
  // Tried out by its own name: requests for `orders.example.com` still go to the old instances, see orders.ts.
  { name: 'orders', host: 'orders-preview.example.com', balancer: 'orders-alb', behaviour: answering(45) },
]

export function addNewServices(site: Site): void {
  const { world, region } = site
  const cluster = addCluster(site, 'edge', { capacityProviders: ['FARGATE', 'FARGATE_SPOT'], tags })
  const issued = { notBefore: world.now - 30 * DAY_MS, notAfter: world.now + 168 * DAY_MS, tags }
  const right = createCertificate(world, region.name, {
    domainName: 'example.com',
    alternativeNames: ['*.example.com'],
    ...issued,
  })
  const wrong = createCertificate(world, region.name, { domainName: 'docs.example.org', ...issued })
  for (const name of ['edge-alb', 'media-alb', 'docs-alb', 'shop-alb', 'orders-alb']) {
    const { certificateArn } = name === 'docs-alb' ? wrong : right
    const behind = SERVICES.filter((service) => service.balancer === name)
    const listenerArn = addBalancer(site, name, certificateArn)
    for (const [index, service] of behind.entries()) {
      addOne(site, cluster, service, { listenerArn, priority: 10 * (index + 1) })
    }
  }
  for (const name of ['edge', 'shop']) {
    createAlarm(world, region.name, {
      name: `${name}-5xx`,
      namespace: 'AWS/ApplicationELB',
      metricName: 'HTTPCode_Target_5XX_Count',
      dimensions: { LoadBalancer: dimensionOf(site, `${name}-alb`) },
      threshold: 50,
      treatMissingData: 'notBreaching',
    })
  }
}

/** Returns the HTTPS listener, which knows no host yet; port 80 redirects to it. */
function addBalancer({ world, region, subnets }: Site, name: string, certificateArn: string): string {
  const { loadBalancerArn } = createLoadBalancer(world, region.name, {
    name,
    subnets,
    ipAddressType: name === 'media-alb' ? 'dualstack' : 'ipv4',
    attributes: { 'deletion_protection.enabled': 'true' },
    tags,
  })
  createListener(world, region.name, { loadBalancerArn, defaultActions: [redirectToHttps()] })
  return createListener(world, region.name, {
    loadBalancerArn,
    protocol: 'HTTPS',
    certificateArns: [certificateArn],
    defaultActions: [fixedResponse(404, 'Not found')],
  }).listenerArn
}

function addOne(
  site: Site,
  cluster: ClusterRecord,
  { name, host, behaviour, tasks = 2 }: NewService,
  rule: { listenerArn: string; priority: number },
): void {
  const { world, region } = site
  const image = `edge/${name}:1.0.0`
  world.images[imageOf(site, image)] = behaviour
  const { targetGroupArn } = createTargetGroup(world, region.name, {
    name,
    port: 8080,
    targetType: 'ip',
    healthCheck: { path: '/health', intervalSeconds: 15 },
    attributes: { 'deregistration_delay.timeout_seconds': '60' },
    tags,
  })
  createRule(world, region.name, {
    ...rule,
    conditions: [whenHost(host)],
    actions: [forward(targetGroupArn)],
    tags,
  })
  const definition = addDefinition(site, {
    family: name,
    image,
    networkMode: 'awsvpc',
    cpu: 256,
    memory: 512,
    port: 8080,
    environment: { PUBLIC_HOST: host },
    tags,
  })
  addService(site, cluster, definition, {
    desiredCount: tasks,
    targetGroupArn,
    healthCheckGracePeriodSeconds: 60,
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    tags,
  })
  const limits = { minCapacity: 2, maxCapacity: 10 }
  registerScalableTarget(world, region.name, { cluster: cluster.clusterName, service: name, ...limits })
}

function dimensionOf({ region }: Site, name: string): string {
  const found = Object.values(region.elb.loadBalancers).find((one: LoadBalancerRecord) => one.name === name)
  return found?.loadBalancerArn.split(':loadbalancer/')[1] ?? ''
}
