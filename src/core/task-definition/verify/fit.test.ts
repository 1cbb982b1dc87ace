/** Which instances have room, and what the others lack. */
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import type { ContainerInstance } from '../../ecs/container-instance.ts'
import type { Task } from '../../ecs/task.ts'
import { fitCheck, fitOf, needOf } from './fit.ts'

let count = 0
function instance(change: Partial<ContainerInstance> = {}): ContainerInstance {
  count += 1
  return {
    arn: `arn:${count}`,
    id: String(count),
    clusterArn: 'c',
    status: 'ACTIVE',
    agentConnected: true,
    runningTasks: 0,
    pendingTasks: 0,
    registeredCpu: 2048,
    registeredMemory: 4096,
    remainingCpu: 1024,
    remainingMemory: 2048,
    tcpPortsInUse: [22],
    udpPortsInUse: [],
    attributes: { 'ecs.capability.task-eni': '' },
    tags: {},
    ...change,
  }
}

const database = needOf({
  containerDefinitions: [
    {
      cpu: 512,
      memory: 1024,
      memoryReservation: 512,
      portMappings: [{ containerPort: 3306, hostPort: 3306 }],
    },
    { cpu: 256, memory: 256, portMappings: [{ containerPort: 53, hostPort: 53, protocol: 'udp' }] },
    { portMappings: [{ containerPort: 8080 }] },
  ],
})

const said = (instances: ContainerInstance[], own: Task[] = [], need = database): string => {
  const { state, message } = fitCheck('commerce', instances, fitOf(need, instances, own))
  expect(translate('ko', message)).not.toContain('{')
  return `${state}: ${translate('en', message)}`
}

describe('what a task needs', () => {
  it('is the sum of its containers, or its own size', () => {
    expect(database).toEqual({
      cpu: 768,
      memory: 768,
      ports: [
        { port: 3306, protocol: 'tcp' },
        { port: 53, protocol: 'udp' },
      ],
      attributes: [],
    })
    expect(needOf({ cpu: '1 vCPU', memory: '2 GB' })).toMatchObject({ cpu: 1024, memory: 2048 })
  })

  it('has ports of the instance in host mode, and none with an address of its own', () => {
    const containerDefinitions = [{ portMappings: [{ containerPort: 80 }] }]
    expect(needOf({ networkMode: 'host', containerDefinitions }).ports).toEqual([
      { port: 80, protocol: 'tcp' },
    ])
    expect(needOf({ networkMode: 'awsvpc', containerDefinitions }).ports).toEqual([])
  })
})

describe('the instances', () => {
  it('fit all, some or none, and lack something', () => {
    const busy = instance({ tcpPortsInUse: [3306] })
    expect(said([instance(), instance()])).toBe('good: A task fits on all 2 instances of commerce')
    expect(said([instance()])).toBe('good: A task fits on the one instance of commerce')
    expect(said([instance(), instance(), instance(), busy, busy])).toBe(
      'good: A task fits on 3 of 5 instances of commerce; the others lack PORTS 3306',
    )
    const lacking = [
      instance({ remainingCpu: 10 }),
      instance({ remainingMemory: 10 }),
      instance({ udpPortsInUse: [53] }),
      instance({ agentConnected: false }),
    ]
    expect(said(lacking)).toBe(
      'bad: A task fits on 0 of 4 instances of commerce; the others lack CPU · MEMORY · PORTS 53/udp · ACTIVE + agentConnected',
    )
    expect(said([])).toBe('bad: Cluster commerce has no container instances')
  })

  it('lack attributes that a registered revision requires', () => {
    const need = { ...database, attributes: ['ecs.capability.efs', 'ecs.capability.task-eni'] }
    expect(said([instance()], [], need)).toContain('lack ecs.capability.efs')
  })

  it('count the room that tasks of the service leave when they stop', () => {
    const held = instance({ tcpPortsInUse: [3306], udpPortsInUse: [53], remainingCpu: 0, remainingMemory: 0 })
    const own = {
      containerInstanceArn: held.arn,
      lastStatus: 'RUNNING',
      cpu: '1024',
      memory: '1024',
      containers: [{ networkBindings: [{ hostPort: 3306 }, { hostPort: 53, protocol: 'udp' }] }],
    } as unknown as Task
    expect(said([held], [own])).toBe(
      'warning: A task fits on 0 of 1 instances of commerce; on 1 more once a task of this service has stopped there',
    )
    expect(said([held], [{ ...own, lastStatus: 'STOPPED' }])).toMatch(/^bad/)
  })
})
