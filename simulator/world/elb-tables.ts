/** Application load balancers as plain tables. Times are ms since the epoch. Keys are ARNs unless said otherwise. */
import type { Action, RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2'

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
  ipAddressType: 'ipv4' | 'dualstack'
  createdAt: number
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
}

export interface RuleRecord {
  ruleArn: string
  listenerArn: string
  /** 1–50000; the default rule is not stored here, it is the listener's default actions. */
  priority: number
  conditions: RuleCondition[]
  actions: Action[]
}

export type TargetHealthState = 'initial' | 'healthy' | 'unhealthy' | 'unused' | 'draining' | 'unavailable'

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
  /** Consecutive results in the direction of the next change. */
  passes: number
  failures: number
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
  createdAt: number
  tags: Record<string, string>
}

export interface ElbTables {
  loadBalancers: Record<string, LoadBalancerRecord>
  listeners: Record<string, ListenerRecord>
  rules: Record<string, RuleRecord>
  targetGroups: Record<string, TargetGroupRecord>
}
