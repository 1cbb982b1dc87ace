import { describe, expect, it } from 'vitest'
import { translate } from '../../i18n/translate.ts'
import { eventCauses } from './event-causes.ts'
import { openProblems, readEvent } from './service-event.ts'

const instance = '0f1e2d3c4b5a69788796a5b4c3d2e1f0'
const unable =
  '(service web) was unable to place a task because no container instance met all of its requirements.'
const seeAlso = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.'
const group = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0123456789abcdef'

describe('what AWS says in service events', () => {
  it.each([
    ['(service web) has reached a steady state.', 'steady', 'steady'],
    ['(service web) (deployment ecs-svc/1234567890123456789) deployment completed.', 'completed', 'steady'],
    [`(service web) has started 1 tasks: (task ${instance}).`, 'note', 'note'],
    ['(service web) has begun draining connections on 1 tasks.', 'note', 'note'],
    [
      `${unable} The closest matching (container-instance ${instance}) is already using a port required by your task. ${seeAlso}`,
      'placement-port',
      'bad',
    ],
    [
      `${unable} The closest matching (container-instance ${instance}) has insufficient memory available. ${seeAlso}`,
      'placement-memory',
      'bad',
    ],
    [
      `${unable} The closest matching (container-instance ${instance}) has insufficient CPU units available. ${seeAlso}`,
      'placement-cpu',
      'bad',
    ],
    [
      `${unable} The closest matching container-instance ${instance} encountered error 'AGENT'. ${seeAlso}`,
      'placement-agent',
      'bad',
    ],
    [
      `${unable} The closest matching (container-instance ${instance}) doesn't have the agent connected. ${seeAlso}`,
      'placement-agent',
      'bad',
    ],
    [
      `${unable} The closest matching (container-instance ${instance}) is missing an attribute required by your task. ${seeAlso}`,
      'placement-attribute',
      'bad',
    ],
    [
      `${unable} The closest matching container-instance ${instance} encountered error "RESOURCE:ENI". ${seeAlso}`,
      'placement-eni',
      'bad',
    ],
    [
      `${unable} Reason: No Container Instances were found in your cluster. ${seeAlso}`,
      'placement-no-instances',
      'bad',
    ],
    [
      '(service web) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
      'placement-capacity',
      'bad',
    ],
    [
      '(service web) was unable to place a task. Reason: Something AWS invents tomorrow.',
      'placement-other',
      'bad',
    ],
    [
      '(service web) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section.',
      'inconsistent-start',
      'bad',
    ],
    [`(service web) (task ${instance}) failed container health checks.`, 'container-unhealthy', 'bad'],
    [
      '(service web) (deployment ecs-svc/1) deployment failed: tasks failed to start.',
      'deployment-failed',
      'bad',
    ],
    ['(service web) rolling back to deployment ecs-svc/7.', 'rollback', 'warning'],
    ['(service web) operations are being throttled on elb. Will try again later.', 'throttled', 'warning'],
    [
      "(service web) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::123456789012:role/x' that was provided for this task.)",
      'assume-role',
      'bad',
    ],
    ['(service web) failed to launch a task with (error no subnets left).', 'launch-failed', 'bad'],
    [
      `(service web) failed to register targets in (target-group ${group}) with (error target group not found)`,
      'register-failed',
      'bad',
    ],
    [
      '(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
      'blocked-by-percent',
      'bad',
    ],
    [
      `${unable} The closest matching (container-instance ${instance}) does not satisfy a placement constraint of your task. ${seeAlso}`,
      'placement-constraint',
      'bad',
    ],
    ['(service web) does something new.', 'note', 'note'],
  ])('%s', (message, code, tone) => {
    expect(readEvent(message)).toMatchObject({ code, tone })
  })

  it('speaks both languages and fills every value in', () => {
    const texts = eventCauses
      .flatMap(({ short, means, advice }) => [short, means, advice])
      .filter((text) => text !== undefined)
    expect(texts.filter(({ ko }) => !/[가-힣]/.test(ko))).toEqual([])
    expect(eventCauses.filter(({ tone, short }) => tone !== 'steady' && !short)).toEqual([])
    const { means } = readEvent(
      `(service web) (instance i-0123456789abcdef0) (port 32768) is unhealthy in (target-group ${group}) due to (reason Health checks failed with these codes: [404])`,
    )
    expect(means && translate('en', means)).toBe(
      'The load balancer finds a target on port 32768 unhealthy, so ECS replaces its task: Health checks failed with these codes: [404].',
    )
    expect(means && translate('ko', means)).toContain('포트 32768')
  })

  it('names the closest instance of a placement failure', () => {
    const { means, links } = readEvent(
      `${unable} The closest matching (container-instance ${instance}) is already using a port required by your task.`,
    )
    expect(means && translate('en', means)).toContain('(closest: 0f1e2d3c)')
    expect(links.map(({ kind, id }) => [kind, id])).toEqual([['container-instance', instance]])
  })
})

describe('the resources an event names', () => {
  it('stand exactly where their ids are', () => {
    const message = `(service web) (instance i-0123456789abcdef0) (port 80) is unhealthy in (target-group ${group}) due to (reason x), (task ${instance}) (task 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0) (deployment ecs-svc/42)`
    const { links } = readEvent(message)
    expect(links.map(({ kind }) => kind)).toEqual(['instance', 'target-group', 'task', 'task', 'deployment'])
    for (const { id, start, end } of links) expect(message.slice(start, end)).toBe(id)
  })
})

describe('what stands in the way', () => {
  const events = [
    `${unable} The closest matching (container-instance ${instance}) is already using a port required by your task.`,
    `(service web) has started 1 tasks: (task ${instance}).`,
    `${unable} The closest matching (container-instance ${instance}) is already using a port required by your task.`,
    '(service web) is unable to consistently start tasks successfully.',
    '(service web) has reached a steady state.',
    '(service web) (deployment ecs-svc/1) deployment failed: tasks failed to start.',
  ].map((message, at) => ({ id: String(at), message }))

  it('is each open problem once, newest first, with how often it was said', () => {
    expect(openProblems(events).map(({ event, reading, times }) => [event.id, reading.code, times])).toEqual([
      ['0', 'placement-port', 2],
      ['3', 'inconsistent-start', 1],
    ])
  })

  it('is nothing once the service is steady again', () => {
    expect(openProblems(events.slice(4))).toEqual([])
  })
})
