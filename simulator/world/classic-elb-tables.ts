/** Classic load balancers as plain tables. Times are ms since the epoch. */

export interface ClassicListenerRecord {
  protocol: 'HTTP' | 'HTTPS' | 'TCP' | 'SSL'
  loadBalancerPort: number
  instanceProtocol: 'HTTP' | 'HTTPS' | 'TCP' | 'SSL'
  instancePort: number
  sslCertificateId?: string
}

export interface ClassicLoadBalancerRecord {
  name: string
  dnsName: string
  canonicalHostedZoneNameId: string
  scheme: 'internet-facing' | 'internal'
  vpcId: string
  subnets: { subnetId: string; availabilityZone: string }[]
  securityGroups: string[]
  listeners: ClassicListenerRecord[]
  /** EC2 instance ids. */
  instances: string[]
  healthCheck: {
    /** `HTTP:80/health`, or `TCP:80`. */
    target: string
    intervalSeconds: number
    timeoutSeconds: number
    healthyThreshold: number
    unhealthyThreshold: number
  }
  attributes: {
    idleTimeoutSeconds: number
    crossZone: boolean
    connectionDraining: boolean
    connectionDrainingSeconds: number
  }
  createdAt: number
  tags: Record<string, string>
}
