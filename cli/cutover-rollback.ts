/** `npm run cutover -- rollback` and `cleanup`: puts a hostname back, and later removes the journal. */
import type { Aws } from '../src/aws/context.ts'
import { highestState, wayBack } from '../src/core/cutover/permits.ts'
import type { PauseReason, Phase, Run, Trouble } from '../src/core/cutover/run.ts'
import { isAt, matchingStates, shownDigest } from '../src/core/cutover/standing.ts'
import { cleanupAfter, effectiveTtl } from '../src/core/cutover/timing.ts'
import { shownName } from '../src/core/dns/name.ts'
import { serverNow } from '../src/lib/clock.ts'
import { findZone, type Found, hostnameOf, openCutover, readFileOf } from './cutover-find.ts'
import type { CutoverOptions } from './cutover-options.ts'
import type { Outside } from './cutover-outside.ts'
import { drive } from './cutover-run.ts'
import { changeLines, durationText, statusLines, timeText, troubles } from './cutover-words.ts'
import { UsageError } from './options.ts'

/** Exit codes: done; nothing was changed; somebody must look. */
export const exitCodes = { done: 0, refused: 1, look: 2 } as const

export async function rollBack(aws: Aws, options: CutoverOptions, outside: Outside): Promise<number> {
  const found = await openWhat(aws, options)
  const { run, reading } = found
  const { say } = outside
  for (const line of statusLines(found)) say(line)
  const { offer } = wayBack(run)
  if (offer !== 'rollback' && offer !== 'cancel') return exitCodes.done
  const state = run.journal?.claim.state ?? 0
  const edited =
    offer === 'rollback' && !isAt(run, reading, state) && matchingStates(run, reading).length === 0
  if (edited && !options.discardEdits)
    throw new UsageError('Nothing was changed. To give up the edits shown above: --discard-edits')
  await confirm(run, options, outside)
  const discard = options.discardEdits ? { discard: shownDigest(reading) } : {}
  const command =
    offer === 'cancel' ? ({ kind: 'cancel' } as const) : ({ kind: 'rollback', ...discard } as const)
  return report(found, await drive(run, command, { aws, outside }), outside)
}

export async function cleanUp(aws: Aws, options: CutoverOptions, outside: Outside): Promise<number> {
  const { run } = await openWhat(aws, options)
  const name = shownName(run.plan.hostname)
  if (run.phase.at !== 'restored' && run.phase.at !== 'completing')
    throw new UsageError(`The cutover of ${name} is open: roll it back first`)
  const from = run.lastWriteAt + cleanupAfter
  if (serverNow() < from)
    throw new UsageError(`Requests sent before may still arrive: clean up from ${timeText(from)} on`)
  const end = await drive(run, { kind: 'cleanup' }, { aws, outside })
  if (end.phase.at === 'closed') {
    outside.say(`The journal of ${name} is gone.`)
    return exitCodes.done
  }
  return stopped(end, outside)
}

/** @throws UsageError where nothing can be opened */
async function openWhat(aws: Aws, options: CutoverOptions): Promise<Found> {
  const hostname = hostnameOf(options.hostname ?? '')
  const file = readFileOf(options)
  if (file && file.snapshot.hostname !== hostname)
    throw new UsageError(
      `${options.file} is of ${shownName(file.snapshot.hostname)}, not of ${shownName(hostname)}`,
    )
  const zone = await findZone(aws, hostname, options.zone ?? file?.zone.id)
  const found = await openCutover(aws, zone, hostname, file?.snapshot)
  if ('trouble' in found) throw new UsageError(`${shownName(hostname)}: ${troubles[found.trouble]}`)
  return found
}

/** @throws UsageError unless somebody has agreed */
async function confirm({ plan }: Run, { yes }: CutoverOptions, { ask }: Outside): Promise<void> {
  if (yes) return
  const name = shownName(plan.hostname)
  if (!ask) throw new UsageError('Nobody is there to confirm: --yes goes on without')
  const answer = await ask(`Type ${name} to put it back: `)
  if (answer.trim() !== name) throw new UsageError('Nothing was changed.')
}

function report({ run: before, reading }: Found, end: Run, outside: Outside): number {
  if (end.phase.at !== 'restored') return stopped(end, outside)
  const { say } = outside
  const name = shownName(end.plan.hostname)
  if ((highestState(before) ?? 0) === 0) say(`Given up. No record of ${name} was ever changed.`)
  else {
    say(`Everything is back at ${name}. Read back:`)
    for (const line of changeLines(reading.records, end.live)) say(`  ${line}`)
    say(
      `Clients follow within ${durationText(slowestClients(before) * 1000)}. Keep the new side running until its RequestCount is 0.`,
    )
  }
  say(`From ${timeText(end.lastWriteAt + cleanupAfter)} on: cleanup ${name}`)
  return exitCodes.done
}

/** Seconds for which resolvers may keep answers of the states that were reached. */
function slowestClients(run: Run): number {
  const reached = highestState(run) ?? run.plan.states.length - 1
  return Math.max(
    ...run.plan.states.slice(1, reached + 1).map((_, index) => effectiveTtl(run.plan, index + 1)),
    60,
  )
}

/** Why it did not get there. What was sent is never called back: the next command reads what became of it. */
function stopped(run: Run, { say }: Outside): number {
  for (const line of reasons(run)) say(line)
  return exitCodes.look
}

function reasons({ phase, conditions, paused, intent, live, plan }: Run): string[] {
  if (!conditions.signedIn)
    return ['AWS does not take the credentials any more. Get new ones and run the command again.']
  switch (phase.at) {
    case 'drift':
      return [
        'Somebody edited the records meanwhile; nothing was overwritten:',
        ...changeLines(plan.states[phase.state]?.records ?? [], live),
        'Look, and run the command again.',
      ]
    case 'lost-claim':
      return [
        'Somebody else has written to this cutover meanwhile. Run the command again to see what stands now.',
      ]
    case 'blocked':
    case 'manual-only':
      return [`AWS refuses: ${phase.trouble.code}: ${phase.trouble.message}`, 'Nothing was changed by this.']
    case 'closed':
      return ['Somebody else has ended this cutover meanwhile.']
    default:
      return [unfinished(phase.at, paused, intent?.trouble)]
  }
}

function unfinished(at: Phase['at'], paused: PauseReason | undefined, trouble: Trouble | undefined): string {
  if (trouble) return `AWS refused again and again: ${trouble.code}: ${trouble.message}`
  return `Stopped at ${at}${paused ? ` (${paused})` : ''}. Run status to see what stands now.`
}
