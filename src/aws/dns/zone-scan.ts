/** All records of a zone, and the journals that stand in it. */
import type { RecordSet } from '../../core/dns/record-set.ts'
import { firstJournalName } from '../../core/cutover/names.ts'
import { isJournalName } from '../../core/cutover/preflight/journals.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { type RecordSetPage, readPage, readWhile, recordSetPageSize } from './record-sets.ts'

/** Reads a zone to its end: one call for 300 record sets. `onPage` gets how many there are so far. @throws AwsProblem */
export async function scanZone(
  aws: Aws,
  zoneId: string,
  options?: CallOptions & { onPage?: (count: number) => void },
): Promise<RecordSet[]> {
  const records: RecordSet[] = []
  let start: RecordSetPage['next'] = {}
  while (start) {
    const page: RecordSetPage = await readPage(
      aws,
      { HostedZoneId: zoneId, MaxItems: recordSetPageSize, ...start },
      options,
    )
    for (const { record } of page.items) records.push(record)
    options?.onPage?.(records.length)
    start = page.next
  }
  return records
}

/** Claims, snapshots and parked records of every cutover in the zone: they stand together, so one call finds them. @throws AwsProblem */
export async function listJournalRecords(
  aws: Aws,
  zoneName: string,
  zoneId: string,
  options?: CallOptions,
): Promise<RecordSet[]> {
  const isOurs = (name: string): boolean => isJournalName(name, zoneName)
  const { records } = await readWhile(
    aws,
    { zoneId, from: firstJournalName(zoneName), keep: isOurs, goOn: isOurs },
    options,
  )
  return records
}
