/** Gathers what speaks for it that nobody needs the legacy any more. */
import { readLegacyPast } from '../../aws/cutover/evidence.ts'
import { askResolvers, resolveSides } from '../../aws/cutover/verify.ts'
import { getLoadBalancerAttributes } from '../../aws/elb/load-balancer-attributes.ts'
import {
  collapse,
  type Decommission,
  decommission,
  samplesNeeded,
} from '../../core/cutover/hold/decommission.ts'
import type { HoldEvidence, LegacyTraffic } from '../../core/cutover/hold/evidence.ts'
import type { LegacyTarget } from '../../core/cutover/hold/legacy-target.ts'
import type { Pointer } from '../../core/cutover/hold/pointers.ts'
import { requiredHold } from '../../core/cutover/hold/required-time.ts'
import type { Run } from '../../core/cutover/run.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { CutoverHost } from './host.ts'
import type { Attested } from './rows.ts'

export interface HoldView {
  /** ms since the epoch. */
  at: number
  evidence: HoldEvidence
  /** For "Legacy may be shut down". */
  decommission: Decommission
  /** The hold at equal weights may end: time is over, and the legacy is as good as unused. */
  mayCollapse: boolean
}

export interface HoldQuestion {
  host: CutoverHost
  run: Run
  isPrivate: boolean
  /** When the cutover began, ms since the epoch. */
  began: number
  legacy: readonly LegacyTarget[]
  attested: Attested
  /** Undefined until somebody looked for them. */
  pointers: readonly Pointer[] | undefined
  /** INSYNC of the state in which the hold began. */
  heldSince: number
  signal: AbortSignal
}

/** Rejects only when `signal` is aborted: what cannot be read is missing evidence. */
export async function readHold(question: HoldQuestion): Promise<HoldView> {
  const { host, run, isPrivate, attested, pointers, heldSince, signal } = question
  const { plan, phase } = run
  const state = 'state' in phase ? phase.state : 0
  const doh = isPrivate ? undefined : host.doh
  // Where a rule is moved, no answer and no record has to forget anything.
  const { rule } = plan.params
  const [legacy, resolvers, sides, keepAlive] = await Promise.all([
    readTraffic(question),
    rule ? undefined : doh && askResolvers(doh, plan, state, { signal, samples: samplesNeeded }),
    resolveSides(doh, plan, signal),
    longestKeepAlive(question),
  ])
  const evidence: HoldEvidence = {
    isLastState: holdsLastState(run),
    heldSince,
    required: requiredHold(plan.params, keepAlive),
    legacy,
    resolvers,
    sides,
    pointers: rule ? [] : pointers,
    insideAttested: attested.inside,
    rollbackGivenUp: attested.rollbackGivenUp,
  }
  return judged(evidence, host.now())
}

/** What was read in the hold before, as it stands for the one that has just begun: until that is read, too. */
export function carriedOver({ evidence, at }: HoldView, run: Run, heldSince: number | undefined): HoldView {
  return judged({ ...evidence, isLastState: holdsLastState(run), heldSince }, at)
}

function holdsLastState({ phase, plan }: Run): boolean {
  return phase.at === 'holding' && phase.state === plan.states.length - 1
}

function judged(evidence: HoldEvidence, at: number): HoldView {
  return {
    at,
    evidence,
    decommission: decommission(evidence, at),
    mayCollapse: collapse(evidence, at).unlocked,
  }
}

async function readTraffic({
  host,
  legacy,
  began,
  attested,
  signal,
}: HoldQuestion): Promise<LegacyTraffic[]> {
  const question = { targets: legacy, began, now: host.now(), notes: attested.notes }
  try {
    return (await readLegacyPast(host.aws, question, { signal })).traffic
  } catch (error) {
    if (!(error instanceof AwsProblem)) throw error
    return legacy.map((target) => ({
      kind: 'requests',
      name: nameOf(target),
      hours: undefined,
      before: undefined,
    }))
  }
}

function nameOf(target: LegacyTarget): string {
  if (target.kind === 'application') return target.loadBalancerArn.split('/').at(-2) ?? target.loadBalancerArn
  return target.kind === 'instance' ? target.instanceId : target.name
}

/** Seconds for which clients may go on using one connection to the legacy; classic load balancers set no limit. */
async function longestKeepAlive({ host, legacy, signal }: HoldQuestion): Promise<number | undefined> {
  const arns = legacy.flatMap((target) => (target.kind === 'application' ? target.loadBalancerArn : []))
  if (arns.length === 0) return undefined
  try {
    const found = await Promise.all(arns.map((arn) => getLoadBalancerAttributes(host.aws, arn, { signal })))
    return Math.max(...found.map(({ clientKeepAliveSeconds = 0 }) => clientKeepAliveSeconds))
  } catch (error) {
    if (!(error instanceof AwsProblem)) throw error
    return undefined
  }
}
