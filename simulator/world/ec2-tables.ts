/** EC2 outside Auto Scaling groups as plain tables: instances, Elastic IP addresses, security groups. */

/** An instance that somebody started by hand. */
export interface InstanceRecord {
  instanceId: string
  instanceType: string
  state: 'pending' | 'running' | 'stopping' | 'stopped' | 'shutting-down' | 'terminated'
  privateIp: string
  vpcId: string
  subnetId: string
  availabilityZone: string
  securityGroups: string[]
  /** ms since the epoch. */
  launchedAt: number
  /** Its software: who answers on a TCP port is what `world.images` says of this image. */
  listening: { port: number; image: string }[]
  tags: Record<string, string>
}

/** An Elastic IP address. */
export interface AddressRecord {
  allocationId: string
  publicIp: string
  /** Set while it belongs to a network interface; `instanceId` while that is an instance's. */
  association?: { associationId: string; instanceId?: string; privateIp: string; networkInterfaceId: string }
  tags: Record<string, string>
}

export interface SecurityGroupRule {
  /** `-1` for all of them, which have no ports. */
  protocol: 'tcp' | 'udp' | 'icmp' | '-1'
  fromPort?: number
  toPort?: number
  cidrIpv4: string[]
  cidrIpv6: string[]
  /** Ids of groups whose members are let in. */
  groupIds: string[]
  prefixListIds: string[]
}

export interface SecurityGroupRecord {
  groupId: string
  groupName: string
  description: string
  vpcId: string
  ingress: SecurityGroupRule[]
  egress: SecurityGroupRule[]
  tags: Record<string, string>
}

export interface Ec2Tables {
  /** By id. */
  instances: Record<string, InstanceRecord>
  /** By allocation id. */
  addresses: Record<string, AddressRecord>
  /** By id. */
  securityGroups: Record<string, SecurityGroupRecord>
}
