/** Drives a cutover from the command line until it has come to an end, and says what happens. Only ever back, never forward. */
import type { Aws } from '../src/aws/context.ts'
import { CutoverRunner } from '../src/aws/cutover/runner.ts'
import type { CutoverPorts } from '../src/aws/cutover/perform.ts'
import { cryptoChance, nonce } from '../src/core/cutover/identifiers.ts'
import type { Command, Event, Phase, Run } from '../src/core/cutover/run.ts'
import { serverNow } from '../src/lib/clock.ts'
import type { Outside } from './cutover-outside.ts'
import { timeText } from './cutover-words.ts'

/** Where nothing goes on by itself: it is done, or somebody must decide. */
const ends: readonly Phase['at'][] = [
  'restored',
  'closed',
  'drift',
  'lost-claim',
  'journal-lost',
  'corrupt',
  'blocked',
  'manual-only',
  'planned',
]

/** Resolves with the run as it stands when nothing more goes on by itself. @throws what is a mistake of ours */
export function drive(
  run: Run,
  command: Command,
  { aws, outside }: { aws: Aws; outside: Outside },
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const ports: CutoverPorts = {
      aws,
      now: serverNow,
      nonce: () => nonce(cryptoChance),
      sleepUntil: (time, signal) => sleepUntil(outside, time, signal),
      // The claim in the zone tells the next command what became of a write.
      store: () => Promise.resolve(),
      verify: () => Promise.resolve(false),
      heard: (event, _before, after) => {
        const line = lineOf(event, after)
        if (line !== undefined) outside.say(`${timeText(event.now)}  ${line}`)
      },
    }
    const runner = new CutoverRunner(run, ports, reject)
    const look = (): void => {
      const now = runner.get()
      if (!isOver(now)) return
      runner.stop()
      resolve(now)
    }
    runner.command(command)
    // A command that cannot be followed begins nothing, and nothing will be heard of it.
    if (runner.underWay === 0) resolve(runner.get())
    else runner.subscribe(look)
  })
}

/** By AWS's clock, which may turn out to be another one meanwhile. `time`: ms since the epoch. */
export async function sleepUntil({ sleep }: Outside, time: number, signal: AbortSignal): Promise<void> {
  for (let left = time - serverNow(); left > 0; left = time - serverNow()) await sleep(left, signal)
}

function isOver({ phase, intent, wanted, reading, paused, conditions }: Run): boolean {
  if (!conditions.signedIn) return true
  if (intent || wanted || reading) return false
  return ends.includes(phase.at) || paused === 'tries' || paused === 'rule'
}

function lineOf(event: Event, after: Run): string | undefined {
  switch (event.type) {
    case 'stored':
      return `Sending: ${after.intent?.comment ?? ''}`
    case 'sent':
      return `AWS has taken it: change ${event.changeId}`
    case 'send-failed':
      return `${event.trouble.code}: ${event.trouble.message}. Reading what became of it`
    case 'read-failed':
      return `Could not read: ${event.trouble.code}: ${event.trouble.message}`
    case 'change':
      return changeLine(event.status)
    case 'rule-failed':
      return `The rule was not set: ${event.trouble.code}: ${event.trouble.message}`
    case 'rule':
      return 'The rule was set and read back'
    default:
      return undefined
  }
}

/** Until then it is asked every few seconds, which is not worth a line each. */
function changeLine(status: 'PENDING' | 'INSYNC' | 'unknown'): string | undefined {
  if (status === 'PENDING') return undefined
  return status === 'INSYNC'
    ? 'All name servers have it'
    : 'Whether all name servers have it may not be asked'
}
