import { describe, expect, it } from 'vitest'
import { translate } from '../../i18n/translate.ts'
import type { RecordSet } from '../dns/record-set.ts'
import { clientNotes } from './client-notes.ts'
import { hostname, params, values } from './fixtures/records.ts'
import type { PlanParams } from './params.ts'
import { makePlan } from './plan.ts'

function notesOf(records: RecordSet[], changed: Partial<PlanParams> = {}): string[] {
  const planning = makePlan({
    zone: { id: 'Z1', name: 'example.com.' },
    hostname,
    records,
    params: { ...params, ...changed },
  })
  if ('refusal' in planning) throw new Error(planning.refusal.code)
  const notes = clientNotes(planning.plan)
  for (const note of notes) expect(translate('ko', note)).toMatch(/[가-힣]/)
  return notes.map((note) => translate('en', note).split(/[:,.]/)[0] ?? '')
}

const v4 = values(hostname, 'A', 3600, '192.0.2.1')
const dual = { balancer: { ...params.balancer, dualStack: true } }
const single = { balancer: { ...params.balancer, dualStack: false } }

describe('what clients notice', () => {
  it('of a shift by weight is that shares are of answers', () => {
    expect(notesOf([v4], single)).toEqual([
      'Lowering TTLs changes no answer',
      'A share is one of answers',
      'A client may meet the old and the new side in turn while both answer',
      'Open connections',
    ])
  })

  it('of a swap is that all move at once', () => {
    expect(notesOf([{ ...v4, TTL: 60 }], { ...single, strategy: 'simple' })).toEqual([
      'All clients move at once',
      'Open connections',
    ])
  })

  it('of IPv6 depends on who has it', () => {
    const v6 = values(hostname, 'AAAA', 60, '2001:db8::1')
    expect(notesOf([v4, v6], single)).toContain(
      'Clients with IPv6 stay on the old side until the last step and have only IPv4 from then on',
    )
    expect(notesOf([v4], { ...dual, addIpv6: true })).toContain(
      'Clients with IPv6 begin to use it in a step of its own',
    )
    expect(notesOf([v4, v6], dual).join()).not.toContain('IPv6')
  })

  it('names records that go and a wildcard that is hidden', () => {
    expect(notesOf([v4, values(hostname, 'HTTPS', 60, '1 . alpn=h2')], single)).toContain(
      'The HTTPS record is taken away',
    )
    const wildcard = [values('\\052.example.com.', 'A', 60, '192.0.2.9')]
    expect(notesOf([], { ...single, wildcard })).toContain('What the wildcard *')
  })

  it('of a rule is that the load balancer divides', () => {
    const rule = {
      arn: 'arn:aws:elasticloadbalancing:eu-west-1:1:listener-rule/app/a/1/2/3',
      kind: 'rule' as const,
      actions: [{ Type: 'forward', TargetGroupArn: 'old' }],
      legacyGroupArn: 'old',
      newGroupArn: 'new',
    }
    expect(notesOf([v4], { strategy: 'rule', rule, steps: [0, 100] })).toEqual([
      'The load balancer divides requests by weight at once; no record and no TTL is involved',
      'A client may meet the old and the new side in turn while both answer',
    ])
  })
})
