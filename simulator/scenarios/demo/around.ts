/**
 * What the demo's task definitions name, and a family that nothing runs. For those who write tests:
 *
 * - roles: `ecsTaskExecutionRole` and `<family>-task` trust ECS tasks, but there is no `sales-report-task`; `ec2-nodes` trusts EC2
 * - repositories with every image that runs. `platform/…` and `newsletter` are for linux/amd64 and linux/arm64, `commerce/…` for
 *   linux/amd64; `commerce/storefront:2.16.0-arm` is for linux/arm64 alone
 * - secrets `commerce/mariadb`, `platform/smtp`, and `newsletter/old`, which is scheduled for deletion
 * - parameters `/platform/api/token` (SecureString), `/newsletter/sender` and `feature-flags`
 * - schedules: `nightly-sales-report` runs family sales-report in cluster commerce, `weekly-newsletter` (DISABLED) runs newsletter:3;
 *   `rotate-logs` calls a function
 * - family `newsletter` (Fargate): revisions 1 and 2 are INACTIVE, 3 to 7 ACTIVE, none is run by a task
 */
import {
  createParameter,
  createRole,
  createSchedule,
  createSecret,
  pushImage,
} from '../../engine/around-tasks.ts'
import { registerTaskDefinition } from '../../engine/ecs/task-definitions.ts'
import { regionOf } from '../../world/create.ts'
import { arn } from '../../world/ids.ts'
import type { RegionTables, World } from '../../world/world.ts'

const day = 24 * 3_600_000
const both = ['linux/amd64', 'linux/arm64']
const tasks = 'ecs-tasks.amazonaws.com'

/** Everything is a month old but for what the world's own deployments made. */
export function furnishAround(world: World): void {
  const present = world.now
  world.now = present - 30 * day
  const seoul = regionOf(world, 'ap-northeast-2')
  createRoles(world)
  pushImages(world, seoul)
  pushRunning(world, regionOf(world, 'us-east-1'), both)
  createSecret(world, seoul, { name: 'commerce/mariadb', description: 'Password of the shop’s database' })
  createSecret(world, seoul, { name: 'platform/smtp' })
  const old = createSecret(world, seoul, { name: 'newsletter/old', deleted: true })
  createParameter(world, seoul, '/platform/api/token', 'SecureString')
  createParameter(world, seoul, '/newsletter/sender', 'String')
  createParameter(world, seoul, 'feature-flags', 'StringList')
  const newsletters = registerNewsletter(world, seoul, old.arn)
  createSchedules(world, seoul, newsletters[2] ?? '')
  world.now = present
}

function createRoles(world: World): void {
  const families = Object.values(world.regions).flatMap(({ ecs }) =>
    Object.values(ecs.taskDefinitions).map(({ family }) => family),
  )
  createRole(world, {
    name: 'ecsTaskExecutionRole',
    description: 'Pulls images and writes logs',
    trusts: [tasks],
  })
  createRole(world, { name: 'ec2-nodes', trusts: ['ec2.amazonaws.com'] })
  createRole(world, {
    name: 'report-runner',
    path: '/service-role/',
    trusts: ['scheduler.amazonaws.com', tasks],
  })
  for (const family of new Set([...families, 'newsletter'])) {
    if (family !== 'sales-report') createRole(world, { name: `${family}-task`, trusts: [tasks] })
  }
}

function pushImages(world: World, region: RegionTables): void {
  pushRunning(world, region, ['linux/amd64'], 'commerce/')
  pushRunning(world, region, both, 'platform/')
  // As buildx pushes it: an index of one image and its attestation.
  pushImage(world, region, 'commerce/storefront', {
    tags: ['2.16.0-arm'],
    platforms: ['linux/arm64', 'unknown/unknown'],
  })
  for (const tag of ['4.0.0', '4.0.1', '4.1.0', '4.2.0'])
    pushImage(world, region, 'newsletter', { tags: [tag], platforms: both })
}

/** The images of this account that the Region's task definitions name. */
function pushRunning(world: World, region: RegionTables, platforms: string[], prefix = ''): void {
  const registry = `${world.accountId}.dkr.ecr.${region.name}.amazonaws.com/`
  const named = Object.values(region.ecs.taskDefinitions).flatMap(({ definition }) =>
    definition.containerDefinitions.flatMap(({ image = '' }) =>
      image.startsWith(registry + prefix) ? [image.slice(registry.length)] : [],
    ),
  )
  for (const image of new Set(named)) {
    const [repository = '', tag = ''] = image.split(':')
    pushImage(world, region, repository, { tags: [tag], platforms })
  }
}

/** ARNs of its revisions, the first one first. */
function registerNewsletter(world: World, region: RegionTables, oldSecret: string): string[] {
  const versions = ['4.0.0', '4.0.0', '4.0.1', '4.1.0', '4.1.0', '4.2.0', '4.3.0']
  const role = (name: string): string => `arn:aws:iam::${world.accountId}:role/${name}`
  const registered = versions.map((version, index) =>
    registerTaskDefinition(
      world,
      region,
      {
        family: 'newsletter',
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: index < 3 ? '256' : '512',
        memory: '1024',
        executionRoleArn: role('ecsTaskExecutionRole'),
        taskRoleArn: role('newsletter-task'),
        containerDefinitions: [
          {
            name: 'newsletter',
            image: `${world.accountId}.dkr.ecr.${region.name}.amazonaws.com/newsletter:${version}`,
            essential: true,
            environment: [
              { name: 'SMTP_PASSWORD', value: 'correct-horse-battery-staple' },
              { name: 'BATCH_SIZE', value: String(100 + index * 50) },
            ],
            secrets: [
              { name: 'SENDER', valueFrom: '/newsletter/sender' },
              ...(index === 6 ? [{ name: 'LIST_KEY', valueFrom: oldSecret }] : []),
            ],
            logConfiguration: {
              logDriver: 'awslogs',
              options: {
                'awslogs-group': '/ecs/newsletter',
                'awslogs-region': region.name,
                'awslogs-stream-prefix': 'ecs',
              },
            },
          },
        ],
      },
      { tags: { Team: 'growth', Description: `Newsletter ${version}` } },
    ),
  )
  for (const one of registered.slice(0, 2)) {
    one.status = 'INACTIVE'
    one.deregisteredAt = world.now + day
  }
  return registered.map(({ taskDefinitionArn }) => taskDefinitionArn)
}

function createSchedules(world: World, region: RegionTables, newsletter: string): void {
  const cluster = (name: string): string => arn(world, 'ecs', region.name, `cluster/${name}`)
  createSchedule(world, region, {
    name: 'nightly-sales-report',
    expression: 'cron(0 3 * * ? *)',
    targetArn: cluster('commerce'),
    taskDefinitionArn: arn(world, 'ecs', region.name, 'task-definition/sales-report'),
  })
  createSchedule(world, region, {
    name: 'weekly-newsletter',
    state: 'DISABLED',
    expression: 'cron(0 9 ? * MON *)',
    targetArn: cluster('platform'),
    taskDefinitionArn: newsletter,
  })
  createSchedule(world, region, {
    name: 'rotate-logs',
    expression: 'rate(1 day)',
    targetArn: arn(world, 'lambda', region.name, 'function:rotate-logs'),
  })
}
