/**
 * Look-ups over the ECS tables (tasks by service, instance and address; services by cluster), so that one change in a
 * fleet of 10,000 tasks does not read them all. Derived and never saved: made on first use, kept up by addTask and friends.
 */
import type { ContainerInstanceRecord, EcsTables, ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'

interface EcsIndex {
  tasksByService: Map<string, Set<TaskRecord>>
  tasksByInstance: Map<string, Set<TaskRecord>>
  tasksByCluster: Map<string, Set<TaskRecord>>
  taskByIp: Map<string, TaskRecord>
  instancesByCluster: Map<string, Set<ContainerInstanceRecord>>
  instanceByEc2Id: Map<string, ContainerInstanceRecord>
  servicesByCluster: Map<string, Set<ServiceRecord>>
}

const indexes = new WeakMap<EcsTables, EcsIndex>()
const none: ReadonlySet<never> = new Set()

/** Tasks that belong to a service, stopped ones included. */
export function tasksOfService(ecs: EcsTables, serviceArn: string): ReadonlySet<TaskRecord> {
  return indexOf(ecs).tasksByService.get(serviceArn) ?? none
}

/** Tasks placed on a container instance, stopped ones included. */
export function tasksOnInstance(ecs: EcsTables, containerInstanceArn: string): ReadonlySet<TaskRecord> {
  return indexOf(ecs).tasksByInstance.get(containerInstanceArn) ?? none
}

export function tasksInCluster(ecs: EcsTables, clusterArn: string): ReadonlySet<TaskRecord> {
  return indexOf(ecs).tasksByCluster.get(clusterArn) ?? none
}

/** The task that holds a private IP address in awsvpc mode. */
export function taskAtIp(ecs: EcsTables, privateIp: string): TaskRecord | undefined {
  return indexOf(ecs).taskByIp.get(privateIp)
}

export function instancesInCluster(ecs: EcsTables, clusterArn: string): ReadonlySet<ContainerInstanceRecord> {
  return indexOf(ecs).instancesByCluster.get(clusterArn) ?? none
}

export function instanceByEc2Id(ecs: EcsTables, ec2InstanceId: string): ContainerInstanceRecord | undefined {
  return indexOf(ecs).instanceByEc2Id.get(ec2InstanceId)
}

export function servicesInCluster(ecs: EcsTables, clusterArn: string): ReadonlySet<ServiceRecord> {
  return indexOf(ecs).servicesByCluster.get(clusterArn) ?? none
}

/** Puts a task into the tables. */
export function addTask(ecs: EcsTables, task: TaskRecord): void {
  ecs.tasks[task.taskArn] = task
  const index = indexes.get(ecs)
  if (index) indexTask(index, task)
}

/** Forgets a task, as ECS does an hour after it stopped. */
export function removeTask(ecs: EcsTables, task: TaskRecord): void {
  delete ecs.tasks[task.taskArn]
  const index = indexes.get(ecs)
  if (!index) return
  index.tasksByCluster.get(task.clusterArn)?.delete(task)
  if (task.serviceArn) index.tasksByService.get(task.serviceArn)?.delete(task)
  if (task.containerInstanceArn) index.tasksByInstance.get(task.containerInstanceArn)?.delete(task)
  releaseIp(ecs, task)
}

/** Its address may be handed to another task from now on. */
export function releaseIp(ecs: EcsTables, task: TaskRecord): void {
  const { taskByIp } = indexOf(ecs)
  if (task.network && taskByIp.get(task.network.privateIp) === task) taskByIp.delete(task.network.privateIp)
}

export function addInstance(ecs: EcsTables, instance: ContainerInstanceRecord): void {
  ecs.containerInstances[instance.containerInstanceArn] = instance
  const index = indexes.get(ecs)
  if (index) indexInstance(index, instance)
}

export function removeInstance(ecs: EcsTables, instance: ContainerInstanceRecord): void {
  delete ecs.containerInstances[instance.containerInstanceArn]
  const index = indexes.get(ecs)
  index?.instancesByCluster.get(instance.clusterArn)?.delete(instance)
  index?.instanceByEc2Id.delete(instance.ec2InstanceId)
}

export function addService(ecs: EcsTables, service: ServiceRecord): void {
  ecs.services[service.serviceArn] = service
  const index = indexes.get(ecs)
  if (index) put(index.servicesByCluster, service.clusterArn, service)
}

function indexOf(ecs: EcsTables): EcsIndex {
  const known = indexes.get(ecs)
  if (known) return known
  const index: EcsIndex = {
    tasksByService: new Map(),
    tasksByInstance: new Map(),
    tasksByCluster: new Map(),
    taskByIp: new Map(),
    instancesByCluster: new Map(),
    instanceByEc2Id: new Map(),
    servicesByCluster: new Map(),
  }
  for (const task of Object.values(ecs.tasks)) indexTask(index, task)
  for (const instance of Object.values(ecs.containerInstances)) indexInstance(index, instance)
  for (const service of Object.values(ecs.services)) put(index.servicesByCluster, service.clusterArn, service)
  indexes.set(ecs, index)
  return index
}

function indexTask(index: EcsIndex, task: TaskRecord): void {
  put(index.tasksByCluster, task.clusterArn, task)
  if (task.serviceArn) put(index.tasksByService, task.serviceArn, task)
  if (task.containerInstanceArn) put(index.tasksByInstance, task.containerInstanceArn, task)
  if (task.network && task.lastStatus !== 'STOPPED') index.taskByIp.set(task.network.privateIp, task)
}

function indexInstance(index: EcsIndex, instance: ContainerInstanceRecord): void {
  put(index.instancesByCluster, instance.clusterArn, instance)
  index.instanceByEc2Id.set(instance.ec2InstanceId, instance)
}

function put<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}
