/** What a report is made from: a cutover that is over, as this computer kept it, or one that this tab still drives. */
import type { Aws } from '../../aws/context.ts'
import { readTrafficHistory, type TrafficHistory } from '../../aws/cutover/traffic-history.ts'
import { readWatchSubject } from '../../aws/cutover/watch-subject.ts'
import { isAtLast } from '../../core/cutover/standing.ts'
import { ulidTime } from '../../core/cutover/identifiers.ts'
import type { Plan } from '../../core/cutover/plan.ts'
import type { ReportVisit, ReportWrite } from '../../core/cutover/report.ts'
import type { Phase, Want } from '../../core/cutover/run.ts'
import { periodFor } from '../../core/metrics/series.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { CutoverView } from './cutover-view.ts'
import type { LogEntry } from './event-log.ts'
import type { CutoverHost } from './host.ts'
import type { ReportRow } from './rows.ts'

/** Of a cutover as it stands; `how` is `open` while it is not over. */
export function reportRow(view: CutoverView, account: string, endedAt: number): ReportRow {
  const { run, setup, attested, log, verification, watch } = view
  const { id, plan, phase, live, liveActions } = run
  return {
    id,
    account,
    plan,
    setup,
    attested,
    how: howOf(view),
    log,
    endedAt,
    ...(isRead(phase.at) && { live, liveActions }),
    verifications: verification?.results,
    guards: watch.readings,
  }
}

/** A rollback is done once the records are back, though the journal stays a while. */
function howOf({ run }: CutoverView): string {
  const { phase } = run
  if (phase.at === 'restored') return 'restored'
  if (phase.at === 'completing' || (phase.at === 'closed' && phase.how === 'completed'))
    return isAtLast(run) ? 'completed' : 'stopped'
  return phase.at === 'closed' ? phase.how : 'open'
}

/** Before anything was written, nobody has looked. */
function isRead(at: CutoverView['run']['phase']['at']): boolean {
  return at !== 'planned'
}

/** When it began, ms since the epoch. */
export function beganAt({ id, log, endedAt }: Pick<ReportRow, 'id' | 'log' | 'endedAt'>): number {
  return ulidTime(id) ?? log[0]?.at ?? endedAt
}

/** Each time that a state was entered, oldest first, with the time at which all name servers had it. */
export function visitsOf(log: readonly LogEntry[]): ReportVisit[] {
  const visits: ReportVisit[] = []
  for (const entry of log) {
    if (entry.kind !== 'phase') continue
    const { phase } = entry
    if (phase.at === 'propagating') visits.push({ state: phase.state, at: entry.at })
    if (phase.at === 'restoring') visits.push({ state: 0, at: entry.at })
    const last = visits.at(-1)
    if (last && 'since' in phase && last.state === stateIn(phase)) last.inSyncAt ??= phase.since
  }
  return visits
}

/** Of a phase that has a beginning. */
function stateIn(phase: Phase): number | undefined {
  if (phase.at === 'restored') return 0
  return 'state' in phase ? phase.state : undefined
}

/** Every write that AWS took. */
export function writesOf(log: readonly LogEntry[], plan: Pick<Plan, 'states'>): ReportWrite[] {
  return log.flatMap((entry) => {
    if (entry.kind !== 'sent') return []
    const { at, want, changeId, requestId } = entry
    return [{ at, what: nameOf(want, plan), changeId, ...(requestId !== undefined && { requestId }) }]
  })
}

/** As in the comment of the change itself. */
function nameOf(want: Want, { states }: Pick<Plan, 'states'>): string {
  if (want.kind !== 'step' && want.kind !== 'adopt') return want.kind
  return `${want.kind} ${states[want.to]?.label ?? String(want.to)}`
}

/** ms before the beginning: what there was before is what it is compared with. */
const before = 30 * 60_000

/** Metrics from a little before the beginning to the end; undefined where the new side cannot be found or nothing may be read. */
export async function readReportTraffic(
  { doh, now }: Pick<CutoverHost, 'doh' | 'now'>,
  aws: Aws,
  row: ReportRow,
): Promise<TrafficHistory | undefined> {
  const { plan, setup, endedAt } = row
  const { targetGroupArn, cluster, service, alarmNames } = setup.subject
  const began = beganAt(row)
  const chosen = { ...given({ targetGroupArn, cluster, service }), alarms: alarmNames }
  try {
    const question = { aws, doh, plan, isPrivate: false, began, now: now(), chosen }
    const subject = await readWatchSubject(question)
    const range = { from: began - before, to: endedAt }
    return subject && (await readTrafficHistory(aws, subject, range, periodFor(range)))
  } catch (error) {
    // A report without pictures is better than none.
    if (error instanceof AwsProblem) return undefined
    throw error
  }
}

/** What is not known is empty in the setup. */
function given(texts: Record<'targetGroupArn' | 'cluster' | 'service', string>) {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}
