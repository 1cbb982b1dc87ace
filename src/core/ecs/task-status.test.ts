import { describe, expect, it } from 'vitest'
import { isTaskMoving, taskStatuses, taskStatusMeaning, taskTone } from './task-status.ts'

const task = (lastStatus: string, over: object = {}) => ({ lastStatus, containers: [], ...over })

describe('how a status is looked at', () => {
  it('follows the life of a task', () => {
    expect(taskStatuses.map((status) => taskTone(task(status)))).toEqual([
      'moving',
      'moving',
      'moving',
      'good',
      'leaving',
      'leaving',
      'leaving',
      'off',
    ])
  })

  it('does not call a running task good when its health check fails', () => {
    expect(taskTone(task('RUNNING', { healthStatus: 'UNHEALTHY' }))).toBe('bad')
    expect(taskTone(task('RUNNING', { healthStatus: 'UNKNOWN' }))).toBe('good')
  })

  it('marks a stop nobody asked for, already while it stops', () => {
    const failed = { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: x' }
    expect(taskTone(task('STOPPED', failed))).toBe('bad')
    expect(taskTone(task('DEPROVISIONING', failed))).toBe('bad')
    expect(taskTone(task('STOPPED', { stopCode: 'UserInitiated' }))).toBe('off')
  })

  it('explains every status', () => {
    for (const status of taskStatuses) expect(taskStatusMeaning(status)).toBeDefined()
    expect(taskStatusMeaning('NEW_IN_2030')).toBeUndefined()
  })
})

it('a task moves until it is what it should be', () => {
  expect(isTaskMoving({ lastStatus: 'RUNNING', desiredStatus: 'RUNNING' })).toBe(false)
  expect(isTaskMoving({ lastStatus: 'RUNNING', desiredStatus: 'STOPPED' })).toBe(true)
  expect(isTaskMoving({ lastStatus: 'PENDING', desiredStatus: 'RUNNING' })).toBe(true)
  expect(isTaskMoving({ lastStatus: 'STOPPED', desiredStatus: 'STOPPED' })).toBe(false)
})
