/** Which task is behind a target: by EC2 instance id and host port, or by IP address. */
import type { ContainerInstance } from '../ecs/container-instance.ts'
import type { Task } from '../ecs/task.ts'
import type { Target } from './target-group.ts'

export interface TargetOwner {
  task: Task
  /** The container that listens, where the bindings name it. */
  container?: string
}

type InstanceRef = Pick<ContainerInstance, 'arn' | 'ec2InstanceId'>

/** A key for a target within its group: one id may be registered on several ports. */
export function targetKey(target: Pick<Target, 'id' | 'port'>): string {
  return `${target.id}:${String(target.port ?? '')}`
}

function note(owners: Map<string, TargetOwner>, key: string, owner: TargetOwner): void {
  const known = owners.get(key)
  // A stopped task keeps its bindings for an hour, and its port may have a new holder.
  if (!known || known.task.lastStatus === 'STOPPED') owners.set(key, owner)
}

function indexOwners(tasks: readonly Task[], instances: readonly InstanceRef[]): Map<string, TargetOwner> {
  const ec2IdOf = new Map(instances.map((one) => [one.arn, one.ec2InstanceId]))
  const owners = new Map<string, TargetOwner>()
  for (const task of tasks) {
    const ec2Id = task.containerInstanceArn && ec2IdOf.get(task.containerInstanceArn)
    for (const container of task.containers) {
      const owner = { task, container: container.name }
      for (const { hostPort } of container.networkBindings)
        if (ec2Id && hostPort !== undefined) note(owners, targetKey({ id: ec2Id, port: hostPort }), owner)
    }
    const addresses = [task.privateIp, ...task.containers.flatMap((one) => one.privateIps)]
    for (const address of new Set(addresses)) if (address) note(owners, address, { task })
  }
  return owners
}

/** Owners by `targetKey`. A target no task explains (registered by hand, or its task is gone) is absent. */
export function targetOwners(
  targets: readonly Pick<Target, 'id' | 'port'>[],
  tasks: readonly Task[],
  instances: readonly InstanceRef[],
): Map<string, TargetOwner> {
  const index = indexOwners(tasks, instances)
  const owners = new Map<string, TargetOwner>()
  for (const target of targets) {
    // An address belongs to one awsvpc task, whatever the port; an instance id needs the port.
    const owner = index.get(targetKey(target)) ?? index.get(target.id)
    if (owner) owners.set(targetKey(target), owner)
  }
  return owners
}
