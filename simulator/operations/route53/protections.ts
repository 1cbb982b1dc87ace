/** Checks that the calls about resource record set protections share; a batch of them is all or nothing. */
import { type ProtectionError, type ResourceRecordSetProtectionKey, RRType } from '@aws-sdk/client-route-53'
import { canonicalName, isWithin, nameProblem } from '../../engine/dns/names.ts'
import { AwsError } from '../../operation.ts'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'

/** Entries of one call at most. */
const MOST = 100
/** Characters of a comment at most. */
const MOST_COMMENT = 256

/** An entry of a call that creates or deletes; only new ones have comments. */
type Entry = ResourceRecordSetProtectionKey & { Comment?: string | undefined }

/** Whether a zone has a protection of this name and type, the name as it was given. */
export function isProtected(
  zone: HostedZoneRecord,
  { RecordName = '', RecordType }: ResourceRecordSetProtectionKey,
): boolean {
  const name = canonicalName(RecordName)
  return zone.protections.some((known) => known.name === name && known.type === RecordType)
}

/** @throws AwsError InvalidInput for too few or too many entries, InvalidResourceRecordSetProtectionBatch for bad ones */
export function checkEntries(zone: HostedZoneRecord, entries: Entry[]): void {
  if (entries.length < 1 || entries.length > MOST) {
    throw new AwsError(
      'InvalidInput',
      `1 validation error detected: Value at 'protections' failed to satisfy constraint: Member must have length between 1 and ${MOST}`,
    )
  }
  const keys = entries.map(({ RecordName = '', RecordType }) => `${canonicalName(RecordName)} ${RecordType}`)
  const bad = entries.flatMap((entry, index) => {
    const twice = keys.indexOf(keys[index] ?? '') !== keys.lastIndexOf(keys[index] ?? '')
    const problem =
      entryProblem(zone, entry) ?? (twice ? 'The name and type appear more than once.' : undefined)
    return problem === undefined ? [] : [failure(entry, 'InvalidInput', problem)]
  })
  if (bad.length > 0) throw invalidBatch(bad)
}

function entryProblem(zone: HostedZoneRecord, entry: Entry): string | undefined {
  const name = canonicalName(entry.RecordName ?? '')
  if (!Object.values<string | undefined>(RRType).includes(entry.RecordType))
    return 'The record type cannot be protected.'
  if ((entry.Comment?.length ?? 0) > MOST_COMMENT) {
    return `The comment is longer than ${MOST_COMMENT} characters.`
  }
  return (
    nameProblem(name) ?? (isWithin(name, zone.name) ? undefined : `The name is not in the zone ${zone.name}`)
  )
}

/** One entry that could not be processed. */
export function failure(
  { RecordName, RecordType }: ResourceRecordSetProtectionKey,
  Code: string,
  Message: string,
): ProtectionError {
  return { RecordName, RecordType, Code, Message }
}

/** The answer when some entries of a batch failed. */
export function invalidBatch(errors: ProtectionError[]): AwsError {
  return new AwsError(
    'InvalidResourceRecordSetProtectionBatch',
    `${errors.length} of the entries could not be processed.`,
    { members: { Errors: errors } },
  )
}
