/** Classic load balancers as the console sees them. Times are ms since the epoch. */
export interface ClassicListener {
  protocol: string
  port: number
  instanceProtocol?: string
  instancePort: number
  certificateArn?: string
}

export interface ClassicLoadBalancer {
  name: string
  dnsName: string
  /** Hosted zone of its DNS name, for aliases. */
  canonicalHostedZoneId?: string
  scheme: string
  vpcId?: string
  availabilityZones: string[]
  securityGroups: string[]
  listeners: ClassicListener[]
  instanceIds: string[]
  createdAt?: number
}

/** Health of one instance behind a classic load balancer. */
export interface ClassicInstanceHealth {
  instanceId: string
  /** `InService`, `OutOfService` or `Unknown`. */
  state: string
  /** `ELB`, `Instance` or `N/A`: who is to blame. */
  reasonCode?: string
  description?: string
}

export interface ClassicLoadBalancerAttributes {
  idleTimeoutSeconds?: number
  /** Seconds that requests in flight get when an instance leaves; absent when they get none. */
  drainingSeconds?: number
}
