import { describe, expect, it } from 'vitest'
import { logLocation } from './log-location.ts'

const awslogs = (options: Record<string, string>) => ({ logDriver: 'awslogs', options })
const app = { name: 'app', runtimeId: 'abc123' }

describe('where log lines are', () => {
  it('is prefix, container and task', () => {
    expect(
      logLocation(
        awslogs({
          'awslogs-group': '/ecs/web',
          'awslogs-region': 'eu-west-1',
          'awslogs-stream-prefix': 'ecs',
        }),
        app,
        'task1',
      ).location,
    ).toEqual({ group: '/ecs/web', region: 'eu-west-1', stream: 'ecs/app/task1' })
  })

  it('is the runtime id where no prefix is set', () => {
    expect(logLocation(awslogs({ 'awslogs-group': '/ecs/web' }), app, 'task1').location?.stream).toBe(
      'abc123',
    )
  })

  it.each([
    ['no driver', undefined],
    ['another driver', { logDriver: 'fluentd', options: {} }],
    ['no group', awslogs({ 'awslogs-stream-prefix': 'ecs' })],
  ])('says why not: %s', (_, configuration) => {
    const { location, whyNot } = logLocation(configuration, app, 'task1')
    expect(location).toBeUndefined()
    expect(whyNot?.text.ko).toBeTruthy()
  })

  it('has no stream for a container without prefix that never started', () => {
    const found = logLocation(awslogs({ 'awslogs-group': '/ecs/web' }), { name: 'app' }, 'task1')
    expect(found.whyNot?.text.en).toContain('never started')
  })
})
