import { describe, expect, it } from 'vitest'
import { translate } from '../../i18n/translate.ts'
import { codesInDescription, explainTarget, targetTone } from './target-reason.ts'

const group = {
  healthCheck: {
    enabled: true,
    path: '/health',
    matcher: '200-299',
    timeoutSeconds: 5,
    intervalSeconds: 10,
    healthyThreshold: 3,
  },
}

const means = (reason: string, description?: string): string => {
  const found = explainTarget({ reason, ...(description && { description }) }, group)
  return found ? translate('en', found.means) : 'nothing'
}

describe('why a target is not healthy', () => {
  it('sets the code that came against what is accepted', () => {
    expect(means('Target.ResponseCodeMismatch', 'Health checks failed with these codes: [404, 502]')).toBe(
      'The health check of /health was answered with HTTP 404, 502; the target group accepts 200-299.',
    )
  })

  it('says how long the first checks take', () => {
    expect(means('Elb.InitialHealthChecking')).toContain('3 successes in a row, one each 10 s')
  })

  it.each([
    'Elb.RegistrationInProgress',
    'Elb.InitialHealthChecking',
    'Target.ResponseCodeMismatch',
    'Target.Timeout',
    'Target.FailedHealthChecks',
    'Target.NotRegistered',
    'Target.NotInUse',
    'Target.DeregistrationInProgress',
    'Target.InvalidState',
    'Target.IpUnusable',
    'Target.HealthCheckDisabled',
    'Elb.InternalError',
  ])('explains %s in both languages', (reason) => {
    const found = explainTarget({ reason }, group)
    for (const locale of ['en', 'ko'] as const) {
      expect(found && translate(locale, found.means)).not.toContain(reason)
      expect(found && translate(locale, found.means)).not.toMatch(/[{}]|undefined/)
    }
  })

  it('passes on a reason it does not know', () => {
    expect(means('Target.NewOne')).toContain('Target.NewOne')
  })

  it('has nothing to say of a healthy target', () => {
    expect(explainTarget({}, group)).toBeUndefined()
  })
})

it('reads the codes out of the description', () => {
  expect(codesInDescription('Health checks failed with these codes: [301]')).toEqual(['301'])
  expect(codesInDescription('Request timed out')).toEqual([])
  expect(codesInDescription(undefined)).toEqual([])
})

it('does not colour what is not in use as a failure', () => {
  expect(['healthy', 'initial', 'draining', 'unhealthy', 'unused', 'new'].map(targetTone)).toEqual([
    'good',
    'moving',
    'leaving',
    'bad',
    'off',
    'off',
  ])
})
