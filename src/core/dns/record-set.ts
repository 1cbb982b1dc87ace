/** A resource record set exactly as Route 53 gives it: AWS's own member names, so that what is put back is what was read. */

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html */
export interface AliasTarget {
  HostedZoneId: string
  DNSName: string
  EvaluateTargetHealth: boolean
}

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html; members that are absent are left out, never empty. */
export interface RecordSet {
  /** With the dot at the end, other bytes than `a-z 0-9 - _ .` as `\ooo`. */
  Name: string
  Type: string
  SetIdentifier?: string
  /** 0–255. */
  Weight?: number
  Region?: string
  GeoLocation?: { ContinentCode?: string; CountryCode?: string; SubdivisionCode?: string }
  Failover?: string
  MultiValueAnswer?: boolean
  /** Seconds; absent for an alias. */
  TTL?: number
  ResourceRecords?: { Value: string }[]
  AliasTarget?: AliasTarget
  HealthCheckId?: string
  TrafficPolicyInstanceId?: string
  CidrRoutingConfig?: { CollectionId?: string; LocationName?: string }
  GeoProximityLocation?: {
    AWSRegion?: string
    LocalZoneGroup?: string
    Coordinates?: { Latitude?: string; Longitude?: string }
    Bias?: number
  }
}

/** One change of a batch. UPSERT is left out on purpose: it overwrites what it has not seen. */
export interface Change {
  Action: 'CREATE' | 'DELETE'
  ResourceRecordSet: RecordSet
}

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html */
export type RoutingPolicy =
  | 'simple'
  | 'weighted'
  | 'latency'
  | 'geolocation'
  | 'failover'
  | 'multivalue'
  | 'cidr'
  | 'geoproximity'

/** By which rule Route 53 chooses this record set; undefined when it has an identifier and no rule that we know. */
export function routingPolicyOf(record: RecordSet): RoutingPolicy | undefined {
  if (record.Weight !== undefined) return 'weighted'
  if (record.Region !== undefined) return 'latency'
  if (record.GeoLocation !== undefined) return 'geolocation'
  if (record.Failover !== undefined) return 'failover'
  if (record.MultiValueAnswer !== undefined) return 'multivalue'
  if (record.CidrRoutingConfig !== undefined) return 'cidr'
  if (record.GeoProximityLocation !== undefined) return 'geoproximity'
  return record.SetIdentifier === undefined ? 'simple' : undefined
}

/** The values in the order in which AWS gave them; none for an alias. */
export function valuesOf(record: RecordSet): string[] {
  return (record.ResourceRecords ?? []).map(({ Value }) => Value)
}
