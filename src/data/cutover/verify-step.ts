/** Gathers everything that must be seen after a step, from AWS, from resolvers, and from the person. */
import { subjectOf } from '../../aws/cutover/perform.ts'
import { readZone } from '../../aws/cutover/read-zone.ts'
import { askNameServers, askResolvers, resolveSides } from '../../aws/cutover/verify.ts'
import type { WatchSubject } from '../../aws/cutover/watch.ts'
import { getService } from '../../aws/ecs/services.ts'
import { listTargetHealth } from '../../aws/elb/target-health.ts'
import type { Run } from '../../core/cutover/run.ts'
import { claimIn } from '../../core/cutover/standing.ts'
import { blindPropagation, waitOf } from '../../core/cutover/timing.ts'
import type { StepFacts } from '../../core/cutover/verification/step-facts.ts'
import { shownName } from '../../core/dns/name.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { GuardWatch } from './guard-watch.ts'
import { sinceOf } from './guard-watch.ts'
import type { CutoverHost } from './host.ts'
import type { Attested, CutoverSetup } from './rows.ts'

export interface StepQuestion {
  host: CutoverHost
  run: Run
  state: number
  isPrivate: boolean
  /** As last heard of the change that led here. */
  change: StepFacts['change']
  guards: GuardWatch
  setup: CutoverSetup
  attested: Attested
  signal: AbortSignal
  /** Answers of the name servers that are still good. */
  nameServers?: StepFacts['nameServers']
}

/** @throws AwsProblem: what could not be read was not seen */
export async function readStepFacts(question: StepQuestion): Promise<StepFacts> {
  const { host, run, state, isPrivate, guards, setup, attested, signal } = question
  const { plan } = run
  const options = { signal }
  const doh = isPrivate ? undefined : host.doh
  const subject = await guards.subject()
  const [live, nameServers, resolvers, sides, side, probe] = await Promise.all([
    readZone(host.aws, subjectOf(run), options),
    question.nameServers ??
      (isPrivate ? undefined : unlessDenied(askNameServers(host.aws, plan, state, options))),
    doh && askResolvers(doh, plan, state, options),
    resolveSides(doh, plan, signal),
    readSide(host, subject, signal),
    host.probe(`https://${shownName(plan.hostname)}${setup.subject.healthPath}`),
  ])
  const nonce = claimIn(live)?.nonce
  const { records, actions } = live
  return {
    now: host.now(),
    plan,
    state,
    change: changeOf(question),
    inSyncAt: sinceOf(run),
    waitMs: waitOf(plan, state),
    live: { records, ...(nonce !== undefined && { nonce }), ...(actions && { actions }) },
    nonce: run.journal?.claim.nonce ?? '',
    sides,
    nameServers,
    resolvers,
    probe,
    ...side,
    guards: guards.memory.guards,
    traffic: guards.view.traffic ?? {},
    ...attestedFacts(setup, attested, state),
  }
}

/** What only the person can say. */
export function attestedFacts(
  { smoke }: CutoverSetup,
  { opened, ticked, tooLittle }: Attested,
  state: number,
): Pick<StepFacts, 'opened' | 'smoke' | 'tooLittleAccepted'> {
  return {
    opened: opened.includes(state),
    smoke: smoke.map((label) => ({ label, ticked: ticked[state]?.includes(label) ?? false })),
    tooLittleAccepted: tooLittle.includes(state),
  }
}

/** The machine soaks a state only once its change is everywhere, or has had its time. */
function changeOf({ change, run }: StepQuestion): StepFacts['change'] {
  const since = sinceOf(run)
  // A rule is set at once, and what it says was read back.
  if (run.plan.params.rule) return { status: 'INSYNC', submittedAt: since }
  return change ?? { status: 'unknown', submittedAt: since - blindPropagation }
}

async function readSide(
  { aws }: CutoverHost,
  subject: WatchSubject | undefined,
  signal: AbortSignal,
): Promise<Pick<StepFacts, 'targets' | 'desired'>> {
  if (!subject) return { targets: undefined, desired: undefined }
  const { cluster, service, targetGroupArn } = subject
  const [targets, owner] = await Promise.all([
    listTargetHealth(aws, targetGroupArn, { signal }),
    cluster !== undefined && service !== undefined
      ? getService(aws, cluster, service, { signal })
      : undefined,
  ])
  // Without a service nobody says how many there should be.
  return { targets, desired: owner?.desiredCount ?? targets.length }
}

/** A role that may not ask is told so by the verification itself. */
async function unlessDenied<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AwsProblem && error.kind === 'denied') return undefined
    throw error
  }
}
