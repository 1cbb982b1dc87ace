/** An EC2 instance as the console sees it. Times are ms since the epoch. */
export interface Instance {
  id: string
  /** `running`, `stopped`, … */
  state: string
  instanceType?: string
  privateIp?: string
  publicIp?: string
  availabilityZone?: string
  subnetId?: string
  vpcId?: string
  securityGroups: string[]
  launchedAt?: number
  tags: Record<string, string>
}
