/** Record sets as lines to read, and what differs between two sets of them, record by record. */
import type { RecordSet } from '../dns/record-set.ts'
import { valuesOf } from '../dns/record-set.ts'
import { canon, recordKey } from './canon.ts'

/** One record set that goes, comes, or is replaced by another of the same name, type and identifier. */
export interface RecordDiff {
  before?: RecordSet
  after?: RecordSet
}

/** In the order of names, types and identifiers; what stays the same is left out. */
export function recordDiffs(before: readonly RecordSet[], after: readonly RecordSet[]): RecordDiff[] {
  const diffs = new Map<string, RecordDiff>()
  for (const record of before) diffs.set(recordKey(record), { before: record })
  for (const record of after) diffs.set(recordKey(record), { ...diffs.get(recordKey(record)), after: record })
  return [...diffs]
    .filter(([, diff]) => !diff.before || !diff.after || canon(diff.before) !== canon(diff.after))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, diff]) => diff)
}

/** All of it in one line, in AWS's own words: `www.example.com. A SetIdentifier=ecs-a1b2c3 Weight=5 TTL=60 192.0.2.1`. */
export function recordText(record: RecordSet): string {
  const { Name, Type, AliasTarget: alias, ResourceRecords: _values, ...rest } = record
  const members = Object.entries(rest).map(([name, value]) => `${name}=${word(value)}`)
  const target = alias
    ? [`ALIAS ${alias.DNSName} ${alias.HostedZoneId} EvaluateTargetHealth=${alias.EvaluateTargetHealth}`]
    : []
  return [Name, Type, ...members, ...target, ...valuesOf(record)].join(' ')
}

function word(value: unknown): string {
  return typeof value === 'string' && /^[\w.:/-]+$/.test(value) ? value : JSON.stringify(value)
}

/** `-` and `+` lines, as tools that compare texts write them. */
export function diffLines({ before, after }: RecordDiff): string[] {
  return [...(before ? [`- ${recordText(before)}`] : []), ...(after ? [`+ ${recordText(after)}`] : [])]
}
