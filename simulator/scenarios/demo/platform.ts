/** The demo's cluster `platform`: Fargate, with a deployment that rolls back and a target that fails its health checks. */
import { updateService } from '../../engine/ecs/services.ts'
import { forward, whenHost, whenPath } from '../../engine/elb/actions.ts'
import { createListener, createLoadBalancer, createRule, createTargetGroup } from '../../engine/elb/build.ts'
import { addClients } from '../../engine/traffic/clients.ts'
import type { ClusterRecord, ServiceRecord } from '../../world/ecs-tables.ts'
import type { World } from '../../world/world.ts'
import {
  addCluster,
  addDefinition,
  addService,
  imageOf,
  type OneContainer,
  type Site,
  siteIn,
} from '../building.ts'
import type { Chapter } from './chapter.ts'

const minute = 60_000
const hour = 60 * minute
const tags = { Environment: 'production', Team: 'platform' }
const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }

function fargate(family: string, version: string, size: Partial<OneContainer> = {}): OneContainer {
  return {
    family,
    image: `platform/${family}:${version}`,
    networkMode: 'awsvpc',
    cpu: 256,
    memory: 512,
    environment: { LOG_LEVEL: 'info', SERVICE_NAME: family },
    tags,
    ...size,
  }
}

const definitions = {
  web: fargate('web', '7.1.0', { port: 8080 }),
  api: fargate('api', '3.8.2', {
    port: 8080,
    cpu: 512,
    memory: 1024,
    container: {
      healthCheck: {
        command: ['CMD-SHELL', 'curl -f http://localhost:8080/health || exit 1'],
        interval: 15,
        timeout: 5,
        retries: 3,
        startPeriod: 30,
      },
    },
  }),
  worker: fargate('worker', '1.22.0', { cpu: 512, memory: 1024 }),
  notifications: fargate('notifications', '0.9.4', { port: 8080 }),
  admin: fargate('admin', '1.9.2', { port: 8080 }),
}

export function buildPlatform(world: World): Chapter {
  const site = siteIn(world, 'ap-northeast-2')
  const services: Partial<Record<keyof typeof definitions, ServiceRecord>> = {}
  let cluster: ClusterRecord | undefined
  const deploy = (name: keyof typeof definitions, version: string): void => {
    const { taskDefinitionArn } = addDefinition(site, {
      ...definitions[name],
      image: `platform/${name}:${version}`,
    })
    const service = services[name]
    if (service) updateService(world, site.region, service, { taskDefinitionArn })
  }
  return {
    begin() {
      cluster = addCluster(site, 'platform', { capacityProviders: ['FARGATE', 'FARGATE_SPOT'], tags })
      describeImages(site)
    },
    later: [
      {
        beforeMs: 24 * hour,
        change() {
          if (cluster) Object.assign(services, addServices(site, cluster))
        },
      },
      { beforeMs: 9 * hour, change: () => deploy('api', '3.8.3') },
      {
        beforeMs: 6 * hour,
        change() {
          if (services.web) updateService(world, site.region, services.web, { desiredCount: 4 })
        },
      },
      { beforeMs: 3 * hour, change: () => deploy('admin', '2.0.0') },
      { beforeMs: 5 * hour, change: () => deploy('notifications', '0.9.5') },
      { beforeMs: 2 * minute, change: () => deploy('notifications', '0.10.0') },
    ],
  }
}

function describeImages(site: Site): void {
  const { images } = site.world
  const requestLine = '{method} {path} {status} {ms}ms'
  images[imageOf(site, 'platform/web:7.1.0')] = {
    http: { '/': { status: 200, latencyMs: 24 } },
    errorShare: 0.001,
    cpuPerRps: 0.015,
    logs: { start: ['nginx/1.29.1', 'start worker processes'], request: [requestLine] },
  }
  for (const version of ['3.8.2', '3.8.3']) {
    images[imageOf(site, `platform/api:${version}`)] = {
      readyAfterMs: 9000,
      http: { '/': { status: 200, latencyMs: 61 }, '/health': { status: 200, latencyMs: 4 } },
      errorShare: 0.006,
      cpuPerRps: 0.03,
      logs: {
        start: [`api ${version} started`],
        request: [requestLine],
        error: ['upstream error: {method} {path} {status}'],
      },
    }
  }
  // Its memory grows: each task is killed after most of a day.
  images[imageOf(site, 'platform/worker:1.22.0')] = {
    exit: { afterMs: 23 * hour + 20 * minute, code: 137, outOfMemory: true },
    cpuIdle: 0.35,
    memoryMiB: 940,
    logs: {
      start: ['worker 1.22.0 polling queue orders-events'],
      request: ['processed batch of 25 messages'],
    },
  }
  for (const version of ['0.9.4', '0.9.5']) {
    images[imageOf(site, `platform/notifications:${version}`)] = {
      readyAfterMs: 75_000,
      logs: { start: [`notifications ${version}`, 'templates compiled', 'ready'] },
    }
  }
  images[imageOf(site, 'platform/notifications:0.10.0')] = {
    exit: { afterMs: 6000, code: 1 },
    logs: {
      start: [
        'notifications 0.10.0',
        'Error: Missing required environment variable SMTP_URL',
        '    at loadConfig (/app/config.js:41:11)',
      ],
    },
  }
  images[imageOf(site, 'platform/admin:2.0.0')] = {
    http: { '/': { status: 200, latencyMs: 30 }, '/healthz': { status: 404, latencyMs: 4 } },
    logs: { start: ['admin 2.0.0 listening on :8080'], error: ['GET {path} {status}'] },
  }
}

