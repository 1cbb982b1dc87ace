/**
 * When two record sets are the same, and short digests of sets of them. `v=cutover1` freezes the canonical form for ever: snapshots of
 * it lie in people's zones. Nothing that is written back ever comes from here.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { RecordSet } from '../dns/record-set.ts'

/** One line of JSON with fixed member order; names in lower case with a dot at the end, values sorted. */
export function canon(record: RecordSet): string {
  const { AliasTarget: alias, ResourceRecords: values, GeoLocation: geo, GeoProximityLocation: near } = record
  return JSON.stringify([
    dotted(record.Name),
    record.Type,
    record.SetIdentifier ?? null,
    record.Weight ?? null,
    record.Region ?? null,
    geo ? [geo.ContinentCode ?? null, geo.CountryCode ?? null, geo.SubdivisionCode ?? null] : null,
    record.Failover ?? null,
    record.MultiValueAnswer ?? null,
    record.TTL ?? null,
    values && values.length > 0 ? values.map(({ Value }) => Value).toSorted() : null,
    alias ? [alias.HostedZoneId, dotted(alias.DNSName), alias.EvaluateTargetHealth] : null,
    record.HealthCheckId ?? null,
    record.TrafficPolicyInstanceId ?? null,
    record.CidrRoutingConfig
      ? [record.CidrRoutingConfig.CollectionId ?? null, record.CidrRoutingConfig.LocationName ?? null]
      : null,
    near
      ? [
          near.AWSRegion ?? null,
          near.LocalZoneGroup ?? null,
          near.Coordinates ? [near.Coordinates.Latitude ?? null, near.Coordinates.Longitude ?? null] : null,
          near.Bias ?? null,
        ]
      : null,
  ])
}

/** 32 hexadecimal digits that stand for a set of record sets; their order and the order of values do not matter. */
export function digest(records: readonly RecordSet[]): string {
  return shortHash(records.map(canon).toSorted().join('\n'))
}

/** 32 hexadecimal digits of SHA-256. */
export function shortHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32)
}

export function sameRecords(some: readonly RecordSet[], others: readonly RecordSet[]): boolean {
  return digest(some) === digest(others)
}

/** What tells record sets of one zone apart: `name type identifier`. */
export function recordKey({ Name, Type, SetIdentifier }: RecordSet): string {
  return JSON.stringify([dotted(Name), Type, SetIdentifier ?? null])
}

function dotted(name: string): string {
  return name.toLowerCase().replace(/\.?$/, '.')
}
