/** What the command line says of a cutover, line by line. */
import type { AttachTrouble } from '../src/core/cutover/attach.ts'
import { wayBack } from '../src/core/cutover/permits.ts'
import { diffLines, recordDiffs } from '../src/core/cutover/print-records.ts'
import type { Run, ZoneReading } from '../src/core/cutover/run.ts'
import { isAt, matchingStates } from '../src/core/cutover/standing.ts'
import { cleanupAfter } from '../src/core/cutover/timing.ts'
import { shownName } from '../src/core/dns/name.ts'
import type { RecordSet } from '../src/core/dns/record-set.ts'
import type { Found } from './cutover-find.ts'

export const troubles: Record<AttachTrouble, string> = {
  'no-claim':
    'no cutover stands in the zone. Where the journal was deleted, --file brings the rollback file.',
  foreign: 'the cutover was written by another release. Use that one, or the script of its rollback file.',
  claim: 'the claim cannot be read. Use the script of the rollback file with --state.',
  snapshot: 'the snapshot is damaged. Bring the rollback file with --file.',
  'no-snapshot': 'the snapshot is not in the zone. Bring the rollback file with --file.',
  digest: 'the snapshot does not belong to the claim. Bring the rollback file of this cutover with --file.',
}

/** ISO 8601 without what nobody reads. `time`: ms since the epoch. */
export function timeText(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** `1 h 5 min`, rounded up. */
export function durationText(ms: number): string {
  const all = Math.ceil(ms / 60_000)
  const [hours, rest] = [Math.floor(all / 60), all % 60]
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(' ')
}

/** The standing of one cutover: where it is, whether the records are as they should be, and what the way back is. */
export function statusLines({ run, reading }: Found): string[] {
  const { plan, journal, id } = run
  const head = `${shownName(plan.hostname)}  cutover ${id} in zone ${plan.zone.id} (${shownName(plan.zone.name)})`
  if (!journal || run.phase.at === 'journal-lost')
    return [
      head,
      '  The journal is gone; this is what the rollback file knows.',
      ...liveLines(run, reading, 0),
    ]
  const { state, highest, status, generation, writtenAt } = journal.claim
  const label = plan.states[state]?.label ?? '?'
  return [
    head,
    `  ${status} at state ${state} of ${plan.states.length - 1} (${label}), at most ${highest} was reached; write ${generation}, ${timeText(writtenAt * 1000)}`,
    ...(run.forwardBlocked
      ? ['  This release plans it differently: no step forward, but the way back is the same.']
      : []),
    ...liveLines(run, reading, state),
    `  ${wayText(run)}`,
  ]
}

function liveLines(run: Run, reading: ZoneReading, state: number): string[] {
  if (isAt(run, reading, state)) return ['  The live records are those of this state.']
  const matches = matchingStates(run, reading).map((index) => `${index} (${run.plan.states[index]?.label})`)
  if (matches.length > 0) return [`  The live records are those of state ${matches.join(' and ')}.`]
  return [
    '  Somebody has edited the live records:',
    ...changeLines(run.plan.states[state]?.records ?? [], reading.records).map((line) => `    ${line}`),
  ]
}

/** What differs, record by record; where no record does, it is the rule of the load balancer. */
export function changeLines(before: readonly RecordSet[], after: readonly RecordSet[]): string[] {
  const lines = recordDiffs(before, after).flatMap(diffLines)
  return lines.length > 0 ? lines : ['~ the actions of the rule']
}

function wayText(run: Run): string {
  const name = shownName(run.plan.hostname)
  if (run.phase.at === 'restored')
    return `Everything is back. From ${timeText(run.lastWriteAt + cleanupAfter)} on: cleanup ${name}`
  const { offer } = wayBack(run)
  if (offer === 'rollback') return `The way back: rollback ${name}`
  return offer === 'cancel'
    ? `No live record was changed. To give it up: rollback ${name}`
    : 'There is no way back from here.'
}