function addServices(
  site: Site,
  cluster: ClusterRecord,
): Partial<Record<keyof typeof definitions, ServiceRecord>> {
  const groups = addLoadBalancing(site)
  const service = (
    name: keyof typeof definitions,
    options: Parameters<typeof addService>[3],
  ): ServiceRecord => {
    const targetGroupArn = groups[name]
    return addService(site, cluster, addDefinition(site, definitions[name]), {
      tags,
      healthCheckGracePeriodSeconds: targetGroupArn === undefined ? 0 : 60,
      ...(targetGroupArn === undefined ? {} : { targetGroupArn }),
      ...options,
    })
  }
  return {
    web: service('web', { desiredCount: 3, deploymentConfiguration: breaker, enableExecuteCommand: true }),
    api: service('api', { desiredCount: 3, deploymentConfiguration: breaker }),
    worker: service('worker', {
      desiredCount: 2,
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 1 }],
    }),
    notifications: service('notifications', {
      desiredCount: 4,
      deploymentConfiguration: { ...breaker, minimumHealthyPercent: 50, maximumPercent: 150 },
      healthCheckGracePeriodSeconds: 300,
    }),
    // Someone set the longest grace period there is, so that the failing health check does not replace it.
    admin: service('admin', {
      desiredCount: 1,
      healthCheckGracePeriodSeconds: 2_147_483_647,
      tags: { ...tags, Team: 'backoffice' },
    }),
  }
}

function addLoadBalancing(site: Site): Record<string, string> {
  const { world, region, subnets } = site
  const checks = { web: '/', api: '/health', notifications: '/', admin: '/healthz' }
  const groups = Object.fromEntries(
    Object.entries(checks).map(([name, path]) => {
      const group = createTargetGroup(world, region.name, {
        name,
        port: 8080,
        targetType: 'ip',
        healthCheck: { path },
        attributes: { 'deregistration_delay.timeout_seconds': name === 'web' ? '30' : '120' },
        tags,
      })
      return [name, group.targetGroupArn]
    }),
  )
  const { loadBalancerArn } = createLoadBalancer(world, region.name, { name: 'platform-alb', subnets, tags })
  const { listenerArn } = createListener(world, region.name, {
    loadBalancerArn,
    protocol: 'HTTPS',
    certificateArns: [
      `arn:aws:acm:${region.name}:${world.accountId}:certificate/0b6e4f3a-91c2-4d57-8a1f-6c3e2b9d7f40`,
    ],
    defaultActions: [forward(groups.web ?? '')],
  })
  const rules = [
    { priority: 10, conditions: [whenPath('/api/*')], name: 'api' },
    { priority: 20, conditions: [whenPath('/notify/*')], name: 'notifications' },
    { priority: 30, conditions: [whenHost('admin.example.com')], name: 'admin' },
  ]
  for (const { priority, conditions, name } of rules) {
    createRule(world, region.name, {
      listenerArn,
      priority,
      conditions,
      actions: [forward(groups[name] ?? '')],
    })
  }
  const client = { region: region.name, loadBalancerArn, port: 443, host: 'www.example.com' }
  addClients(world, { ...client, name: 'visitors', path: '/', rps: 22, swing: 0.5 })
  addClients(world, { ...client, name: 'mobile-apps', path: '/api/v1/items', rps: 17, swing: 0.4 })
  addClients(world, { ...client, name: 'callbacks', path: '/notify/hook', rps: 1.5, swing: 0.1 })
  return groups
}
