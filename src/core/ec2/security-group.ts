/** Security groups as the console sees them. */
export interface SecurityGroupRule {
  /** `tcp`, `udp`, `icmp`, a number, or `-1` for all of them. */
  protocol: string
  /** Absent for all ports. */
  fromPort?: number
  toPort?: number
  ipv4: string[]
  ipv6: string[]
  /** Ids of groups whose members are meant. */
  groupIds: string[]
  prefixListIds: string[]
}

export interface SecurityGroup {
  id: string
  name: string
  vpcId?: string
  inbound: SecurityGroupRule[]
}

/** The rules that let TCP traffic in on a port. */
export function rulesForPort(group: SecurityGroup, port: number): SecurityGroupRule[] {
  return group.inbound.filter(
    ({ protocol, fromPort = 0, toPort = 65_535 }) =>
      protocol === '-1' || (['tcp', '6'].includes(protocol) && fromPort <= port && port <= toPort),
  )
}
