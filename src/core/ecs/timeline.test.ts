import { describe, expect, it } from 'vitest'
import { taskTimeline } from './timeline.ts'

const s = 1000
const started = {
  createdAt: 10 * s,
  connectivityAt: 14 * s,
  pullStartedAt: 15 * s,
  pullStoppedAt: 25 * s,
  startedAt: 26 * s,
}

describe('the life of a task', () => {
  it('says how long each step of a start took, and what is still to come', () => {
    const { steps, startup, ran, total } = taskTimeline(started, 86 * s)
    expect(steps.map((step) => [step.key, step.took])).toEqual([
      ['created', undefined],
      ['connected', 4 * s],
      ['pull-started', 1 * s],
      ['pull-stopped', 10 * s],
      ['started', 1 * s],
      ['stopping', undefined],
      ['execution-stopped', undefined],
      ['stopped', undefined],
    ])
    expect([startup, ran, total]).toEqual([16 * s, 60 * s, 76 * s])
  })

  it('counts the run up to the end of the containers, not to the clean-up', () => {
    const { ran, total, steps } = taskTimeline(
      { ...started, stoppingAt: 100 * s, executionStoppedAt: 130 * s, stoppedAt: 140 * s },
      999 * s,
    )
    expect([ran, total]).toEqual([104 * s, 130 * s])
    expect(steps.find((step) => step.key === 'stopping')?.during?.en).toBe('running')
  })

  it('follows the dates where the pull comes before the connection', () => {
    const { steps } = taskTimeline({ ...started, connectivityAt: 27 * s }, 30 * s)
    expect(steps.map((step) => step.key).slice(0, 5)).toEqual([
      'created',
      'pull-started',
      'pull-stopped',
      'started',
      'connected',
    ])
  })

  it('does not claim that a task ran when it never started', () => {
    const { steps, ran, startup } = taskTimeline(
      { createdAt: 0, pullStartedAt: 1 * s, stoppingAt: 5 * s, stoppedAt: 6 * s },
      60 * s,
    )
    expect([ran, startup]).toEqual([undefined, undefined])
    expect(steps.find((step) => step.key === 'stopping')?.during?.en).toBe('failing to start')
  })

  it('never shows a negative time when AWS dates two steps the wrong way round', () => {
    expect(taskTimeline({ createdAt: 10 * s, startedAt: 9 * s }, 20 * s).startup).toBe(0)
  })
})
