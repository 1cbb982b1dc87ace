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

/** Three calls. @throws AwsProblem */
export async function readZone(aws: Aws, subject: ZoneSubject, options?: CallOptions): Promise<ZoneReading> {
  let journal = await readJournal(aws, subject, options)
  for (let tries = 1; ; tries++) {
    const moved = subject.rule
      ? await readMovedRule(aws, subject.rule, options)
      : await readRecordSets(aws, subject.zoneId, subject.hostname, options)
    const again = await readJournal(aws, subject, options)
    if (digest(again.records) === digest(journal.records) || tries === mostTries)
      return toReading(subject, moved, again)
    journal = again
  }
}

/** What the cutover moves. */
type Moved = ReadRecordSets & Pick<ZoneReading, 'actions'>

function toReading(subject: ZoneSubject, moved: Moved, journal: ReadRecordSets): ZoneReading {
  const { names } = subject
  const find = (name: string): RecordSet | undefined =>
    journal.records.find(({ Name, Type }) => Name === name && Type === 'TXT')
  return {
    records: managedSet([...moved.records, ...journal.records], subject),
    claim: find(names.claim),
    snapshot: find(names.snapshot),
    unknownFields: moved.unknownFields,
    ...(moved.actions && { actions: moved.actions }),
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

/** Records of the hostname take no part then: they are not read, and stay free to be edited. */
async function readMovedRule(
  aws: Aws,
  { kind, arn }: RuleTarget,
  options: CallOptions | undefined,
): Promise<Moved> {
  const read = kind === 'rule' ? getRuleActions : getListenerActions
  return { records: [], unknownFields: [], actions: (await read(aws, arn, options)).value }
}
