/** Subnets: where addresses come from, and which Availability Zone they are in. */
export interface SubnetRecord {
  subnetId: string
  vpcId: string
  availabilityZone: string
  /** First address of its /18, e.g. `10.0.64.0`. */
  base: string
  /** Offset of the next address to hand out; AWS keeps the first four for itself. */
  nextHost: number
}
