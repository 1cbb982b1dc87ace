/**
 * When two record sets are the same, and short digests of sets of them. `v=cutover1` freezes the canonical form for ever: snapshots of
 * it lie in people's zones. Nothing that is written back ever comes from here.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { RecordSet } from '../dns/record-set.ts'

/** One line of JSON with fixed member order; names in lower case with a dot at the end, values sorted. */
export function canon(record: RecordSet): string {
  const { AliasTarget: alias, ResourceRecords: values = [], GeoProximityLocation: near } = record
  return JSON.stringify([
    dotted(record.Name),
    ...row(record, ['Type', 'SetIdentifier', 'Weight', 'Region']),
    row(record.GeoLocation, ['ContinentCode', 'CountryCode', 'SubdivisionCode']),
    ...row(record, ['Failover', 'MultiValueAnswer', 'TTL']),
    values.map(({ Value }) => Value).toSorted(),
    alias ? [alias.HostedZoneId, dotted(alias.DNSName), alias.EvaluateTargetHealth] : null,
    ...row(record, ['HealthCheckId', 'TrafficPolicyInstanceId']),
    row(record.CidrRoutingConfig, ['CollectionId', 'LocationName']),
    row(near, ['AWSRegion', 'LocalZoneGroup', 'Bias']),
    row(near?.Coordinates, ['Latitude', 'Longitude']),
  ])
}

/** The named members in their order, null for what is absent; nothing at all for an absent structure. */
function row<T extends object>(structure: T | undefined, names: readonly (keyof T)[]): unknown[] {
  return structure === undefined ? [] : names.map((name) => structure[name] ?? null)
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

/** By keys that are all different; each is made once. */
export function sortedBy(records: readonly RecordSet[], keyOf: (record: RecordSet) => string): RecordSet[] {
  return records
    .map((record) => ({ record, key: keyOf(record) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ record }) => record)
}

function dotted(name: string): string {
  return name.toLowerCase().replace(/\.?$/, '.')
}
