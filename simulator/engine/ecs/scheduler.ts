/**
 * One look of the service scheduler at one service: registers what came up, stops what is to be replaced, starts what is
 * missing, within the deployment's limits, and says when all is as it should be.
 */
import type { ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import { nextRandom } from '../../world/random.ts'
import type { RegionTables, ScheduledEvent, World } from '../../world/world.ts'
import { noteHealthy } from './circuit-breaker.ts'
import { recordCounts } from './counts.ts'
import { planDaemon } from './daemon-plan.ts'
import { completeDeployment, markStarted } from './deployments.ts'
import { tasksOfService } from './ecs-index.ts'
import { eventWords } from './event-words.ts'
import { requestPass } from './passes.ts'
import { launchDelay } from './restart-throttle.ts'
import { planReplicas, type RolloutPlan } from './rollout-plan.ts'
import { announce, endStanding } from './service-events.ts'
import { registerTasks } from './service-targets.ts'
import { startTasks } from './start-tasks.ts'
import { nextStep } from './steps.ts'
import { isHealthy } from './task-health.ts'
import { stopByScheduler } from './task-stop.ts'

/** Handler of `service-pass`. */
export function onServicePass(world: World, event: ScheduledEvent): void {
  const region = world.regions[event.region]
  const service = region?.ecs.services[event.subject]
  if (!region || !service || service.nextPassAt !== event.at) return
  delete service.nextPassAt
  pass(world, region, service)
}

function pass(world: World, region: RegionTables, service: ServiceRecord): void {
  const [primary] = service.deployments
  if (!primary) return
  if (service.status === 'ACTIVE') markStarted(world, region, primary)
  const tasks = [...tasksOfService(region.ecs, service.serviceArn)]
  takeIn(world, region, service, tasks)
  const healthy = noteHealthyTasks(world, region, service, tasks)
  const live = tasks.filter((task) => task.desiredStatus === 'RUNNING')
  const plan =
    service.schedulingStrategy === 'DAEMON'
      ? planDaemon(region, service, live, healthy)
      : planReplicas(region, service, live, healthy)
  const reason = `Scaling activity initiated by (deployment ${primary.id})`
  stopByScheduler(world, region, service, plan.stop, reason)
  const waiting = begin(world, region, service, plan)
  recordCounts(world, region, service)
  conclude(world, region, service, plan, waiting)
}

/** Tasks whose containers came up join their target groups; they are RUNNING a few seconds later. */
function takeIn(world: World, region: RegionTables, service: ServiceRecord, tasks: TaskRecord[]): void {
  const arrived = tasks.filter(
    (task) => task.lastStatus === 'ACTIVATING' && task.desiredStatus === 'RUNNING' && !task.inTargetGroups,
  )
  if (arrived.length === 0) return
  registerTasks(world, region, service, arrived)
  for (const task of arrived) nextStep(world, region, task, 'activated', 2000 + 2000 * nextRandom(world))
}

function noteHealthyTasks(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  tasks: TaskRecord[],
): Set<TaskRecord> {
  const healthy = new Set(tasks.filter((task) => isHealthy(world, region, service, task)))
  for (const task of healthy) {
    if (task.provedHealthy) continue
    task.provedHealthy = true
    const deployment = service.deployments.find((one) => one.id === task.deploymentId)
    if (deployment) noteHealthy(region, service, deployment)
  }
  return healthy
}

/** Starts what the plan wants. Returns true when a task found no place. */
function begin(world: World, region: RegionTables, service: ServiceRecord, plan: RolloutPlan): boolean {
  const [primary] = service.deployments
  if (plan.start === 0 || !primary || primary.stalled || service.status !== 'ACTIVE') return false
  const delayMs = launchDelay(world, service)
  if (delayMs > 0) {
    requestPass(world, region, service, delayMs)
    return false
  }
  return startTasks(world, region, service, primary, plan) === 'waiting'
}

/** Completes the deployment, announces the steady state, or says what is in the way. */
function conclude(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  plan: RolloutPlan,
  waiting: boolean,
): void {
  const [primary] = service.deployments
  if (!primary || service.status !== 'ACTIVE' || waiting) return
  if (plan.blocked) {
    announce(world, service, 'blocked', eventWords.blocked(service))
  } else if (!plan.settled) {
    endStanding(world, service)
  } else {
    if (primary.rolloutState === 'IN_PROGRESS') completeDeployment(world, region, service, primary)
    announce(world, service, 'steady', eventWords.steady(service))
  }
}
