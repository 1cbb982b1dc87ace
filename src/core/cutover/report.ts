/** The report of a cutover, to be kept: what was planned, what happened when and by which request, and whether everything is as it should be. */
import type { Message, Text, TextValues } from '../../i18n/text.ts'
import type { RecordSet } from '../dns/record-set.ts'
import type { Series } from '../metrics/series.ts'
import { sameRecords } from './canon.ts'
import type { CheckLevel } from './preflight/evaluate.ts'
import type { Plan } from './plan.ts'
import type { PlanParams, RuleActionRecord } from './params.ts'
import { sameActions } from './rule-states.ts'
import { recordsAt } from './standing.ts'
import { waitOf } from './timing.ts'

/** Says words in the reader's language: a report is for people. */
export type Say = (message: Message | Text, values?: TextValues) => string

/** open: it is not over yet. */
export type ReportOutcome = 'open' | 'restored' | 'completed' | 'stopped' | 'elsewhere' | 'nothing-changed'

/** One write, as AWS took it. Times are ms since the epoch. */
export interface ReportWrite {
  at: number
  /** `start`, `step w25`, `rollback`. */
  what: string
  changeId: string
  requestId?: string | undefined
}

/** When a state was entered, and when all name servers had it. */
export interface ReportVisit {
  state: number
  at: number
  inSyncAt?: number | undefined
}

export interface ReportCheck {
  id: string
  title: Message | Text
  /** The level of a check, or the state of a verification or guard. */
  result: CheckLevel | 'waiting' | 'ok' | 'tripped' | 'inconclusive'
  said: readonly Message[]
  evidence: readonly string[]
}

export interface ReportMetric {
  title: Text
  /** One line for each side. */
  series: readonly (Omit<Series, 'label'> & { label: Message | Text })[]
}

export interface ReportFacts {
  /** A ULID. */
  id: string
  plan: Plan
  outcome: ReportOutcome
  /** In a copy of the account: no live record was touched. */
  isRehearsal: boolean
  /** In any simulated account, a copy or not. */
  isSimulated: boolean
  began: number
  /** When it was over, or when this was written. */
  ended: number
  target: { cluster: string; service: string; loadBalancer: string; healthPath: string }
  /** The managed records when they were read last; undefined where nobody read them. */
  live?: readonly RecordSet[] | undefined
  liveActions?: readonly RuleActionRecord[] | undefined
  visits: readonly ReportVisit[]
  writes: readonly ReportWrite[]
  preflight: readonly ReportCheck[]
  verifications: readonly ReportCheck[]
  guards: readonly ReportCheck[]
  /** What was seen of the new side before anything moved. */
  access: readonly Message[]
  /** What people said or took upon themselves. */
  attested: readonly Message[]
  metrics: readonly ReportMetric[]
  log: readonly { at: number; text: string }[]
}

export interface CheckLine {
  id: string
  title: string
  result: ReportCheck['result']
  said: string[]
  evidence: string[]
}

/** As it is downloaded: plain data, times in ISO 8601. */
export interface CutoverReport {
  v: 1
  id: string
  hostname: string
  zone: { id: string; name: string }
  outcome: ReportOutcome
  isRehearsal: boolean
  isSimulated: boolean
  /** Whether the live records are the original ones, verbatim; null where nobody looked. */
  isOriginal: boolean | null
  began: string
  ended: string
  target: ReportFacts['target']
  plan: { params: PlanParams; states: { label: string; share: number | null; waitMs: number }[] }
  times: { state: string; at: string; inSyncAt: string | null }[]
  writes: { at: string; what: string; changeId: string; requestId: string | null }[]
  before: { records: RecordSet[]; actions?: readonly RuleActionRecord[] }
  after: { records: RecordSet[]; actions?: readonly RuleActionRecord[] } | null
  preflight: CheckLine[]
  verifications: CheckLine[]
  guards: CheckLine[]
  access: string[]
  attested: string[]
  metrics: { title: string; series: { label: string; points: { at: string; value: number }[] }[] }[]
  log: { at: string; text: string }[]
}

export function cutoverReport(facts: ReportFacts, say: Say): CutoverReport {
  const { id, plan, outcome, isRehearsal, isSimulated, live, liveActions, target } = facts
  const original = recordsAt(plan, 0)
  return {
    v: 1,
    id,
    hostname: plan.hostname,
    zone: { id: plan.zone.id, name: plan.zone.name },
    outcome,
    isRehearsal,
    isSimulated,
    isOriginal: live ? isOriginal(plan, live, liveActions) : null,
    began: iso(facts.began),
    ended: iso(facts.ended),
    target,
    plan: {
      params: plan.params,
      states: plan.states.map(({ label, share = null }, index) => ({
        label,
        share,
        waitMs: waitOf(plan, index),
      })),
    },
    times: facts.visits.map(({ state, at, inSyncAt }) => ({
      state: plan.states[state]?.label ?? String(state),
      at: iso(at),
      inSyncAt: inSyncAt === undefined ? null : iso(inSyncAt),
    })),
    writes: facts.writes.map(({ at, what, changeId, requestId = null }) => ({
      at: iso(at),
      what,
      changeId,
      requestId,
    })),
    before: withActions(original, plan.params.rule?.actions),
    after: live ? withActions(live, liveActions) : null,
    preflight: facts.preflight.map((check) => lineOf(check, say)),
    verifications: facts.verifications.map((check) => lineOf(check, say)),
    guards: facts.guards.map((check) => lineOf(check, say)),
    access: facts.access.map((message) => say(message)),
    attested: facts.attested.map((message) => say(message)),
    metrics: facts.metrics.map(({ title, series }) => ({
      title: say(title),
      series: series.map(({ label, points }) => ({
        label: say(label),
        points: points.map(({ at, value }) => ({ at: iso(at), value })),
      })),
    })),
    log: facts.log.map(({ at, text }) => ({ at: iso(at), text })),
  }
}

/** `cutover-report-www.example.com-01J….md`, safe on every file system. */
export function reportFileName({ hostname, id }: CutoverReport, extension: 'md' | 'json'): string {
  const name = hostname.replace(/\.$/, '').replace(/[^a-z0-9._-]/g, '_')
  return `cutover-report-${name}-${id}.${extension}`
}

function isOriginal(
  plan: Plan,
  live: readonly RecordSet[],
  actions: readonly RuleActionRecord[] = [],
): boolean {
  const { rule } = plan.params
  return sameRecords(live, recordsAt(plan, 0)) && (!rule || sameActions(actions, rule.actions))
}

function withActions(
  records: readonly RecordSet[],
  actions: readonly RuleActionRecord[] | undefined,
): NonNullable<CutoverReport['after']> {
  return { records: [...records], ...(actions && { actions }) }
}

function lineOf({ id, title, result, said, evidence }: ReportCheck, say: Say): CheckLine {
  return {
    id,
    title: say(title),
    result,
    said: said.map((message) => say(message)),
    evidence: [...evidence],
  }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
