/** The hostnames of scenario `migration`, each in another layout, and what their traps ask for before they may move. */
import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  ElasticLoadBalancingV2Client,
  type LoadBalancer,
  ModifyListenerCommand,
  ModifyRuleCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { type Move, region } from './cutover-steps.ts'
import type { World } from './fixtures.ts'

export interface Layout {
  /** As a person would say it. */
  title: string
  move: Move
  /** Cannot be weighted: all of it is replaced at once. */
  isSwap?: true
  /** Types of the records at the end. */
  ends: ('A' | 'AAAA')[]
  /** Mends what would stop it, as the preflight says how. */
  prepare?: (world: World) => Promise<void>
}

/** Quick, and by itself: a person only looks at the application. */
function moveOf(hostname: string, service: string, loadBalancer = 'edge-alb'): Move {
  return {
    hostname,
    zone: 'example.com',
    cluster: 'edge',
    service,
    loadBalancer,
    targetGroup: service,
    search: { pace: 'quick' },
    tick: ['Auto-advance'],
  }
}

const search = moveOf('search.example.com', 'search')

/** The two from every step of which the way back is gone. */
export const www: Layout = {
  title: 'A to an Elastic IP, TTL 3600',
  move: moveOf('www.example.com', 'www'),
  ends: ['A'],
}
export const portal: Layout = {
  title: 'CNAME on premises',
  move: moveOf('portal.example.com', 'portal'),
  ends: ['A'],
}

export const layouts: readonly Layout[] = [
  www,
  portal,
  {
    title: 'A with four values',
    move: moveOf('shop.example.com', 'shop', 'shop-alb'),
    ends: ['A'],
    prepare: enoughTasks,
  },
  { title: 'alias to a classic load balancer', move: moveOf('api.example.com', 'api'), ends: ['A'] },
  {
    title: 'CNAME to Elastic Beanstalk',
    move: moveOf('app.example.com', 'app'),
    ends: ['A'],
    prepare: rightRule,
  },
  { title: 'apex', move: moveOf('example.com', 'site'), ends: ['A'] },
  {
    title: 'A and AAAA',
    move: moveOf('media.example.com', 'media', 'media-alb'),
    ends: ['A', 'AAAA'],
  },
  {
    title: 'served by a wildcard',
    move: moveOf('docs.example.com', 'docs', 'docs-alb'),
    ends: ['A'],
    prepare: rightCertificate,
  },
  {
    title: 'weighted group',
    move: { ...search, search: { ...search.search, strategy: 'simple' } },
    isSwap: true,
    ends: ['A'],
  },
]

/** The records of a hostname that leads to its load balancer and nowhere else. */
export async function movedRecords(world: World, { move, ends }: Layout): Promise<ResourceRecordSet[]> {
  const { DNSName = '', CanonicalHostedZoneId } = await balancer(world, move.loadBalancer)
  const AliasTarget = {
    HostedZoneId: CanonicalHostedZoneId,
    DNSName: `${DNSName.toLowerCase()}.`,
    EvaluateTargetHealth: true,
  }
  return ends.map((Type) => ({ Name: `${move.hostname}.`, Type, AliasTarget }))
}

function clientOf<Client>(
  Made: new (settings: object) => Client,
  { accessKeyId, secretAccessKey, sessionToken, config }: World,
): Client {
  return new Made({
    region,
    endpoint: config.endpoint,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
  })
}

async function balancer(world: World, name: string): Promise<LoadBalancer> {
  const { LoadBalancers = [] } = await clientOf(ElasticLoadBalancingV2Client, world).send(
    new DescribeLoadBalancersCommand({ Names: [name] }),
  )
  const [found] = LoadBalancers
  if (!found) throw new Error(`There is no load balancer ${name}`)
  return found
}

async function httpsListener(world: World, name: string): Promise<{ arn: string; certificate: string }> {
  const { LoadBalancerArn } = await balancer(world, name)
  const { Listeners = [] } = await clientOf(ElasticLoadBalancingV2Client, world).send(
    new DescribeListenersCommand({ LoadBalancerArn }),
  )
  const listener = Listeners.find(({ Port }) => Port === 443)
  return {
    arn: listener?.ListenerArn ?? '',
    certificate: listener?.Certificates?.[0]?.CertificateArn ?? '',
  }
}

/** Each of them stands three requests a second. */
async function enoughTasks(world: World): Promise<void> {
  await clientOf(ECSClient, world).send(
    new UpdateServiceCommand({ cluster: 'edge', service: 'shop', desiredCount: 10 }),
  )
  await world.advance('PT10M')
}

async function rightRule(world: World): Promise<void> {
  const client = clientOf(ElasticLoadBalancingV2Client, world)
  const { arn: ListenerArn } = await httpsListener(world, 'edge-alb')
  const { Rules = [] } = await client.send(new DescribeRulesCommand({ ListenerArn }))
  const rule = Rules.find(({ Conditions = [] }) =>
    Conditions.some(({ HostHeaderConfig }) => HostHeaderConfig?.Values?.includes('app.example.org')),
  )
  const Conditions = [{ Field: 'host-header', HostHeaderConfig: { Values: ['app.example.com'] } }]
  await client.send(new ModifyRuleCommand({ RuleArn: rule?.RuleArn, Conditions }))
}

async function rightCertificate(world: World): Promise<void> {
  const [{ certificate }, { arn }] = await Promise.all([
    httpsListener(world, 'edge-alb'),
    httpsListener(world, 'docs-alb'),
  ])
  await clientOf(ElasticLoadBalancingV2Client, world).send(
    new ModifyListenerCommand({ ListenerArn: arn, Certificates: [{ CertificateArn: certificate }] }),
  )
}
