import { expect, it } from 'vitest'
import { roleNameOf, trustedServices } from './role.ts'

const policy = (Statement: unknown): string => JSON.stringify({ Version: '2012-10-17', Statement })
const allow = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ecs-tasks.amazonaws.com' } }

it.each([
  [policy(allow), ['ecs-tasks.amazonaws.com']],
  [
    policy([allow, { ...allow, Principal: { Service: ['a', 'ecs-tasks.amazonaws.com'] } }]),
    ['ecs-tasks.amazonaws.com', 'a'],
  ],
  [policy([{ ...allow, Action: ['sts:TagSession', 'sts:AssumeRole'] }]), ['ecs-tasks.amazonaws.com']],
  [policy([{ ...allow, Effect: 'Deny' }]), []],
  [policy([{ ...allow, Action: 'sts:TagSession' }]), []],
  [policy([{ ...allow, Principal: { AWS: 'arn' } }, { ...allow, Principal: '*' }, {}]), []],
  [policy(undefined), []],
  ['no policy', []],
])('who %s trusts', (text, expected) => {
  expect(trustedServices(text)).toEqual(expected)
})

it('the name of a role stands after its path', () => {
  expect(roleNameOf('arn:aws:iam::1:role/service-role/a')).toBe('a')
})
