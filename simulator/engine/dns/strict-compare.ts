/** Whether the record set that a DELETE gives is the one that is stored. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { canonicalName } from './names.ts'

/**
 * Values compare as a multiset, names without regard to case. AWS says that all values must match; that it really compares
 * the routing fields is not certain, so `lax` leaves out everything but TTL, values and alias target.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_Change.html
 */
export function sameRecordSet(a: ResourceRecordSet, b: ResourceRecordSet, lax: boolean): boolean {
  return (
    a.TTL === b.TTL &&
    sameValues(valuesOf(a), valuesOf(b)) &&
    aliasText(a) === aliasText(b) &&
    (lax || routingText(a) === routingText(b))
  )
}

/** The values of a record set; none for an alias, even if an empty list came with it. */
export function valuesOf({ ResourceRecords = [] }: ResourceRecordSet): string[] {
  return ResourceRecords.map(({ Value = '' }) => Value)
}

function sameValues(a: string[], b: string[]): boolean {
  if (a.length !== b.length) return false
  const others = b.toSorted()
  return a.toSorted().every((value, index) => value === others[index])
}

function aliasText({ AliasTarget }: ResourceRecordSet): string {
  if (!AliasTarget) return ''
  const { HostedZoneId, DNSName = '', EvaluateTargetHealth } = AliasTarget
  return JSON.stringify([HostedZoneId, canonicalName(DNSName), EvaluateTargetHealth === true])
}

function routingText(set: ResourceRecordSet): string {
  const { GeoLocation: geo, CidrRoutingConfig: cidr, GeoProximityLocation: near } = set
  const { Latitude, Longitude } = near?.Coordinates ?? {}
  return JSON.stringify([
    [set.Weight, set.Region, set.Failover, set.MultiValueAnswer === true],
    [geo?.ContinentCode, geo?.CountryCode, geo?.SubdivisionCode],
    [cidr?.CollectionId, cidr?.LocationName],
    [near?.AWSRegion, near?.LocalZoneGroup, near?.Bias ?? 0, Latitude, Longitude],
    [set.HealthCheckId, set.TrafficPolicyInstanceId],
  ])
}
