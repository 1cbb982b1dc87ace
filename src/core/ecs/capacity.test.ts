import { expect, it } from 'vitest'
import { capacityByZone, isReady, strategyShares, totalCapacity } from './capacity.ts'
import type { ContainerInstance } from './container-instance.ts'

function instance(zone: string | undefined, over: Partial<ContainerInstance> = {}): ContainerInstance {
  return {
    arn: 'arn',
    id: 'id',
    clusterArn: 'c',
    status: 'ACTIVE',
    agentConnected: true,
    runningTasks: 2,
    pendingTasks: 1,
    registeredCpu: 2048,
    registeredMemory: 4000,
    remainingCpu: 512,
    remainingMemory: 1000,
    tcpPortsInUse: [],
    udpPortsInUse: [],
    ...(zone && { availabilityZone: zone }),
    attributes: {},
    tags: {},
    ...over,
  }
}

const fleet = [
  instance('a-2', { status: 'DRAINING' }),
  instance('a-1'),
  instance('a-2', { agentConnected: false }),
  instance(undefined),
]

it('sums each zone, in order', () => {
  expect(
    capacityByZone(fleet).map((one) => [
      one.zone,
      one.instances,
      one.ready,
      one.remainingCpu,
      one.runningTasks,
    ]),
  ).toEqual([
    ['a-1', 1, 1, 512, 2],
    ['a-2', 2, 0, 1024, 4],
    ['unknown', 1, 1, 512, 2],
  ])
})

it('sums the whole cluster, and an empty one to nothing', () => {
  expect(totalCapacity(fleet)).toMatchObject({
    instances: 4,
    registeredCpu: 8192,
    registeredMemory: 16_000,
    remainingMemory: 4000,
    pendingTasks: 4,
  })
  expect(totalCapacity([]).registeredCpu).toBe(0)
})

it('counts only instances that may take a task as ready', () => {
  expect(fleet.map(isReady)).toEqual([false, true, false, true])
})

it('turns strategy weights into percent', () => {
  expect(
    strategyShares([
      { capacityProvider: 'FARGATE', weight: 1, base: 2 },
      { capacityProvider: 'FARGATE_SPOT', weight: 3, base: 0 },
    ]).map((one) => one.percent),
  ).toEqual([25, 75])
  expect(strategyShares([{ capacityProvider: 'x', weight: 0, base: 1 }])[0]?.percent).toBe(0)
})
