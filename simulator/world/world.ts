/**
 * The simulated account as plain tables: everything here is JSON (times are ms since the epoch), so a world can be
 * inspected, saved and loaded. Nothing in this folder knows the wire.
 */
import type { CertificateRecord } from './acm-tables.ts'
import type { AlarmRecord } from './alarm-tables.ts'
import type { ScalableTargetRecord } from './application-auto-scaling-tables.ts'
import type { AutoScalingGroupRecord } from './auto-scaling-tables.ts'
import type { ClassicLoadBalancerRecord } from './classic-elb-tables.ts'
import type { CodeDeployApplicationRecord } from './codedeploy-tables.ts'
import type { DnsTables } from './dns-tables.ts'
import type { Ec2Tables } from './ec2-tables.ts'
import type { EcsTables } from './ecs-tables.ts'
import type { RepositoryRecord } from './ecr-tables.ts'
import type { ElbTables } from './elb-tables.ts'
import type { History } from './history.ts'
import type { RoleRecord } from './iam-tables.ts'
import type { IdentityTables, RolePolicies } from './identity-tables.ts'
import type { InternetTables } from './internet-tables.ts'
import type { LogGroupRecord } from './log-tables.ts'
import type { SubnetRecord } from './network-tables.ts'
import type { ScheduleRecord } from './schedule-tables.ts'
import type { ParameterRecord, SecretRecord } from './secret-tables.ts'
import type { ClientPopulation, ImageBehaviour } from './traffic-tables.ts'

/** One due change of the world. Plain data: handlers are found by `kind` (see engine/handlers.ts). */
export interface ScheduledEvent {
  at: number
  /** Ties at the same millisecond run in the order they were scheduled. */
  order: number
  kind: string
  region: string
  /** The ARN or id the event is about; a handler must check that it still exists and is in the expected state. */
  subject: string
  data?: Record<string, string | number | boolean>
}

/** What happened, in order: every call answered and every effect on the world. Read by tests through control. */
export interface JournalEntry {
  sequence: number
  at: number
  type: 'call' | 'effect'
  /** For a call `service:Operation`; for an effect a short verb such as `task-started`. */
  name: string
  region: string
  /** ARN or id of the subject of an effect; for a call, the access key id. */
  subject?: string
  /** For a call: the decoded input. For an effect: what changed. */
  detail?: unknown
  /** For a call: its outcome, `ok`, the AWS error code, or `fault:<kind>` when no answer was given. */
  outcome?: string
  requestId?: string
}

export interface RegionTables {
  name: string
  ecs: EcsTables
  elb: ElbTables
  /** By name. */
  classicLoadBalancers: Record<string, ClassicLoadBalancerRecord>
  ec2: Ec2Tables
  /** By ARN. */
  certificates: Record<string, CertificateRecord>
  /** By name. */
  alarms: Record<string, AlarmRecord>
  /** By resource id; ECS services only. */
  scalableTargets: Record<string, ScalableTargetRecord>
  /** By name. */
  codeDeployApplications: Record<string, CodeDeployApplicationRecord>
  /** By name. */
  autoScalingGroups: Record<string, AutoScalingGroupRecord>
  /** By id. */
  subnets: Record<string, SubnetRecord>
  logGroups: Record<string, LogGroupRecord>
  /** Of ECR, by name. */
  repositories: Record<string, RepositoryRecord>
  /** By ARN. */
  secrets: Record<string, SecretRecord>
  /** By name. */
  parameters: Record<string, ParameterRecord>
  /** By `<group>/<name>`. */
  schedules: Record<string, ScheduleRecord>
  /** Tags of any resource that keeps none of its own, by ARN. */
  tags: Record<string, Record<string, string>>
  /** Step functions that metrics and logs are computed from; keys are `<what>/<arn or id>`. */
  history: History
}

export interface World {
  /** Name of the world: also the host label under which the web server answers its configuration. */
  id: string
  scenario: string
  seed: number
  accountId: string
  /** World time, ms since the epoch. Only engine/advance.ts moves it. */
  now: number
  randomState: number
  nextOrder: number
  regions: Record<string, RegionTables>
  /** How the software in an image behaves, by image reference as written in the container definition. */
  images: Record<string, ImageBehaviour>
  /** How images behaved before somebody spoilt them; see engine/ecs/software.ts. */
  spoiltImages?: Record<string, ImageBehaviour>
  clients: Record<string, ClientPopulation>
  /** Servers, resolvers and clients outside of AWS's Regions. */
  internet: InternetTables
  identity: IdentityTables
  /** By name, whatever their paths are. */
  iamRoles: Record<string, RoleRecord>
  dns: DnsTables
  policies: RolePolicies
  /** A binary heap by (at, order); use engine/schedule.ts. */
  pending: ScheduledEvent[]
  journal: JournalEntry[]
}
