/** An Elastic IP address as the console sees it. */
export interface Address {
  publicIp: string
  allocationId?: string
  /** What it leads to; absent for an address that is not in use. */
  instanceId?: string
  networkInterfaceId?: string
  privateIp?: string
  tags: Record<string, string>
}
