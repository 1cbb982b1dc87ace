import { describe, expect, it } from 'vitest'
import { AwsProblem, type ProblemFacts, type ProblemKind } from '../../core/problem.ts'
import type { Locale, Message } from '../../i18n/text.ts'
import { translate } from '../../i18n/translate.ts'
import { problemWords } from './problem-words.ts'

const kinds: ProblemKind[] = [
  'denied',
  'throttled',
  'signed-out',
  'not-found',
  'invalid',
  'conflict',
  'unknown-outcome',
  'offline',
  'blocked',
  'unexpected',
]
const speak = (locale: Locale) => (message: Message) => translate(locale, message)

function problem(facts: Partial<ProblemFacts>): AwsProblem {
  return new AwsProblem({
    kind: 'unexpected',
    code: 'InternalFailure',
    message: 'raw words of AWS',
    operation: 'ecs:DescribeServices',
    attempts: 3,
    ...facts,
  })
}

describe('problems in words', () => {
  it.each(kinds)('%s says something of its own in both languages and keeps AWS’s words', (kind) => {
    const en = problemWords(speak('en'), problem({ kind }))
    const ko = problemWords(speak('ko'), problem({ kind }))
    expect(en.title).not.toBe(ko.title)
    expect(ko.explanation).toMatch(/[가-힣]/)
    expect(`${en.title} ${en.explanation} ${ko.explanation}`).not.toMatch(/[{}]/)
    expect([en.raw, ko.raw]).toEqual(['raw words of AWS', 'raw words of AWS'])
  })

  it('have titles that differ', () => {
    const titles = kinds.map((kind) => problemWords(speak('en'), problem({ kind })).title)
    expect(new Set(titles).size).toBe(kinds.length)
  })
})

describe('a denied action', () => {
  const facts = {
    kind: 'denied',
    action: 'ecs:ListServices',
    resource: 'arn:aws:ecs:us-east-1:123456789012:cluster/prod',
    policyType: 'identity-based',
  } as const

  it('names the action, the resource and the policy type', () => {
    const { title, explanation, final } = problemWords(speak('en'), problem(facts))
    expect(title).toBe('Not allowed: ecs:ListServices')
    expect(explanation).toBe(
      'This role may not perform ecs:ListServices on arn:aws:ecs:us-east-1:123456789012:cluster/prod. No identity-based policy allows it: ask for it to be added, or use a stronger role.',
    )
    expect(final).toBe(true)
  })

  it('says when adding a permission will not help', () => {
    const message =
      'User: x is not authorized to perform: y with an explicit deny in a service control policy'
    const denied = problem({ ...facts, policyType: 'service control', message })
    expect(problemWords(speak('en'), denied).explanation).toContain(
      'explicitly denied in a service control policy',
    )
    expect(problemWords(speak('ko'), denied).explanation).toContain('서비스 제어 정책에서 명시적으로 거부')
  })

  it.each([
    [
      'identity-based',
      'explicitly denied in an identity-based policy',
      '자격 증명 기반 정책에서 명시적으로 거부',
    ],
    ['permissions boundary', 'explicitly denied in a permissions boundary,', '권한 경계에서 명시적으로 거부'],
    ['unheard-of', 'explicitly denied in an unheard-of policy', 'unheard-of 정책에서 명시적으로 거부'],
  ])('calls %s what AWS calls it', (policyType, en, ko) => {
    const denied = problem({ ...facts, policyType, message: 'with an explicit deny in it' })
    expect(problemWords(speak('en'), denied).explanation).toContain(en)
    expect(problemWords(speak('ko'), denied).explanation).toContain(ko)
  })

  it('says which kind of policy is missing, a boundary without calling it a policy', () => {
    const denied = problem({ ...facts, policyType: 'permissions boundary' })
    expect(problemWords(speak('en'), denied).explanation).toContain('No permissions boundary allows it')
  })

  it('falls back to the operation where AWS named nothing', () => {
    expect(problemWords(speak('en'), problem({ kind: 'denied' })).explanation).toBe(
      'This role may not perform ecs:DescribeServices. Ask for the permission, or use a stronger role.',
    )
  })
})

it('shows a fault of our own instead of hiding it', () => {
  const words = problemWords(speak('en'), new TypeError('x is undefined'))
  expect(words).toMatchObject({
    code: 'TypeError',
    raw: 'x is undefined',
    operation: 'Tidegate',
    final: false,
  })
})
