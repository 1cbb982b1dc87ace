/** The demo's cluster `commerce`: EC2, with a service stuck on a static host port beside one with dynamic ports. */
import { runTasks } from '../../engine/ecs/run-task.ts'
import { updateService } from '../../engine/ecs/services.ts'
import { forward, redirectToHttps, whenPath } from '../../engine/elb/actions.ts'
import { createListener, createLoadBalancer, createRule, createTargetGroup } from '../../engine/elb/build.ts'
import { addClients } from '../../engine/traffic/clients.ts'
import type { ClusterRecord, ServiceRecord } from '../../world/ecs-tables.ts'
import type { World } from '../../world/world.ts'
import {
  addCluster,
  addDefinition,
  addGroup,
  addService,
  imageOf,
  type OneContainer,
  type Site,
  siteIn,
} from '../building.ts'
import type { Chapter } from './chapter.ts'

const minute = 60_000
const hour = 60 * minute
const tags = { Environment: 'production', Team: 'commerce' }

const storefront: OneContainer = {
  family: 'storefront',
  image: 'commerce/storefront:2.14.0',
  cpu: 256,
  memory: 512,
  port: 3000,
  environment: { NODE_ENV: 'production', CATALOG_URL: 'http://catalog.internal:8080' },
  tags,
}
const checkout: OneContainer = {
  family: 'checkout',
  image: 'commerce/checkout:5.2.1',
  cpu: 256,
  memory: 768,
  port: 8080,
  hostPort: 8080,
  environment: { SPRING_PROFILES_ACTIVE: 'prod', DB_HOST: 'mariadb.internal' },
  tags,
}

export function buildCommerce(world: World): Chapter {
  const site = siteIn(world, 'ap-northeast-2')
  const services: Record<string, ServiceRecord> = {}
  let cluster: ClusterRecord | undefined
  return {
    begin() {
      cluster = addCluster(site, 'commerce', { containerInsights: 'enabled', tags })
      addGroup(site, cluster, { instanceType: 'm5.large', size: 3, tags })
      describeImages(site)
    },
    later: [
      {
        beforeMs: 24 * hour,
        change() {
          if (cluster) Object.assign(services, addServices(site, cluster))
        },
      },
      {
        beforeMs: 18 * hour,
        change: () =>
          deploy(site, services.storefront, { ...storefront, image: 'commerce/storefront:2.15.0' }),
      },
      {
        beforeMs: 2 * hour,
        change: () => deploy(site, services.checkout, { ...checkout, image: 'commerce/checkout:5.3.0' }),
      },
      {
        beforeMs: 20 * minute,
        change() {
          if (cluster) runReport(site, cluster)
        },
      },
    ],
  }
}

function deploy(site: Site, service: ServiceRecord | undefined, definition: OneContainer): void {
  const { taskDefinitionArn } = addDefinition(site, definition)
  if (service) updateService(site.world, site.region, service, { taskDefinitionArn })
}

function describeImages(site: Site): void {
  const { images } = site.world
  for (const version of ['2.14.0', '2.15.0']) {
    images[imageOf(site, `commerce/storefront:${version}`)] = {
      http: { '/': { status: 200, latencyMs: 38 }, '/healthz': { status: 200, latencyMs: 3 } },
      errorShare: 0.002,
      cpuIdle: 0.03,
      cpuPerRps: 0.02,
      logs: {
        start: [`storefront ${version} listening on :3000`],
        request: ['{"level":"info","method":"{method}","path":"{path}","status":{status},"ms":{ms}}'],
        error: [
          '{"level":"error","method":"{method}","path":"{path}","status":{status},"msg":"catalog timed out"}',
        ],
      },
    }
  }
  for (const version of ['5.2.1', '5.3.0']) {
    images[imageOf(site, `commerce/checkout:${version}`)] = {
      readyAfterMs: 18_000,
      http: { '/': { status: 200, latencyMs: 95 }, '/actuator/health': { status: 200, latencyMs: 8 } },
      errorShare: 0.004,
      cpuIdle: 0.05,
      cpuPerRps: 0.05,
      logs: { start: [`Starting CheckoutApplication v${version}`, 'Tomcat started on port 8080 (http)'] },
    }
  }
  images[imageOf(site, 'commerce/sales-report:1.9.3')] = {
    exit: { afterMs: 95_000, code: 0 },
    logs: { start: ['Report for yesterday: 18,204 orders', 'Uploaded to s3://commerce-reports'] },
  }
}

