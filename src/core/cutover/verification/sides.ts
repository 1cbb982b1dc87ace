/** Which side an answer leads to, and what share of answers each type should give to the new one. */
import type { RecordSet } from '../../dns/record-set.ts'
import { valuesOf } from '../../dns/record-set.ts'
import { setIdentifiers } from '../names.ts'
import { type Plan, pointsToBalancer } from '../plan.ts'

/** Data that answers can have: addresses and names, as written by `plain`. */
export interface Sides {
  legacy: readonly string[]
  ours: readonly string[]
  /** Every address of both sides is known. */
  complete: boolean
}

export type Side = 'legacy' | 'ours' | 'unknown'

/** `legacy` as soon as one of the data is. */
export function sideOf(data: readonly string[], { legacy, ours }: Sides): Side {
  const found = data.map(plain)
  if (found.some((one) => legacy.includes(one))) return 'legacy'
  return found.some((one) => ours.includes(one)) ? 'ours' : 'unknown'
}

/** What the plan itself says of both sides: without the addresses behind names. */
export function knownSides({ params, states }: Plan): Pick<Sides, 'legacy' | 'ours'> {
  const original = effective(
    states.slice(0, 1).flatMap(({ records }) => records),
    params.wildcard,
  )
  const legacy = [...original, ...params.aliasTargets].flatMap((record) => [
    ...valuesOf(record),
    ...(record.AliasTarget ? [record.AliasTarget.DNSName] : []),
  ])
  return { legacy: [...new Set(legacy.map(plain))], ours: [plain(params.balancer.dnsName)] }
}

/** Names and addresses in a form that compares: lower case, without the dot at the end and AWS's `dualstack.`. */
export function plain(data: string): string {
  return data
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '')
}

/** For each type that a state answers: the share, percent, of answers that lead to the new side. */
export function expectedShares(plan: Plan, index: number): { type: string; share: number }[] {
  if (plan.params.rule) return []
  const records = effective(plan.states[index]?.records ?? [], plan.params.wildcard)
  const types = new Set(records.map(({ Type }) => Type).filter((type) => answered.includes(type)))
  return [...types].map((type) => ({
    type,
    share: shareOf(
      plan,
      records.filter((record) => record.Type === type && record.Name !== plan.names.parked),
    ),
  }))
}

const answered: readonly string[] = ['A', 'AAAA', 'CNAME']

function effective(records: readonly RecordSet[], wildcard: readonly RecordSet[]): readonly RecordSet[] {
  return records.length > 0 ? records : wildcard
}

function shareOf({ hostname, params }: Plan, records: readonly RecordSet[]): number {
  const ours = records.find(({ SetIdentifier }) => SetIdentifier === setIdentifiers(hostname).ours)
  if (ours?.Weight !== undefined) return ours.Weight
  return pointsToBalancer(records, params) ? 100 : 0
}
