import { describe, expect, it } from 'vitest'
import type { Task } from '../ecs/task.ts'
import { targetKey, targetOwners } from './target-owner.ts'

function task(id: string, over: Partial<Task> = {}): Task {
  return {
    arn: `arn:task/${id}`,
    id,
    clusterArn: 'c',
    taskDefinitionArn: 'td',
    group: 'service:web',
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    containers: [],
    enableExecuteCommand: false,
    tags: {},
    ...over,
  }
}

function onInstance(id: string, hostPort: number, over: Partial<Task> = {}): Task {
  return task(id, {
    containerInstanceArn: 'arn:instance/a',
    containers: [
      {
        arn: 'k',
        name: 'app',
        lastStatus: 'RUNNING',
        privateIps: [],
        networkBindings: [{ containerPort: 80, hostPort, protocol: 'tcp' }],
      },
    ],
    ...over,
  })
}

const instances = [{ arn: 'arn:instance/a', ec2InstanceId: 'i-1' }]

describe('the task behind a target', () => {
  it('is found by instance and host port', () => {
    const target = { id: 'i-1', port: 32769 }
    const owners = targetOwners([target], [onInstance('1', 32768), onInstance('2', 32769)], instances)
    expect(owners.get(targetKey(target))).toMatchObject({ task: { id: '2' }, container: 'app' })
  })

  it('is found by address for awsvpc tasks', () => {
    const target = { id: '10.0.0.7', port: 8080 }
    const owners = targetOwners([target], [task('1', { privateIp: '10.0.0.7' })], [])
    expect(owners.get(targetKey(target))?.task.id).toBe('1')
  })

  it('is the one that runs when a stopped task held the same port before', () => {
    const target = { id: 'i-1', port: 80 }
    const old = onInstance('old', 80, { lastStatus: 'STOPPED' })
    const running = onInstance('new', 80)
    for (const tasks of [
      [old, running],
      [running, old],
    ])
      expect(targetOwners([target], tasks, instances).get(targetKey(target))?.task.id).toBe('new')
  })

  it('is unknown for a target registered by hand', () => {
    const target = { id: 'i-9', port: 80 }
    expect(targetOwners([target], [onInstance('1', 80)], instances).size).toBe(0)
  })
})
