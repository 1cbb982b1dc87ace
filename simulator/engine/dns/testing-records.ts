/** Short ways to write record sets of example.com and changes of them, for tests. */
import type { ChangeAction, ResourceRecordSet } from '@aws-sdk/client-route-53'

/** A simple record set `<label>.example.com.` with TTL 300. */
export function record(
  label: string,
  type: ResourceRecordSet['Type'],
  values: string[],
  more: Partial<ResourceRecordSet> = {},
): ResourceRecordSet {
  return {
    Name: `${label}.example.com.`,
    Type: type,
    TTL: 300,
    ResourceRecords: values.map((Value) => ({ Value })),
    ...more,
  }
}

/** An alias `<label>.example.com.`. */
export function alias(
  label: string,
  type: ResourceRecordSet['Type'],
  dnsName: string,
  more: Partial<ResourceRecordSet> = {},
  zoneId = 'Z35SXDOTRQ7X7K',
): ResourceRecordSet {
  return {
    Name: `${label}.example.com.`,
    Type: type,
    AliasTarget: { HostedZoneId: zoneId, DNSName: dnsName, EvaluateTargetHealth: false },
    ...more,
  }
}

/** One change of a batch. */
export const change = (Action: ChangeAction, set: ResourceRecordSet) => ({ Action, ResourceRecordSet: set })
