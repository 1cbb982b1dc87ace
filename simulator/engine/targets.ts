/** Targets of target groups: registering, deregistering, and asking after their health. What the service scheduler uses. */
import type { TargetGroupRecord, TargetRecord } from '../world/elb-tables.ts'
import { noise } from '../world/random.ts'
import type { World } from '../world/world.ts'
import { announce, INITIAL_CHECKING_MS, review, setState, type Subject, targetKey } from './elb/health.ts'
import { notInUse } from './elb/usage.ts'
import { schedule } from './schedule.ts'

/** How long ELB takes to take in a new target before it starts checking it, in ms. */
const REGISTRATION_MS = 3000

/**
 * Registers a target (id: instance id or IP address). It is `initial` until its first health checks, or `unused` while no
 * listener forwards to the group. Registering it again is without effect, unless it is draining.
 */
export function registerTarget(
  world: World,
  region: string,
  targetGroupArn: string,
  { id, port, availabilityZone }: { id: string; port: number; availabilityZone?: string },
): void {
  const group = groupOf(world, region, targetGroupArn)
  if (!group) return
  const known = group.targets[targetKey({ id, port })]
  if (known && known.state !== 'draining') return
  const target: TargetRecord = { id, port, state: 'unused', registeredAt: world.now, passes: 0, failures: 0 }
  if (availabilityZone !== undefined) target.availabilityZone = availabilityZone
  group.targets[targetKey(target)] = target
  startChecks({ world, region, group, target })
}

/**
 * Starts (or, when the group has gone out of use, ends) the health checks of a target. Called on registration and whenever
 * listeners change.
 */
export function startChecks(subject: Subject): void {
  const { world, region, group, target } = subject
  if (target.state === 'draining') return
  const unused = notInUse(world, region, group, target)
  if (unused || !group.healthCheck.enabled) {
    delete target.probes
    target.passes = 0
    target.failures = 0
    setState(subject, unused ? 'unused' : 'unavailable', unused ?? CHECKS_DISABLED)
    return
  }
  if (target.probes || (target.state !== 'unused' && target.state !== 'unavailable')) return
  const intervalMs = group.healthCheck.intervalSeconds * 1000
  // Load balancer nodes check at their own pace: targets registered together are not checked at the same moment.
  const phase = Math.round(noise(`check/${targetKey(target)}/${world.now}`) * Math.min(intervalMs, 10_000))
  const firstAt = world.now + REGISTRATION_MS + INITIAL_CHECKING_MS + phase
  target.probes = { firstAt, counted: 0, next: {} }
  setState(subject, 'initial', REGISTERING)
  review(subject)
}

/** Stops sending requests to a target; it drains for the group's deregistration delay and is then gone. */
export function deregisterTarget(
  world: World,
  region: string,
  targetGroupArn: string,
  { id, port }: { id: string; port: number },
): void {
  const group = groupOf(world, region, targetGroupArn)
  const target = group?.targets[targetKey({ id, port })]
  if (!group || !target || target.state === 'draining') return
  const delayMs = Number(group.attributes['deregistration_delay.timeout_seconds'] ?? 300) * 1000
  // A target that got no requests has nothing to drain.
  const waitMs = target.state === 'unused' ? 0 : delayMs
  delete target.probes
  target.drainingUntil = world.now + waitMs
  setState({ world, region, group, target }, 'draining', DRAINING)
  schedule(world, waitMs, {
    kind: 'target-drained',
    region,
    subject: targetGroupArn,
    data: { id, port },
  })
}

/** Takes a drained target off the list. Handler of `target-drained`; a target registered again meanwhile stays. */
export function removeDrained(world: World, region: string, targetGroupArn: string, key: string): void {
  const group = groupOf(world, region, targetGroupArn)
  const target = group?.targets[key]
  if (!group || target?.state !== 'draining' || (target.drainingUntil ?? 0) > world.now) return
  delete group.targets[key]
  announce({ world, region, group, target }, 'unused', 'Target.NotRegistered')
}

/** The target's record with its state, reason and description, or undefined when it is not registered. */
export function targetHealth(
  world: World,
  region: string,
  targetGroupArn: string,
  { id, port }: { id: string; port: number },
): TargetRecord | undefined {
  return groupOf(world, region, targetGroupArn)?.targets[targetKey({ id, port })]
}

const REGISTERING = {
  reason: 'Elb.RegistrationInProgress',
  description: 'Target registration is in progress',
}
const DRAINING = {
  reason: 'Target.DeregistrationInProgress',
  description: 'Target deregistration is in progress',
}
const CHECKS_DISABLED = { reason: 'Target.HealthCheckDisabled', description: 'Health checks are disabled' }

function groupOf(world: World, region: string, targetGroupArn: string): TargetGroupRecord | undefined {
  return world.regions[region]?.elb.targetGroups[targetGroupArn]
}
