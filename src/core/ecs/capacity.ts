/** Sums of CPU and memory over container instances. CPU in units (1024 = 1 vCPU), memory in MiB. */
import type { ContainerInstance } from './container-instance.ts'

export interface ZoneCapacity {
  /** `unknown` where AWS names none. */
  zone: string
  instances: number
  /** Instances that take new tasks: ACTIVE with a connected agent. */
  ready: number
  registeredCpu: number
  remainingCpu: number
  registeredMemory: number
  remainingMemory: number
  runningTasks: number
  pendingTasks: number
}

/** True for an instance that ECS may place tasks on now. */
export function isReady(instance: Pick<ContainerInstance, 'status' | 'agentConnected'>): boolean {
  return instance.status === 'ACTIVE' && instance.agentConnected
}

function add(sum: ZoneCapacity, one: ContainerInstance): ZoneCapacity {
  return {
    zone: sum.zone,
    instances: sum.instances + 1,
    ready: sum.ready + Number(isReady(one)),
    registeredCpu: sum.registeredCpu + one.registeredCpu,
    remainingCpu: sum.remainingCpu + one.remainingCpu,
    registeredMemory: sum.registeredMemory + one.registeredMemory,
    remainingMemory: sum.remainingMemory + one.remainingMemory,
    runningTasks: sum.runningTasks + one.runningTasks,
    pendingTasks: sum.pendingTasks + one.pendingTasks,
  }
}

const nothing = (zone: string): ZoneCapacity => ({
  zone,
  instances: 0,
  ready: 0,
  registeredCpu: 0,
  remainingCpu: 0,
  registeredMemory: 0,
  remainingMemory: 0,
  runningTasks: 0,
  pendingTasks: 0,
})

/** One row per Availability Zone in order of its name. */
export function capacityByZone(instances: readonly ContainerInstance[]): ZoneCapacity[] {
  const zones = new Map<string, ZoneCapacity>()
  for (const one of instances) {
    const zone = one.availabilityZone ?? 'unknown'
    zones.set(zone, add(zones.get(zone) ?? nothing(zone), one))
  }
  return [...zones.values()].toSorted((a, b) => a.zone.localeCompare(b.zone))
}

/** Everything in one row. */
export function totalCapacity(instances: readonly ContainerInstance[]): ZoneCapacity {
  return instances.reduce(add, nothing(''))
}

/** Percent of strategy weights that go to each provider after its base: AWS divides by weight. */
export function strategyShares(
  strategy: readonly { capacityProvider: string; weight: number; base: number }[],
): { capacityProvider: string; base: number; weight: number; percent: number }[] {
  const total = strategy.reduce((sum, one) => sum + one.weight, 0)
  return strategy.map(({ capacityProvider, base, weight }) => ({
    capacityProvider,
    base,
    weight,
    percent: total === 0 ? 0 : (weight / total) * 100,
  }))
}
