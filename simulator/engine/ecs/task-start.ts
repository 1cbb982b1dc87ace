/**
 * How a task comes up: PROVISIONING (network interface) → PENDING (image pull) → ACTIVATING (load balancer registration)
 * → RUNNING. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html
 */
import type { ContainerRecord, TaskLastStatus, TaskRecord } from '../../world/ecs-tables.ts'
import { decimalId, hexId } from '../../world/ids.ts'
import { journal } from '../../world/journal.ts'
import { nextRandom } from '../../world/random.ts'
import type { RegionTables, ScheduledEvent, World } from '../../world/world.ts'
import type { EventHandler } from '../advance.ts'
import { schedule } from '../schedule.ts'
import { idOf } from './arns.ts'
import { noteFailure } from './circuit-breaker.ts'
import { watchContainerHealth } from './container-health.ts'
import { recordCounts } from './counts.ts'
import { imageDigest } from './image-digest.ts'
import { announceEndpoints } from './listening.ts'
import { openLogStream } from './log-streams.ts'
import { requestPass } from './passes.ts'
import { chooseDynamicPort } from './ports.ts'
import { networkModeOf, portsOf } from './requirements.ts'
import { behaviourOf, definitionOf, nextStep, serviceOf, type StartStep, taskOf } from './steps.ts'
import { stopTask } from './task-stop.ts'

const defaultPullMs = 4000

type Step = (world: World, region: RegionTables, task: TaskRecord) => void

/** Runs `step` only while the task is meant to run and stands where the step expects it. */
function whenStarting(from: TaskLastStatus, step: Step): EventHandler {
  return (world: World, event: ScheduledEvent): void => {
    const found = taskOf(world, event)
    if (found?.task.desiredStatus !== 'RUNNING' || found.task.lastStatus !== from) return
    found.task.version += 1
    step(world, found.region, found.task)
    const service = serviceOf(found.region, found.task)
    if (service) recordCounts(world, found.region, service)
  }
}

export const startHandlers: Record<`task-${StartStep}`, EventHandler> = {
  'task-provisioned': whenStarting('PROVISIONING', (world, region, task) => {
    task.lastStatus = 'PENDING'
    nextStep(world, region, task, 'connect', 500)
  }),
  'task-connect': whenStarting('PENDING', (world, region, task) => {
    task.connectedAt = world.now
    nextStep(world, region, task, 'pull', 700)
  }),
  'task-pull': whenStarting('PENDING', (world, region, task) => {
    task.pullStartedAt = world.now
    const behaviours = task.containers.map((container) => behaviourOf(world, container))
    const pullMs = Math.max(...behaviours.map((one) => one.pullMs ?? defaultPullMs))
    const failing = behaviours.some((one) => one.pullError !== undefined)
    nextStep(
      world,
      region,
      task,
      failing ? 'pull-failed' : 'pulled',
      pullMs * (0.85 + 0.3 * nextRandom(world)),
    )
  }),
  'task-pulled': whenStarting('PENDING', (world, region, task) => {
    task.pullStoppedAt = world.now
    nextStep(world, region, task, 'start', 600)
  }),
  'task-pull-failed': whenStarting('PENDING', failPull),
  'task-start': whenStarting('PENDING', startContainers),
  'task-activated': whenStarting('ACTIVATING', reachRunning),
}

function failPull(world: World, region: RegionTables, task: TaskRecord): void {
  task.pullStoppedAt = world.now
  const failed = task.containers.find((container) => behaviourOf(world, container).pullError !== undefined)
  const reason = (failed && behaviourOf(world, failed).pullError) ?? 'CannotPullContainerError'
  if (failed) failed.reason = reason
  stopTask(world, region, task, { code: 'TaskFailedToStart', reason })
  noteFailure(world, region, task)
}

function startContainers(world: World, region: RegionTables, task: TaskRecord): void {
  for (const container of task.containers) startContainer(world, region, task, container)
  announceEndpoints(world, region, task)
  const service = serviceOf(region, task)
  if (service && service.loadBalancers.length > 0) {
    task.lastStatus = 'ACTIVATING'
    requestPass(world, region, service, 500)
  } else {
    reachRunning(world, region, task)
  }
}

function startContainer(
  world: World,
  region: RegionTables,
  task: TaskRecord,
  container: ContainerRecord,
): void {
  const definition = definitionOf(region, task)
  const described = definition.definition.containerDefinitions.find((one) => one.name === container.name)
  container.lastStatus = 'RUNNING'
  container.startedAt = world.now
  container.imageDigest = imageDigest(container.image)
  container.runtimeId =
    task.launchType === 'FARGATE' ? `${idOf(task.taskArn)}-${decimalId(world, 10)}` : hexId(world, 64)
  bindPorts(world, region, task, container)
  if (described) {
    openLogStream(world, region.name, task, described, container.runtimeId)
    watchContainerHealth(world, region, task, container, described)
  }
  const { exit } = behaviourOf(world, container)
  if (exit) {
    schedule(world, exit.afterMs, {
      kind: 'container-exit',
      region: region.name,
      subject: task.taskArn,
      data: { container: container.name },
    })
  }
}

/** Bridge and host mode publish ports on the instance; in awsvpc mode AWS lists no bindings. */
function bindPorts(world: World, region: RegionTables, task: TaskRecord, container: ContainerRecord): void {
  const { definition } = definitionOf(region, task)
  const instance = region.ecs.containerInstances[task.containerInstanceArn ?? '']
  const mode = networkModeOf(definition)
  if (!instance || (mode !== 'bridge' && mode !== 'host')) return
  for (const need of portsOf(definition).filter((one) => one.container === container.name)) {
    const dynamic = need.hostPort === 0
    const hostPort = dynamic ? chooseDynamicPort(world, instance, need.protocol) : need.hostPort
    if (dynamic) {
      instance.ports.push({ port: hostPort, protocol: need.protocol, taskArn: task.taskArn, dynamic })
    }
    const { containerPort, protocol } = need
    container.networkBindings.push({ containerPort, hostPort, protocol, bindIP: '0.0.0.0' })
  }
}

function reachRunning(world: World, region: RegionTables, task: TaskRecord): void {
  task.lastStatus = 'RUNNING'
  task.startedAt = world.now
  journal(world, { type: 'effect', name: 'task-running', region: region.name, subject: task.taskArn })
  const service = serviceOf(region, task)
  if (service) requestPass(world, region, service)
}