function addServices(site: Site, cluster: ClusterRecord): Record<string, ServiceRecord> {
  const { world, region, subnets } = site
  const groups = Object.fromEntries(
    [
      { name: 'storefront', port: 3000, path: '/healthz' },
      { name: 'checkout', port: 8080, path: '/actuator/health' },
    ].map(({ name, port, path }) => {
      const group = createTargetGroup(world, region.name, {
        name,
        port,
        healthCheck: { path, intervalSeconds: 15 },
        tags,
      })
      return [name, group.targetGroupArn]
    }),
  )
  const { loadBalancerArn } = createLoadBalancer(world, region.name, { name: 'commerce-alb', subnets, tags })
  createListener(world, region.name, { loadBalancerArn, defaultActions: [redirectToHttps()] })
  const { listenerArn } = createListener(world, region.name, {
    loadBalancerArn,
    protocol: 'HTTPS',
    certificateArns: [
      `arn:aws:acm:${region.name}:${world.accountId}:certificate/5f2c9d1e-7a34-4b8e-9c61-2d0f8e7b6a53`,
    ],
    defaultActions: [forward(groups.storefront ?? '')],
  })
  createRule(world, region.name, {
    listenerArn,
    priority: 10,
    conditions: [whenPath('/checkout/*')],
    actions: [forward(groups.checkout ?? '')],
  })
  const client = { region: region.name, loadBalancerArn, port: 443, host: 'shop.example.com' }
  addClients(world, { ...client, name: 'shoppers', path: '/', rps: 14, swing: 0.6 })
  addClients(world, { ...client, name: 'buyers', path: '/checkout/cart', rps: 2, swing: 0.6 })
  return {
    storefront: addService(site, cluster, addDefinition(site, storefront), {
      desiredCount: 3,
      targetGroupArn: groups.storefront ?? '',
      healthCheckGracePeriodSeconds: 30,
      tags,
    }),
    checkout: addService(site, cluster, addDefinition(site, checkout), {
      desiredCount: 3,
      targetGroupArn: groups.checkout ?? '',
      healthCheckGracePeriodSeconds: 60,
      tags,
    }),
    mariadb: addDatabase(site, cluster),
    exporter: addExporter(site, cluster),
  }
}

function addDatabase(site: Site, cluster: ClusterRecord): ServiceRecord {
  const definition = addDefinition(site, {
    family: 'mariadb',
    image: 'public.ecr.aws/docker/library/mariadb:11.4',
    cpu: 512,
    memory: 2048,
    port: 3306,
    hostPort: 3306,
    environment: { MARIADB_DATABASE: 'commerce', MARIADB_USER: 'commerce' },
    volumes: [{ name: 'data', sourcePath: '/data/mariadb', containerPath: '/var/lib/mysql' }],
    container: {
      healthCheck: {
        command: ['CMD', 'healthcheck.sh', '--connect', '--innodb_initialized'],
        interval: 30,
        timeout: 5,
        retries: 3,
        startPeriod: 60,
      },
    },
    tags,
  })
  return addService(site, cluster, definition, {
    desiredCount: 1,
    // Its data is on one instance: it must not move, and two must not run at once.
    placementConstraints: [
      { type: 'memberOf', expression: `attribute:ecs.availability-zone == ${site.region.name}a` },
    ],
    deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
    tags: { ...tags, Backup: 'daily' },
  })
}

function addExporter(site: Site, cluster: ClusterRecord): ServiceRecord {
  const definition = addDefinition(site, {
    family: 'node-exporter',
    image: 'quay.io/prometheus/node-exporter:v1.9.1',
    cpu: 64,
    memory: 64,
    port: 9100,
    networkMode: 'host',
    tags: { ...tags, Team: 'observability' },
  })
  return addService(site, cluster, definition, {
    schedulingStrategy: 'DAEMON',
    tags: { ...tags, Team: 'observability' },
  })
}

function runReport(site: Site, cluster: ClusterRecord): void {
  const definition = addDefinition(site, {
    family: 'sales-report',
    image: 'commerce/sales-report:1.9.3',
    cpu: 128,
    memory: 256,
    tags,
  })
  runTasks(site.world, site.region, {
    clusterArn: cluster.clusterArn,
    definition,
    count: 1,
    launchType: 'EC2',
    startedBy: 'events-rule/nightly-report',
    tags,
  })
}
