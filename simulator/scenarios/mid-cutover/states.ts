/** What stands at a hostname from the original to the last state of a cutover, for the layouts of `mid-cutover`. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { LoadBalancerRecord } from '../../world/elb-tables.ts'
import { digestOf, digestOfText, memberIds } from './journal.ts'

export interface Cutover {
  /** With the dot at the end, as everywhere in Route 53. */
  hostname: string
  strategy: 'simple' | 'weighted'
  balancer: LoadBalancerRecord
  original: ResourceRecordSet[]
}

export interface State {
  label: string
  records: ResourceRecordSet[]
}

/** Seconds to which TTLs are lowered. */
const LOW_TTL = 60
export const STEPS = [0, 5, 25, 50, 100]

export function statesOf(cutover: Cutover): State[] {
  const { original, strategy } = cutover
  const lowered = original.map(low)
  const long = original.some(({ TTL = 0 }) => TTL > LOW_TTL)
  return [
    { label: 'D0', records: original },
    ...(long ? [{ label: 'ttl-prep', records: lowered }] : []),
    ...(strategy === 'weighted'
      ? STEPS.map((share) => {
          const records = lowered.flatMap((record) => members(cutover, record, share))
          return { label: `w${share}`, records }
        })
      : []),
    { label: 'final', records: finalRecords(cutover) },
  ]
}

export function planDigest(states: State[]): string {
  return digestOfText(states.map(({ label, records }) => `${label} ${digestOf(records)} []`).join('\n'))
}

function low(record: ResourceRecordSet): ResourceRecordSet {
  return record.TTL === undefined ? record : { ...record, TTL: Math.min(record.TTL, LOW_TTL) }
}

function members(cutover: Cutover, record: ResourceRecordSet, share: number): ResourceRecordSet[] {
  const { legacy, fresh } = memberIds(cutover.hostname)
  const { Name, Type, TTL } = record
  const target = aliasTo(cutover)
  const place =
    Type === 'CNAME' ? { TTL, ResourceRecords: [{ Value: target.DNSName }] } : { AliasTarget: target }
  return [
    { ...record, SetIdentifier: legacy, Weight: 100 - share },
    { Name, Type, SetIdentifier: fresh, Weight: share, ...place },
  ]
}

function finalRecords(cutover: Cutover): ResourceRecordSet[] {
  const types = cutover.original.some(({ Type }) => Type === 'AAAA')
    ? (['A', 'AAAA'] as const)
    : (['A'] as const)
  return types.map((Type) => ({ Name: cutover.hostname, Type, AliasTarget: aliasTo(cutover) }))
}

function aliasTo({ balancer }: Cutover): NonNullable<ResourceRecordSet['AliasTarget']> {
  return {
    HostedZoneId: balancer.canonicalHostedZoneId,
    DNSName: `${balancer.dnsName.toLowerCase()}.`,
    EvaluateTargetHealth: true,
  }
}
