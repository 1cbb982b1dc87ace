/** A subnet as the console sees it. */
export interface Subnet {
  id: string
  vpcId?: string
  availabilityZone?: string
  cidr?: string
  availableAddresses?: number
}
