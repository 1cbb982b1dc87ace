import { describe, expect, it } from 'vitest'
import { translate } from '../../i18n/translate.ts'
import { stopCauses } from './stop-causes.ts'
import { explainStop, isFailedStop } from './stop-reason.ts'
import type { Container, Task } from './task.ts'

type Stopped = Pick<Task, 'lastStatus' | 'stopCode' | 'stoppedReason' | 'containers'>

function container(over: Partial<Container> = {}): Container {
  return { arn: 'c', name: 'app', lastStatus: 'STOPPED', networkBindings: [], privateIps: [], ...over }
}

function stopped(stopCode: string, stoppedReason: string, containers: Container[] = []): Stopped {
  return { lastStatus: 'STOPPED', stopCode, stoppedReason, containers }
}

const says = (task: Stopped): string => {
  const found = explainStop(task)
  return found ? translate('en', found.means) : 'nothing'
}

describe('what a stop means', () => {
  it.each([
    [
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/nope:1: docker.io/library/nope:1: not found',
      'does not exist',
    ],
    [
      'CannotPullContainerError: Error response from daemon: pull access denied for x, repository does not exist or may require docker login: denied',
      'does not exist',
    ],
    ['CannotPullContainerError: failed to resolve ref: 403 Forbidden', 'refused access'],
    ['CannotPullContainerError: toomanyrequests: You have reached your pull rate limit', 'limits how often'],
    [
      'CannotPullContainerError: request canceled while waiting for connection (Client.Timeout exceeded)',
      'could not be reached',
    ],
    ['CannotPullContainerError: write /var/lib/docker/tmp: no space left on device', 'disk'],
    [
      "CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'",
      'architecture',
    ],
    ['CannotPullContainerError: something new', 'could not be pulled'],
    ['ResourceInitializationError: unable to pull secrets or registry auth: AccessDenied', 'Secrets'],
    [
      'ResourceInitializationError: failed to validate logger args: create stream has been retried',
      'log driver',
    ],
    ['ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes', 'volume'],
    ['Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:x)', 'load balancer'],
    ['Task failed container health checks', 'health check of an essential container'],
    ['Scaling activity initiated by (deployment ecs-svc/123)', 'scaled in'],
    ['Host EC2 (instance i-1) terminated.', 'EC2 instance under'],
    ['Your Spot Task was interrupted.', 'Spot'],
    ['Timeout waiting for network interface provisioning to complete.', 'network interface'],
  ])('reads %s', (reason, part) => {
    expect(says(stopped('TaskFailedToStart', reason))).toContain(part)
  })

  it('prefers the reason of a container, which is more exact than the task’s', () => {
    const task = stopped('EssentialContainerExited', 'Essential container in task exited', [
      container({ exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }),
    ])
    expect(says(task)).toContain('more memory')
    expect(explainStop(task)).toMatchObject({
      failed: true,
      code: 'EssentialContainerExited',
      reason: 'Essential container in task exited',
    })
  })

  it('says nothing of a task that is not stopping', () => {
    expect(explainStop({ lastStatus: 'RUNNING', containers: [] })).toBeUndefined()
  })

  it('still answers for a code AWS adds later', () => {
    expect(says(stopped('SomethingNew', 'who knows'))).toBe('The task stopped.')
  })
})

describe('which stops are failures', () => {
  it('is not one when every container ended well: a task that did its job', () => {
    const job = stopped('EssentialContainerExited', 'Essential container in task exited', [
      container({ exitCode: 0 }),
    ])
    expect(isFailedStop(job)).toBe(false)
    expect(explainStop(job)?.advice).toEqual([])
  })

  it('is one when a container ended with an error', () => {
    expect(
      isFailedStop(
        stopped('EssentialContainerExited', 'Essential container in task exited', [
          container({ exitCode: 1 }),
        ]),
      ),
    ).toBe(true)
  })

  it('is not one when a person or the scheduler asked for it', () => {
    expect(isFailedStop(stopped('UserInitiated', 'Task stopped by user'))).toBe(false)
    expect(isFailedStop(stopped('ServiceSchedulerInitiated', 'Scaling activity initiated by x'))).toBe(false)
  })

  it('is one when the scheduler stopped it for failing its health checks', () => {
    expect(
      isFailedStop(
        stopped('ServiceSchedulerInitiated', 'Task failed ELB health checks in (target-group arn:x)'),
      ),
    ).toBe(true)
  })
})

it('every failed cause tells what to do', () => {
  const silent = stopCauses.filter((cause) => cause.failed && cause.advice.length === 0)
  expect(silent).toEqual([])
})
