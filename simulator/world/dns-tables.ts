/** Route 53 as plain tables. It is a global service: its tables belong to the world, not to a Region. */
export interface HostedZoneRecord {
  /** Without the `/hostedzone/` that answers carry, e.g. `Z0123456789ABCDEFGHIJ`. */
  id: string
  /** With the dot at the end. */
  name: string
  callerReference: string
  comment: string
  privateZone: boolean
  recordSetCount: number
}

export interface DnsTables {
  /** By id. */
  hostedZones: Record<string, HostedZoneRecord>
}
