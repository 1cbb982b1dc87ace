/** Hosted zones as the console sees them. */
export interface HostedZone {
  /** Without `/hostedzone/`. */
  id: string
  /** Canonical, with the dot at the end. */
  name: string
  isPrivate: boolean
  recordCount: number
  /** The AWS service that made it and alone may edit it. */
  linkedService?: string
  comment?: string
}

/** What only GetHostedZone tells. */
export interface HostedZoneDetails extends HostedZone {
  /** Lower case, without the dot at the end; none for a private zone. */
  nameServers: string[]
  /** Networks in which a private zone answers. */
  vpcs: { id: string; region: string }[]
  /** ENABLED when records can be edited soon after a failure of us-east-1; absent when it was never asked for. */
  acceleratedRecovery?: string
}
