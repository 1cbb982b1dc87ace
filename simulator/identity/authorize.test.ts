import { UpdateService$ } from '@aws-sdk/client-ecs'
import { GetCallerIdentity$ } from '@aws-sdk/client-sts'
import { describe, expect, it } from 'vitest'
import type { RoleDefinition } from '../control/control.ts'
import { applyRoles } from '../control/make-world.ts'
import { type Authorization, type ServiceModel, operation } from '../operation.ts'
import { createWorld, regionOf } from '../world/create.ts'
import type { PolicyStatement } from '../world/identity-tables.ts'
import { authorize } from './authorize.ts'
import { issueCognitoKeys, issueFreeKeys } from './furnish.ts'

const everything: PolicyStatement = { effect: 'Allow', actions: ['*'], resources: ['*'] }
const arn = (name: string) => `arn:aws:ecs:us-east-1:123456789012:service/shop/${name}`

interface Situation {
  /** Of the role viewer; absent: a world without policies. */
  viewer?: Partial<RoleDefinition>
  keys?: 'viewer' | 'stranger' | 'free' | 'none'
  asked?: Authorization
  service?: Partial<ServiceModel>
}

/** Asks whether UpdateService may go on. Gives the refusal as `code status: words`, or `allowed`. */
function verdict({ viewer, keys = 'viewer', asked = {}, service = {} }: Situation): string {
  const world = createWorld({ id: 'w', scenario: 'empty', seed: 1, now: 0 })
  if (viewer) applyRoles(world, { viewer: { statements: [], capabilities: [], ...viewer } })
  const grant = {
    roleArn: `arn:aws:iam::123456789012:role/tidegate-${keys}`,
    roleName: keys,
    identityId: 'i',
  }
  const caller = keys === 'free' ? issueFreeKeys(world) : issueCognitoKeys(world, grant)
  const model: ServiceModel = {
    name: 'ecs',
    signingName: 'ecs',
    iamPrefix: 'ecs',
    protocol: 'awsJson1_1',
    version: '',
    operations: [],
    ...service,
  }
  const call = {
    world,
    region: regionOf(world, 'us-east-1'),
    requestId: '',
    ...(keys === 'none' ? {} : { caller }),
  }
  const run = operation(
    model.name === 'sts' ? GetCallerIdentity$ : UpdateService$,
    () => ({}),
    () => asked,
  )
  try {
    authorize({ call, service: model, operation: run, input: {} })
    return 'allowed'
  } catch (error) {
    const { code, status, message } = error as { code: string; status: number; message: string }
    return `${code} ${status}: ${message.replace(/.* is not authorized to perform: /, '')}`
  }
}

const where = (region: string, cluster: string): PolicyStatement => ({
  ...everything,
  conditions: {
    StringEquals: { 'aws:RequestedRegion': [region] },
    ArnEquals: { 'ecs:cluster': [cluster] },
  },
})

const codeIn = (protocol: ServiceModel['protocol']) =>
  verdict({ viewer: {}, service: { protocol } }).split(':')[0]

describe('a call is allowed', () => {
  it('without policies, without keys, and with keys of no role', () => {
    expect(verdict({})).toBe('allowed')
    expect(verdict({ viewer: {}, keys: 'none' })).toBe('allowed')
    expect(verdict({ viewer: {}, keys: 'free' })).toBe('allowed')
  })

  it('when a statement allows every resource of it', () => {
    const statements = [{ ...everything, resources: [arn('*')] }]
    expect(verdict({ viewer: { statements }, asked: { resources: [arn('a'), arn('b')] } })).toBe('allowed')
  })

  it('to everybody who asks who he is', () => {
    expect(verdict({ viewer: {}, service: { name: 'sts' } })).toBe('allowed')
  })

  it("by the call's own condition keys and by those of every call", () => {
    const asked = { conditions: { 'ecs:cluster': ['arn:aws:ecs:us-east-1:1:cluster/shop'] } }
    const by = (statement: PolicyStatement) => verdict({ viewer: { statements: [statement] }, asked })
    expect(by(where('us-east-1', 'arn:aws:ecs:*:1:cluster/shop'))).toBe('allowed')
    expect(by(where('eu-west-1', 'arn:aws:ecs:*:1:cluster/shop'))).toMatch(/^AccessDenied/)
    expect(by(where('us-east-1', 'arn:aws:ecs:*:1:cluster/blog'))).toMatch(/^AccessDenied/)
  })
})

describe('a call is refused', () => {
  it('for want of a statement, with the first resource that none allows', () => {
    const statements = [{ ...everything, resources: [arn('a')] }]
    expect(verdict({ viewer: { statements }, asked: { resources: [arn('a'), arn('b')] } })).toBe(
      `AccessDeniedException 400: ecs:UpdateService on resource: ${arn('b')} because no identity-based policy allows the ecs:UpdateService action`,
    )
    expect(verdict({ viewer: {} })).toContain('on resource: * because no identity-based policy')
    expect(verdict({ viewer: {}, keys: 'stranger' })).toContain('because no identity-based policy')
  })

  it('by a deny', () => {
    const statements = [everything, { ...everything, effect: 'Deny' as const, actions: ['ecs:Update*'] }]
    expect(verdict({ viewer: { statements } })).toContain('with an explicit deny in an identity-based policy')
  })

  it('by the boundary, whatever the statements say', () => {
    const statements = [everything]
    const boundary = [{ ...everything, actions: ['ecs:List*'] }]
    expect(verdict({ viewer: { statements, boundary } })).toContain(
      'because no permissions boundary allows the ecs:UpdateService action',
    )
    const guarded = [everything, { ...everything, effect: 'Deny' as const }]
    expect(verdict({ viewer: { statements, boundary: guarded } })).toContain(
      'with an explicit deny in a permissions boundary',
    )
  })

  it("with each protocol's own code", () => {
    expect(codeIn('awsQuery')).toBe('AccessDenied 403')
    expect(codeIn('restXml')).toBe('AccessDenied 403')
    expect(codeIn('ec2Query')).toBe('UnauthorizedOperation 403')
  })
})

/** Lets some roles be passed to a service. */
const pass = (service: string): PolicyStatement => ({
  effect: 'Allow',
  actions: ['iam:PassRole'],
  resources: ['arn:aws:iam::123456789012:role/web-*'],
  conditions: { StringEquals: { 'iam:PassedToService': [service] } },
})

describe('what is asked along with a call', () => {
  const role = 'arn:aws:iam::123456789012:role/web-task'
  const asked: Authorization = {
    also: [
      {
        action: 'iam:PassRole',
        resource: role,
        conditions: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] },
      },
    ],
  }
  const update: PolicyStatement = { effect: 'Allow', actions: ['ecs:UpdateService'], resources: ['*'] }
  it('must be allowed by itself, and is named in the refusal', () => {
    expect(verdict({ viewer: { statements: [update, pass('ecs-tasks.amazonaws.com')] }, asked })).toBe(
      'allowed',
    )
    const refused = `AccessDeniedException 400: iam:PassRole on resource: ${role} because no identity-based policy allows the iam:PassRole action`
    expect(verdict({ viewer: { statements: [update] }, asked })).toBe(refused)
    expect(verdict({ viewer: { statements: [update, pass('lambda.amazonaws.com')] }, asked })).toBe(refused)
  })
})
