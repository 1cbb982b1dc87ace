/**
 * Target health over time. A target's answer changes seldom, its checks come every few seconds: so the time of the next
 * change of state is computed, one event is scheduled for it, and the checks in between are counted afterwards.
 * Rules: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
import type {
  ProbeRecord,
  TargetGroupRecord,
  TargetHealthState,
  TargetRecord,
} from '../../world/elb-tables.ts'
import { record } from '../../world/history.ts'
import { journal } from '../../world/journal.ts'
import type { ScheduledEvent, World } from '../../world/world.ts'
import { schedule } from '../schedule.ts'
import { scheduleAnswers } from '../traffic/due.ts'
import { type ProbeResult, probe } from './probe.ts'

/** The group and target an event or call is about, where both exist. */
export interface Subject {
  world: World
  region: string
  group: TargetGroupRecord
  target: TargetRecord
}

export function targetKey(target: { id: string; port: number }): string {
  return `${target.id}:${target.port}`
}

/** Looks at a target again: counts the checks sent since, changes its state when due, and schedules the next look. */
export function review(subject: Subject): void {
  const { world, region, group, target } = subject
  const { probes } = target
  if (!probes) return
  count(world, group, target, probes)
  applyCounted(subject, probes)
  const { result, changesAt } = probe(world, region, group, target)
  probes.next = result
  const dueAt = Math.min(nextChange(group, target, probes), changesAt ?? Infinity)
  scheduleReview(subject, probes, dueAt)
}

/** Handler of `target-health-due`. */
export function onHealthDue(world: World, event: ScheduledEvent): void {
  const group = world.regions[event.region]?.elb.targetGroups[event.subject]
  const target = group?.targets[String(event.data?.key)]
  if (!group || !target?.probes || target.probes.dueAt !== event.at) return
  delete target.probes.dueAt
  review({ world, region: event.region, group, target })
  // A look at the moment the software becomes ready need not change the state, but does change its answers.
  scheduleAnswers(world, event.region, event.subject)
}

/** Sets a state; tells the service scheduler, the traffic and the history when it differs from the one before. */
export function setState(subject: Subject, state: TargetHealthState, result: ProbeResult): void {
  const { target } = subject
  const changed = target.state !== state
  target.state = state
  if (result.reason === undefined) delete target.reason
  else target.reason = result.reason
  if (result.description === undefined) delete target.description
  else target.description = result.description
  if (changed) announce(subject, state, result.reason ?? '')
}

/** Tells everyone who must know that a target is now in `state`. */
export function announce(subject: Subject, state: TargetHealthState, reason: string): void {
  const { world, region, group, target } = subject
  const data = { id: target.id, port: target.port, state, reason }
  schedule(world, 0, { kind: 'target-health-changed', region, subject: group.targetGroupArn, data })
  journal(world, {
    type: 'effect',
    name: `target-${state}`,
    region,
    subject: group.targetGroupArn,
    detail: data,
  })
  recordHealth(world, region, group)
  scheduleAnswers(world, region, group.targetGroupArn)
}

/** Notes how many targets are healthy, unhealthy and registered (draining ones are not), for HealthyHostCount and its kin. */
function recordHealth(world: World, region: string, group: TargetGroupRecord): void {
  const history = world.regions[region]?.history
  if (!history) return
  const states = Object.values(group.targets).map((target) => target.state)
  const number = (wanted: TargetHealthState): number => states.filter((state) => state === wanted).length
  const arn = group.targetGroupArn
  record(history, `healthy/${arn}`, world.now, number('healthy'))
  record(history, `unhealthy/${arn}`, world.now, number('unhealthy'))
  record(history, `registered/${arn}`, world.now, states.length - number('draining') - number('unused'))
}

/** Counts the checks sent up to now with the answer that held while they were sent. */
function count(world: World, group: TargetGroupRecord, target: TargetRecord, probes: ProbeRecord): void {
  const intervalMs = group.healthCheck.intervalSeconds * 1000
  const sent = world.now < probes.firstAt ? 0 : Math.floor((world.now - probes.firstAt) / intervalMs) + 1
  const fresh = sent - probes.counted
  if (fresh <= 0) return
  probes.counted = sent
  probes.last = probes.next
  const passed = probes.next.reason === undefined
  target.passes = passed ? target.passes + fresh : 0
  target.failures = passed ? 0 : target.failures + fresh
}

/** A newly registered target needs one pass; one that was unhealthy needs the threshold. */
function passesNeeded(group: TargetGroupRecord, target: TargetRecord): number {
  return target.state === 'initial' ? 1 : group.healthCheck.healthyThreshold
}

function applyCounted(subject: Subject, probes: ProbeRecord): void {
  const { world, group, target } = subject
  const starting = target.state === 'initial'
  if (target.state !== 'healthy' && target.passes > 0 && target.passes >= passesNeeded(group, target)) {
    setState(subject, 'healthy', {})
  } else if (target.failures >= group.healthCheck.unhealthyThreshold) {
    setState(subject, 'unhealthy', probes.last ?? {})
  } else if (starting && world.now >= probes.firstAt - INITIAL_CHECKING_MS) {
    setState(subject, 'initial', CHECKING)
  }
}

const CHECKING: ProbeResult = {
  reason: 'Elb.InitialHealthChecking',
  description: 'Initial health checks in progress',
}

/** How long before its first check a target is said to be in initial health checking, in ms. */
export const INITIAL_CHECKING_MS = 1000

/** When, if the answer stays as it is, the state or its reason next changes; Infinity for never. */
function nextChange(group: TargetGroupRecord, target: TargetRecord, probes: ProbeRecord): number {
  if (target.reason === 'Elb.RegistrationInProgress') return probes.firstAt - INITIAL_CHECKING_MS
  const passing = probes.next.reason === undefined
  const more = checksToChange(group, target, probes, passing)
  if (more === Infinity) return Infinity
  return probes.firstAt + (probes.counted + more - 1) * group.healthCheck.intervalSeconds * 1000
}

function checksToChange(
  group: TargetGroupRecord,
  target: TargetRecord,
  probes: ProbeRecord,
  passing: boolean,
): number {
  if (passing) return target.state === 'healthy' ? Infinity : passesNeeded(group, target) - target.passes
  if (target.state !== 'unhealthy') return group.healthCheck.unhealthyThreshold - target.failures
  return target.description === probes.next.description ? Infinity : 1
}

function scheduleReview({ world, region, group, target }: Subject, probes: ProbeRecord, at: number): void {
  if (at === probes.dueAt) return
  if (at === Infinity) {
    delete probes.dueAt
    return
  }
  probes.dueAt = Math.max(at, world.now)
  schedule(world, at - world.now, {
    kind: 'target-health-due',
    region,
    subject: group.targetGroupArn,
    data: { key: targetKey(target) },
  })
}
