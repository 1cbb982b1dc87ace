/** Application load balancers as plain tables. Times are ms since the epoch. Keys are ARNs unless said otherwise. */
import type { Action, RuleCondition, RuleTransform } from '@aws-sdk/client-elastic-load-balancing-v2'

export interface LoadBalancerRecord {
  loadBalancerArn: string
  name: string
  dnsName: string
  canonicalHostedZoneId: string
  scheme: 'internet-facing' | 'internal'
  type: 'application' | 'network'
  state: 'active' | 'provisioning' | 'active_impaired' | 'failed'
  vpcId: string
  subnets: { subnetId: string; availabilityZone: string }[]
  securityGroups: string[]
  ipAddressType: 'ipv4' | 'dualstack' | 'dualstack-without-public-ipv4'
  createdAt: number
  /** Key → value as DescribeLoadBalancerAttributes gives them, e.g. `idle_timeout.timeout_seconds`. */
  attributes: Record<string, string>
  /** Capacity kept ready whatever the traffic; absent without a reservation. Units are LCUs, times ms since the epoch. */
  capacityReservation?: { capacityUnits: number; lastModifiedAt: number }
  /** Set while an event that looks again where its requests go is due. */
  routesDue?: boolean
  tags: Record<string, string>
}

export interface ListenerRecord {
  listenerArn: string
  loadBalancerArn: string
  port: number
  protocol: 'HTTP' | 'HTTPS' | 'TCP'
  sslPolicy?: string
  certificateArns: string[]
  /** Default actions; a forward action uses ForwardConfig with weights. */
  defaultActions: Action[]
  /** ARN of the default rule, whose actions are `defaultActions`. */
  defaultRuleArn: string
  createdAt: number
  tags: Record<string, string>
}

export interface RuleRecord {
  ruleArn: string
  listenerArn: string
  /** 1–50000; the default rule is not stored here, it is the listener's default actions. */
  priority: number
  conditions: RuleCondition[]
  /** Client secrets of sign-in actions are kept here; no answer gives them. */
  actions: Action[]
  transforms?: RuleTransform[]
  createdAt: number
  tags: Record<string, string>
}

export type TargetHealthState = 'initial' | 'healthy' | 'unhealthy' | 'unused' | 'draining' | 'unavailable'

/**
 * The health checks of one target so far. Check number k is sent at `firstAt + k * interval`; only changes of the answer
 * are events, the checks between them are counted when one is handled.
 */
export interface ProbeRecord {
  /** When the first health check is sent. */
  firstAt: number
  /** How many have been counted into `passes` and `failures`. */
  counted: number
  /** What the next check will answer, as far as is known now; a passing one has neither reason nor description. */
  next: { reason?: string; description?: string }
  /** What the last counted check answered. */
  last?: { reason?: string; description?: string }
  /** When the event that looks again is due; events with another time are out of date. */
  dueAt?: number
}

export interface TargetRecord {
  /** Instance id or IP address. */
  id: string
  port: number
  availabilityZone?: string
  state: TargetHealthState
  /** `Elb.RegistrationInProgress`, `Target.ResponseCodeMismatch`, … */
  reason?: string
  description?: string
  registeredAt: number
  /** Consecutive passed, or failed, health checks; one of the two is 0. */
  passes: number
  failures: number
  /** Absent while the load balancer sends no health checks. */
  probes?: ProbeRecord
  drainingUntil?: number
}

export interface TargetGroupRecord {
  targetGroupArn: string
  name: string
  protocol: 'HTTP' | 'HTTPS' | 'TCP'
  port: number
  vpcId: string
  targetType: 'instance' | 'ip' | 'lambda'
  healthCheck: {
    enabled: boolean
    protocol: 'HTTP' | 'HTTPS' | 'TCP'
    path: string
    /** `traffic-port` or a number as text. */
    port: string
    /** Seconds. */
    intervalSeconds: number
    timeoutSeconds: number
    healthyThreshold: number
    unhealthyThreshold: number
    /** Such as `200` or `200-399`. */
    matcher: string
  }
  /** Key → value as DescribeTargetGroupAttributes gives them, e.g. `deregistration_delay.timeout_seconds`. */
  attributes: Record<string, string>
  /** By `<id>:<port>`. */
  targets: Record<string, TargetRecord>
  /** Load balancers with a listener or rule that forwards here; AWS allows one. */
  loadBalancerArns: string[]
  /** Set while an event that looks again how its targets answer is due. */
  answersDue?: boolean
  createdAt: number
  tags: Record<string, string>
}

export interface ElbTables {
  loadBalancers: Record<string, LoadBalancerRecord>
  listeners: Record<string, ListenerRecord>
  rules: Record<string, RuleRecord>
  targetGroups: Record<string, TargetGroupRecord>
}
