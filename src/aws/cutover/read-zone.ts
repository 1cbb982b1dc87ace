/** Reads everything that a cutover depends on as one: the journal is the same before and after the hostname's records. */
import type { CutoverNames } from '../../core/cutover/names.ts'
import { digest } from '../../core/cutover/canon.ts'
import { managedSet } from '../../core/cutover/managed.ts'
import type { RuleTarget } from '../../core/cutover/params.ts'
import type { ZoneReading } from '../../core/cutover/run.ts'
import type { RecordSet } from '../../core/dns/record-set.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { type ReadRecordSets, readRecordSets, readWhile } from '../dns/record-sets.ts'
import { getListenerActions, getRuleActions } from '../elb/rule-actions.ts'

export interface ZoneSubject {
  zoneId: string
  hostname: string
  names: CutoverNames
  retireServiceBindings: boolean
  rule?: RuleTarget | undefined
}

/** A journal that changes while it is read is somebody at work: then it is read once more. */
const mostTries = 4

/** Three calls, one more for a rule. @throws AwsProblem */
export async function readZone(aws: Aws, subject: ZoneSubject, options?: CallOptions): Promise<ZoneReading> {
  let journal = await readJournal(aws, subject, options)
  for (let tries = 1; ; tries++) {
    const atName = await readRecordSets(aws, subject.zoneId, subject.hostname, options)
    const actions = subject.rule && (await readActions(aws, subject.rule, options))
    const again = await readJournal(aws, subject, options)
    if (digest(again.records) === digest(journal.records) || tries === mostTries)
      return { ...toReading(subject, atName, again), ...(actions && { actions }) }
    journal = again
  }
}

function toReading(subject: ZoneSubject, atName: ReadRecordSets, journal: ReadRecordSets): ZoneReading {
  const { names } = subject
  const find = (name: string): RecordSet | undefined =>
    journal.records.find(({ Name, Type }) => Name === name && Type === 'TXT')
  return {
    records: managedSet([...atName.records, ...journal.records], subject),
    claim: find(names.claim),
    snapshot: find(names.snapshot),
    unknownFields: atName.unknownFields,
  }
}

/** The claim, the snapshot and what is parked stand together in Route 53's order. */
function readJournal(
  aws: Aws,
  { zoneId, names }: ZoneSubject,
  options: CallOptions | undefined,
): Promise<ReadRecordSets> {
  const ours = [names.parked, names.snapshot, names.claim]
  const goOn = (name: string): boolean => name === names.parked || name === names.snapshot
  return readWhile(aws, { zoneId, from: names.parked, keep: (name) => ours.includes(name), goOn }, options)
}

async function readActions(
  aws: Aws,
  { kind, arn }: RuleTarget,
  options: CallOptions | undefined,
): Promise<NonNullable<ZoneReading['actions']>> {
  const read = kind === 'rule' ? getRuleActions : getListenerActions
  return (await read(aws, arn, options)).value
}
