/** Performs one effect of a cutover and tells what happened as one event. Decides nothing: that is the machine's. */
import type { Effect, Event, Intent, Run, Trouble } from '../../core/cutover/run.ts'
import type { RuleActionRecord, RuleTarget } from '../../core/cutover/params.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { Protection } from '../../core/cutover/snapshot.ts'
import { changeRecordSets, getChange } from '../dns/changes.ts'
import { createProtections, deleteProtections, listProtections } from '../dns/protections.ts'
import type { Aws } from '../context.ts'
import { getListenerActions, getRuleActions, modifyListenerActions, modifyRule } from '../elb/rule-actions.ts'
import { readZone, type ZoneSubject } from './read-zone.ts'

/** Where a cutover meets the outside. Times are ms since the epoch by AWS's clock. */
export interface CutoverPorts {
  aws: Aws
  now: () => number
  /** Sixteen fresh random hexadecimal digits. */
  nonce: () => string
  /** Resolves when it is that late; rejects when `signal` is aborted. */
  sleepUntil: (time: number, signal: AbortSignal) => Promise<void>
  /** Notes the intent on this computer; a failure is not in the way of the write. */
  store: (run: Run, intent: Intent) => Promise<void>
  /** Whether everything that must be true after state `state` is; see core/cutover/verification. */
  verify: (run: Run, state: number) => Promise<boolean>
  /** Told about each event, with the run before and after it. */
  heard?: (event: Event, before: Run, after: Run) => void
}

/** An event without its time and chance, which the runner adds. */
export type Happening = Event extends infer Each
  ? Each extends Event
    ? Omit<Each, 'now' | 'nonce'>
    : never
  : never

/** @throws whatever is not AWS's: a mistake of ours, or the reason of `signal` */
export async function perform(
  run: Run,
  effect: Effect,
  ports: CutoverPorts,
  signal: AbortSignal,
): Promise<Happening> {
  switch (effect.type) {
    case 'store':
      await ports.store(run, effect.intent)
      return { type: 'stored' }
    case 'send':
      return send(run, effect, ports)
    case 'read':
      return read(run, ports, signal)
    case 'poll':
      await ports.sleepUntil(effect.at, signal)
      return {
        type: 'change',
        changeId: effect.changeId,
        status: await statusOf(effect.changeId, ports, signal),
      }
    case 'modify-rule':
      return setActions(run, effect.actions, ports)
    case 'protect':
      return setProtections(run, effect.lift, ports)
    case 'verify':
      return { type: 'verified', state: effect.state, passed: await ports.verify(run, effect.state) }
    default:
      await ports.sleepUntil(effect.until, signal)
      return { type: 'tick' }
  }
}

/** Without a signal: what was begun is not given up half-way, and is never sent twice. */
async function send(
  { plan }: Run,
  { changes, comment }: Extract<Effect, { type: 'send' }>,
  { aws }: CutoverPorts,
): Promise<Happening> {
  try {
    const { value, requestId } = await changeRecordSets(aws, plan.zone.id, changes, comment)
    const { id: changeId, submittedAt } = value
    return { type: 'sent', changeId, submittedAt, ...(requestId !== undefined && { requestId }) }
  } catch (error) {
    return { type: 'send-failed', trouble: troubleOf(error) }
  }
}

async function read(run: Run, { aws }: CutoverPorts, signal: AbortSignal): Promise<Happening> {
  try {
    return { type: 'read', reading: await readZone(aws, subjectOf(run), { signal }) }
  } catch (error) {
    signal.throwIfAborted()
    return { type: 'read-failed', trouble: troubleOf(error) }
  }
}

/** A role that may not ask, and a change that AWS has forgotten, are no reason to wait for ever. */
async function statusOf(
  changeId: string,
  { aws }: CutoverPorts,
  signal: AbortSignal,
): Promise<'PENDING' | 'INSYNC' | 'unknown'> {
  try {
    return (await getChange(aws, changeId, { signal, priority: 'poll' })).status
  } catch (error) {
    signal.throwIfAborted()
    const { kind } = troubleOf(error)
    return kind === 'denied' || kind === 'not-found' || kind === 'invalid' ? 'unknown' : 'PENDING'
  }
}

/** Whatever became of the write, what the rule says afterwards counts. */
async function setActions(
  { plan }: Run,
  actions: readonly RuleActionRecord[],
  { aws }: CutoverPorts,
): Promise<Happening> {
  const { rule } = plan.params
  if (!rule) throw new Error('This cutover has no rule')
  const change = rule.kind === 'rule' ? modifyRule : modifyListenerActions
  try {
    await change(aws, rule.arn, [...actions])
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble.kind !== 'unknown-outcome') return { type: 'rule-failed', trouble }
  }
  return readActions(aws, rule)
}

async function readActions(aws: Aws, { kind, arn }: RuleTarget): Promise<Happening> {
  try {
    const { value } = await (kind === 'rule' ? getRuleActions : getListenerActions)(aws, arn)
    return { type: 'rule', actions: value }
  } catch (error) {
    return { type: 'rule-failed', trouble: troubleOf(error) }
  }
}

/** Whatever became of the write, what the zone says afterwards counts: another tab may have been faster. */
async function setProtections({ plan }: Run, lift: boolean, { aws }: CutoverPorts): Promise<Happening> {
  const { zone, protections } = plan
  const isMeant = async (): Promise<boolean> => {
    const standing = await listProtections(aws, zone.id)
    const stands = ({ name, type }: Protection): boolean =>
      standing.some((one) => one.name === name && one.type === type)
    return protections.every((one) => stands(one) !== lift)
  }
  try {
    if (await isMeant()) return { type: 'protected' }
    await (lift ? deleteProtections : createProtections)(aws, zone.id, protections)
    return { type: 'protected' }
  } catch (error) {
    const trouble = troubleOf(error)
    const meant = trouble.kind === 'unknown-outcome' && (await isMeant().catch(() => false))
    return meant ? { type: 'protected' } : { type: 'protect-failed', trouble }
  }
}

/** @throws `error` itself when it is not AWS's */
function troubleOf(error: unknown): Trouble {
  if (!(error instanceof AwsProblem)) throw error
  const { kind, code, message, requestId } = error.facts
  return { kind, code, message, ...(requestId !== undefined && { requestId }) }
}

export function subjectOf({ plan }: Run): ZoneSubject {
  const { zone, hostname, names, params } = plan
  return {
    zoneId: zone.id,
    hostname,
    names,
    retireServiceBindings: params.retireServiceBindings,
    rule: params.rule,
  }
}
