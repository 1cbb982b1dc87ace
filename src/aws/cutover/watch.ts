/** One evaluation of the guards: everything they look at is read at once, judged, and remembered for the next one. */
import { tasksBelowSince } from '../../core/cutover/guards/deployment.ts'
import type { GuardId, GuardReading, Thresholds } from '../../core/cutover/guards/guard.ts'
import {
  freshMemory,
  type GuardMemory,
  judge,
  type Judgement,
  longestGap,
  remember,
} from '../../core/cutover/guards/judge.ts'
import { minutesOf } from '../../core/cutover/guards/minutes.ts'
import type {
  Baseline,
  WatchedAlarm,
  WatchedService,
  WatchReadings,
} from '../../core/cutover/guards/readings.ts'
import { evaluateGuards } from '../../core/cutover/guards/registry.ts'
import type { Service } from '../../core/ecs/service.ts'
import type { Target } from '../../core/elb/target-group.ts'
import type { AwsProblem } from '../../core/problem.ts'
import type { CallOptions } from '../call.ts'
import { describeAlarms } from '../cloudwatch/alarms.ts'
import type { Aws } from '../context.ts'
import { getService } from '../ecs/services.ts'
import { listTargetHealth } from '../elb/target-health.ts'
import { readWatchMinutes, trafficSince, type WatchedBalancer, type WatchMinutes } from './guard-metrics.ts'
import { attempt } from './watch-attempt.ts'

/** What is watched. */
export interface WatchSubject extends WatchedBalancer {
  /** Absent where it is not known which service the target group belongs to. */
  cluster?: string | undefined
  service?: string | undefined
  /** Nothing else is served by the load balancer. */
  dedicated: boolean
  /** Names of the alarms that were chosen. */
  alarms: readonly string[]
  /** Id of the PRIMARY deployment when the cutover began. */
  expectedDeployment: string | undefined
  baseline: Baseline
  /** Changed by a person. */
  thresholds?: Partial<Record<GuardId, Thresholds>>
  /** Part of it could not be read: it is worth another attempt. */
  isPartial?: boolean
}

/** Where the cutover stands. Times are ms since the epoch. */
export interface WatchMoment {
  now: number
  /** Share of answers for the new side, percent. */
  share: number
  /** INSYNC of the state. */
  since: number
  drift: boolean | undefined
  tooLittleAccepted: boolean
}

export interface WatchMemory {
  guards: GuardMemory
  /** Of the last evaluations, newest last. */
  healthyTargets: readonly number[]
  belowSince?: number | undefined
  /** What CloudWatch said last, and when, ms since the epoch. */
  measured?: { at: number; minutes: WatchMinutes } | undefined
}

export const freshWatch: WatchMemory = { guards: freshMemory, healthyTargets: [] }

export interface WatchResult extends Judgement {
  readings: GuardReading[]
  memory: WatchMemory
  targets: Target[] | undefined
  desired: number | undefined
  /** Requests since INSYNC, within the window of the guards; empty while CloudWatch cannot be read. */
  traffic: { ours?: number; legacy?: number }
  /** What could not be read. */
  problems: AwsProblem[]
}

/** DescribeTargetHealth answers that are kept. */
const keptCounts = 2

/** Rejects only when the caller gives up. */
export async function watch(
  aws: Aws,
  subject: WatchSubject,
  { since, ...moment }: WatchMoment,
  memory: WatchMemory,
  options?: CallOptions,
): Promise<WatchResult> {
  const { now } = moment
  const problems: AwsProblem[] = []
  const [read, targets, service, alarms] = await Promise.all([
    attempt(readWatchMinutes(aws, subject, now, options), problems),
    attempt(listTargetHealth(aws, subject.targetGroupArn, options), problems),
    attempt(readService(aws, subject, options), problems),
    attempt(readAlarms(aws, subject.alarms, options), problems),
  ])
  const healthyTargets = [...memory.healthyTargets, ...(targets ? [healthyOf(targets)] : [])].slice(
    -keptCounts,
  )
  const measured = read ? { at: now, minutes: read } : memory.measured
  // One read that fails is no reason to stop a cutover: what CloudWatch said last is judged by for a while.
  const isUnread = measured === undefined || now - measured.at > longestGap
  const known = isUnread ? unmeasured(now) : measured.minutes
  const watched = service && toWatched(service, subject.expectedDeployment, memory, now)
  const facts: WatchReadings = {
    ...moment,
    dedicated: subject.dedicated,
    baseline: subject.baseline,
    minutes: known.minutes,
    isUnread,
    healthyTargets,
    alarms,
    service: watched,
  }
  const readings = evaluateGuards(facts, subject.thresholds)
  const judgement = judge(readings)
  // What was read before may stop a cutover, but it is no second clean look.
  const isOld = read === undefined && !isUnread && judgement.verdict === 'ok'
  return {
    ...judgement,
    readings,
    memory: {
      guards: isOld ? { ...memory.guards, readUntil: measured.at } : remember(memory.guards, readings, now),
      healthyTargets,
      belowSince: watched ? watched.belowSince : memory.belowSince,
      measured,
    },
    targets,
    desired: service?.desiredCount,
    traffic: isUnread ? {} : trafficSince(known, since),
    problems,
  }
}

function unmeasured(now: number): WatchMinutes {
  return { minutes: minutesOf({}, now), legacyRequests: undefined }
}

function healthyOf(targets: readonly Target[]): number {
  return targets.filter(({ state }) => state === 'healthy').length
}

async function readService(
  aws: Aws,
  { cluster, service }: WatchSubject,
  options: CallOptions | undefined,
): Promise<Service | undefined> {
  return cluster === undefined || service === undefined
    ? undefined
    : getService(aws, cluster, service, options)
}

/** One for each name, also for those that do not exist any more. */
async function readAlarms(
  aws: Aws,
  names: readonly string[],
  options: CallOptions | undefined,
): Promise<WatchedAlarm[]> {
  if (names.length === 0) return []
  const found = new Map((await describeAlarms(aws, names, options)).map(({ name, state }) => [name, state]))
  return names.map((name) => {
    const state = found.get(name)
    return { name, ...(state !== undefined && { state }) }
  })
}

function toWatched(
  { deployments, runningCount, desiredCount }: Service,
  expectedDeployment: string | undefined,
  before: WatchMemory,
  now: number,
): WatchedService {
  const counts = { running: runningCount, desired: desiredCount }
  const belowSince = tasksBelowSince(before, counts, now)
  return {
    ...counts,
    deployment: deployments.find(({ status }) => status === 'PRIMARY')?.id,
    expectedDeployment,
    failed: deployments.some(({ rolloutState }) => rolloutState === 'FAILED'),
    ...(belowSince !== undefined && { belowSince }),
  }
}
