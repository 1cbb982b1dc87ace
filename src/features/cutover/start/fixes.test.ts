import { describe, expect, it } from 'vitest'
import { checks } from '../../../core/cutover/preflight/registry.ts'
import {
  factsWith,
  listener,
  listenerArn,
  otherArn,
  rule,
  standing,
} from '../../../core/cutover/preflight/testing-facts.ts'
import { translate } from '../../../i18n/translate.ts'
import { fixOf } from './fixes.ts'

const { subject, loadBalancer, listeners } = factsWith()
const readings = {
  subject: { value: subject },
  loadBalancer: { value: loadBalancer },
  listeners: { value: listeners },
}

describe('how to fix what a check found', () => {
  it('is said in both languages', () => {
    const fixes = checks.flatMap(({ id }) => fixOf(id, readings, 'eu-west-1') ?? [])
    expect(fixes.length).toBeGreaterThan(15)
    for (const { message } of fixes) {
      expect(translate('en', message)).toMatch(/\.$/)
      expect(translate('ko', message)).toMatch(/[가-힣]/)
    }
  })

  it('leads to pages of this console', () => {
    expect(fixOf('P-32', readings, 'eu-west-1')?.href).toBe(
      `/eu-west-1/clusters/${subject.cluster}/services/${subject.service}`,
    )
    expect(fixOf('P-20', readings, 'eu-west-1')?.href).toBe(
      `/eu-west-1/load-balancers/${subject.loadBalancer}`,
    )
    expect(fixOf('P-13', readings, 'eu-west-1')?.href).toBe('/eu-west-1/cutovers')
  })

  it('prints commands with what was read, also before everything was', () => {
    expect(fixOf('P-26', readings, 'eu-west-1')?.command).toBe(
      `aws elbv2 create-rule --region eu-west-1 --listener-arn ${listenerArn} --priority 1 --conditions Field=host-header,Values=www.example.com --actions Type=forward,TargetGroupArn=${subject.targetGroupArn}`,
    )
    expect(fixOf('P-25', {}, 'eu-west-1')?.command).toContain('--listener-arn LISTENER_ARN')
    expect(fixOf('P-28', {}, 'eu-west-1')?.command).toBeFalsy()
  })

  it('is another strategy where the hostname is on the load balancer already', () => {
    const alias = { HostedZoneId: 'Z', DNSName: loadBalancer.dnsName, EvaluateTargetHealth: false }
    const facts = factsWith({
      ...standing({ Name: subject.hostname, Type: 'A', AliasTarget: alias }),
      listeners: [listener(443, 'HTTPS', [rule('default', otherArn)])],
    })
    const here = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, { value }]))
    for (const id of ['P-15', 'P-26']) {
      const fix = fixOf(id, here, 'eu-west-1')
      expect(fix && translate('en', fix.message)).toContain('Weights within one load balancer')
      expect(fix?.command).toBeUndefined()
    }
    expect(fixOf('P-15', readings, 'eu-west-1')).toBeUndefined()
  })

  it('is left to the check where there is nothing to add', () => {
    expect(fixOf('P-01', readings, 'eu-west-1')).toBeUndefined()
  })
})
