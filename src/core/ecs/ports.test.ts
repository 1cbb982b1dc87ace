import { describe, expect, it } from 'vitest'
import { heldPortCount, portsInUse, reservedPort } from './ports.ts'
import type { Task } from './task.ts'

const instance = {
  arn: 'arn:instance/a',
  tcpPortsInUse: [22, 2375, 2376, 51678, 51679, 51680, 32768, 80, 9999],
  udpPortsInUse: [53],
}

const binding = { containerPort: 8080, hostPort: 80, protocol: 'tcp', bindIP: '0.0.0.0' }

function task(over: Partial<Task> = {}): Task {
  return {
    arn: 'arn:task/1',
    id: '1',
    clusterArn: 'c',
    taskDefinitionArn: 'td',
    group: 'service:web',
    serviceName: 'web',
    containerInstanceArn: instance.arn,
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    containers: [
      {
        arn: 'k',
        name: 'app',
        lastStatus: 'RUNNING',
        privateIps: [],
        networkBindings: [binding, { ...binding, bindIP: '::' }],
      },
    ],
    enableExecuteCommand: false,
    tags: {},
    ...over,
  }
}

describe('host ports', () => {
  it('knows which ones ECS reserves, and that UDP has none', () => {
    expect([22, 2375, 2376, 51678, 51679, 51680].every((port) => reservedPort(port))).toBe(true)
    expect(reservedPort(80)).toBeUndefined()
    expect(reservedPort(22, 'udp')).toBeUndefined()
  })

  it('counts what tasks hold, not what is reserved everywhere', () => {
    expect(heldPortCount(instance)).toBe(4)
  })

  it('lists held ports in order with their holders once, reserved ones last', () => {
    const uses = portsInUse(instance, [task()])
    expect(uses.map((use) => `${use.protocol}:${String(use.port)}`)).toEqual([
      'udp:53',
      'tcp:80',
      'tcp:9999',
      'tcp:32768',
      'tcp:22',
      'tcp:2375',
      'tcp:2376',
      'tcp:51678',
      'tcp:51679',
      'tcp:51680',
    ])
    expect(uses[1]?.holders).toEqual([
      { taskId: '1', taskArn: 'arn:task/1', serviceName: 'web', container: 'app', containerPort: 8080 },
    ])
    expect(uses[2]?.holders).toEqual([])
  })

  it('does not blame stopped tasks or tasks of other instances', () => {
    const others = [task({ lastStatus: 'STOPPED' }), task({ containerInstanceArn: 'arn:instance/b' })]
    expect(portsInUse(instance, others).every((use) => use.holders.length === 0)).toBe(true)
  })
})
