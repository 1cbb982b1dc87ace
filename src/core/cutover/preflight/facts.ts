/** Everything that checks are made from, by name. Who reads it is none of their business. */
import type { ListenerCertificate } from '../../acm/certificate.ts'
import type { DeploymentGroup } from '../../codedeploy/deployment-group.ts'
import type { HealthObservation } from '../../dns/health-check.ts'
import type { HostedZone, HostedZoneDetails } from '../../dns/hosted-zone.ts'
import type { RecordSet } from '../../dns/record-set.ts'
import type { ResolverSample } from '../../dns/resolver-answer.ts'
import type { SecurityGroup } from '../../ec2/security-group.ts'
import type { ScalableTarget } from '../../ecs/scalable-target.ts'
import type { Service } from '../../ecs/service.ts'
import type { ServiceDeployment } from '../../ecs/service-deployment.ts'
import type { Task } from '../../ecs/task.ts'
import type { Listener, LoadBalancer, Rule } from '../../elb/load-balancer.ts'
import type { Target } from '../../elb/target-group.ts'
import type { ProblemFacts } from '../../problem.ts'
import type { LegacyTarget } from '../hold/legacy-target.ts'
import type { PlanParams } from '../params.ts'
import type { Planning } from '../plan.ts'
import type { Protection } from '../snapshot.ts'
import type { Journal } from './journals.ts'

/** A fact that was read, that could not be read, or that there is none of, because another one is missing. */
export type Reading<T> = { value: T } | { problem: ProblemFacts } | { missing: FactKey }

export type Readings = { readonly [Key in FactKey]?: Reading<Facts[Key]> }

export type FactKey = keyof Facts

/** What a person chose; everything else in the parameters of a plan is read. */
export type PlanChoices = Omit<
  PlanParams,
  'balancer' | 'legacyIpv6' | 'wildcard' | 'aliasTargets' | 'originalTtl'
>

/** How the new side is reached before anything moves. attested: somebody says that they tried. */
export type ProbeChoice = { kind: 'health-check' } | { kind: 'attested'; note: string } | { kind: 'skipped' }

/** What is going to be moved, and where to. */
export interface Subject {
  /** As typed. */
  typed: string
  /** Canonical; empty when what was typed is no name. */
  hostname: string
  /** Where several zones could be meant. */
  zoneId?: string
  cluster: string
  service: string
  loadBalancer: string
  targetGroupArn: string
  /** Path that answers 200 when all is well. */
  healthPath: string
  choices: PlanChoices
  alarmNames: readonly string[]
  probe: ProbeChoice
  /** What refused the first write, when it was tried. */
  startRefusal?: ProblemFacts
  /** What a rollback puts back, once there is a plan; before, it is what stands at the hostname. */
  original?: readonly RecordSet[]
  /** When the plan is through, once there is one, ms since the epoch. */
  plannedEnd?: number
}

export interface Facts {
  subject: Subject
  /** AWS's clock, ms since the epoch. */
  now: number
  /** All whose name is the hostname or an ancestor of it. */
  zones: readonly HostedZone[]
  /** The one that is going to be changed. */
  zone: HostedZoneDetails
  zoneTags: Reading<Readonly<Record<string, string>>>
  /** What stands at the hostname and at the parked name. */
  records: HostnameRecords
  /** The same, and once more a little later: what is being changed does not hold still. */
  recordsTwice: { first: HostnameRecords; second: HostnameRecords }
  /** All record sets of the zone. */
  sweep: readonly RecordSet[]
  /** Other zones that could answer for the hostname, and whether they do. */
  rivals: readonly { zone: HostedZone; holds: boolean }[]
  /** Who answers for the zone in public; none when resolvers must not be asked. */
  delegation: readonly ResolverSample[]
  /** What resolvers say of the hostname; none when they must not be asked. */
  publicAnswers: readonly ResolverSample[]
  journals: readonly Journal[]
  protections: readonly Protection[]
  /** ServeSignature. */
  dnssec: string
  params: PlanParams
  planning: Planning
  loadBalancer: LoadBalancer
  attributes: { deletionProtection: boolean }
  listeners: readonly { listener: Listener; rules: readonly Rule[] }[]
  /** Of the listener that takes HTTPS. */
  certificates: readonly ListenerCertificate[]
  securityGroups: readonly SecurityGroup[]
  /** Capacity units that the load balancer keeps ready; 0 without reservation. */
  capacity: number
  /** Every target group that the load balancer forwards to. */
  groupHealth: readonly { arn: string; name: string; healthy: number; total: number }[]
  targets: readonly Target[]
  service: Service
  tasks: readonly Pick<Task, 'lastStatus' | 'healthStatus' | 'availabilityZone'>[]
  /** Newest first. */
  deployments: readonly ServiceDeployment[]
  /** Bounds of Application Auto Scaling; undefined when nothing scales the service. */
  scaling: ScalableTarget | undefined
  probe: ProbeResult
  legacy: readonly LegacyPart[]
  alarms: readonly { name: string; state: string }[]
  baseline: Baseline
  session: SessionFact
  /** Who else changes the listener rule that shall be moved. */
  ruleOwners: RuleOwners
}

/** Record sets of every type, in one reading. */
export interface HostnameRecords {
  records: readonly RecordSet[]
  /** Elements that this console does not know. */
  unknownFields: readonly string[]
}

export type ProbeResult =
  /** `leftBehind`: id of a health check that could not be deleted and goes on costing money. */
  | { kind: 'probed'; observations: readonly HealthObservation[]; leftBehind?: string }
  | { kind: 'attested'; note: string }
  | { kind: 'skipped' }

/** One thing that a rollback leads back to. */
export interface LegacyPart {
  /** As the record has it: an address, a name, the id of a health check. */
  value: string
  kind: 'address' | 'load-balancer' | 'name' | 'record' | 'health-check'
  /** unknown: outside of what can be looked at from here. */
  state: 'there' | 'gone' | 'unknown'
  /** AWS's name for it: an instance id, the name of a load balancer. */
  owner?: string
  /** How to see whether it is still in use. */
  target?: LegacyTarget
}

/** How the legacy side was used in the last 24 hours. */
export interface Baseline {
  /** Requests a second in the busiest minute; absent when nothing counts them. */
  peakPerSecond?: number
  /** Machines that served it, as far as known. */
  hosts?: number
}

export interface SessionFact {
  /** Of the keys in use, ms since the epoch; absent when they do not expire. */
  expiresAt?: number
  /** New keys of the role could be had just now. */
  renewable: boolean
  /** When the sign-in itself ends. */
  signInEndsAt?: number
  /** When the plan is through, hold included. */
  plannedEnd: number
  /** Least time that must be left, ms. */
  needed: number
}

export interface RuleOwners {
  /** ARNs of rules that ECS itself switches when it deploys. */
  ecsRuleArns: readonly string[]
  /** False where the cluster has more services than were looked at. */
  allServices: boolean
  codeDeploy: Reading<readonly Pick<DeploymentGroup, 'name' | 'listenerArns'>[]>
  loadBalancerTags: Readonly<Record<string, string>>
}
