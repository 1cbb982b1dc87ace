/** Load balancers, listeners and rules as the console sees them. */
export interface LoadBalancer {
  arn: string
  name: string
  dnsName: string
  canonicalHostedZoneId?: string
  scheme: string
  type: string
  state: string
  stateReason?: string
  vpcId?: string
  availabilityZones: { zone: string; subnetId?: string }[]
  securityGroups: string[]
  ipAddressType?: string
  createdAt?: number
}

export interface RuleAction {
  type: string
  /** For forward: target groups with weights. */
  targetGroups: { arn: string; weight: number }[]
  /** For redirect and fixed-response: a readable summary such as `HTTPS:443 301`. */
  detail?: string
}

export interface Listener {
  arn: string
  loadBalancerArn: string
  port: number
  protocol: string
  sslPolicy?: string
  certificateArns: string[]
  defaultActions: RuleAction[]
}

export interface Rule {
  arn: string
  listenerArn: string
  /** `default` for the default rule. */
  priority: number | 'default'
  conditions: { field: string; values: string[] }[]
  actions: RuleAction[]
}

export interface LoadBalancerAttributes {
  deletionProtection: boolean
  /** Seconds after which a silent connection is closed. */
  idleTimeoutSeconds?: number
  /** Longest time, in seconds, that a client may go on using one connection. */
  clientKeepAliveSeconds?: number
}

/** Capacity that a load balancer keeps ready whatever its traffic. */
export interface CapacityReservation {
  /** Load balancer capacity units. */
  units: number
  /** `provisioned`, `pending`, `rebalancing` or `failed`, by zone. */
  zones: { zone: string; state: string; units: number }[]
}
