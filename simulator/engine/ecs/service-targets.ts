/** A service's tasks in its target groups: putting them in, taking them out, and finding the task behind a target. */
import type { ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import type { TargetRecord } from '../../world/elb-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { deregisterTarget, registerTarget, targetHealth } from '../targets.ts'
import { instanceByEc2Id, taskAtIp } from './ecs-index.ts'
import { eventWords } from './event-words.ts'
import { type Address, addressOf } from './listening.ts'
import { addEvent } from './service-events.ts'
import { serviceOf } from './steps.ts'

/** Where a task is registered: one address per load balancer entry of its service. */
function targetsOf(
  region: RegionTables,
  service: ServiceRecord,
  task: TaskRecord,
): { targetGroupArn: string; address: Address }[] {
  return service.loadBalancers.flatMap(({ targetGroupArn, containerName, containerPort }) => {
    const address = addressOf(region, task, containerName ?? '', containerPort ?? 0)
    return targetGroupArn && address ? [{ targetGroupArn, address }] : []
  })
}

/** Registers tasks in every target group of their service, with one event per group. */
export function registerTasks(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  tasks: TaskRecord[],
): void {
  const counts = new Map<string, number>()
  for (const task of tasks) {
    task.inTargetGroups = true
    for (const { targetGroupArn, address } of targetsOf(region, service, task)) {
      registerTarget(world, region.name, targetGroupArn, address)
      counts.set(targetGroupArn, (counts.get(targetGroupArn) ?? 0) + 1)
    }
  }
  for (const [arn, count] of counts) addEvent(world, service, eventWords.registered(service, count, arn))
}

/** Takes a task out of its target groups. Returns how long its connections drain, in ms; 0 when it got no requests. */
export function deregisterTask(world: World, region: RegionTables, task: TaskRecord): number {
  const service = serviceOf(region, task)
  if (!service || !task.inTargetGroups) return 0
  let drainMs = 0
  for (const { targetGroupArn, address } of targetsOf(region, service, task)) {
    deregisterTarget(world, region.name, targetGroupArn, address)
    const target = targetHealth(world, region.name, targetGroupArn, address)
    drainMs = Math.max(drainMs, (target?.drainingUntil ?? world.now) - world.now)
    noteDeregistered(world, service, targetGroupArn)
  }
  delete task.inTargetGroups
  return drainMs
}

/** Tasks that leave in the same pass of the scheduler share one event. */
function noteDeregistered(world: World, service: ServiceRecord, targetGroupArn: string): void {
  const shared = service.events.find((event) => {
    const found = event.createdAt === world.now && /deregistered (\d+) targets/.exec(event.message)
    return found && event.message === eventWords.deregistered(service, Number(found[1]), targetGroupArn)
  })
  const count = Number(/deregistered (\d+) targets/.exec(shared?.message ?? '')?.[1] ?? 0) + 1
  const message = eventWords.deregistered(service, count, targetGroupArn)
  if (shared) shared.message = message
  else addEvent(world, service, message)
}

/** The health records of a task in the target groups of its service; undefined for a group where it is not registered. */
export function targetRecordsOf(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  task: TaskRecord,
): (TargetRecord | undefined)[] {
  return targetsOf(region, service, task).map(({ targetGroupArn, address }) =>
    targetHealth(world, region.name, targetGroupArn, address),
  )
}

/** The task that a target (instance id or IP, and port) belongs to. */
export function taskBehind(region: RegionTables, id: string, port: number): TaskRecord | undefined {
  const instance = instanceByEc2Id(region.ecs, id)
  if (!instance) return taskAtIp(region.ecs, id)
  const use = instance.ports.find((one) => one.port === port && one.protocol === 'tcp')
  return region.ecs.tasks[use?.taskArn ?? '']
}
