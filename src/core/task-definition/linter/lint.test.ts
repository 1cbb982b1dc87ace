/** How findings about types and about rules stand together, and how fixes become one list of changes. */
import { assert, jsonValue, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonPath } from '../json.ts'
import type { LintContext } from './context.ts'
import { onEc2, onFargate } from './example.ts'
import type { Change, Finding } from './finding.ts'
import { applyChanges, safeFixes } from './fix.ts'
import { fixAllSafe, lint } from './lint.ts'

const idsOf = (value: Json) => lint(value).map(({ rule }) => rule)
const web = { name: 'web', image: 'nginx:1.27' }
const ref = (name: string) => ({ Ref: name })

describe('lint', () => {
  it.each<Json>([
    null,
    1,
    'text',
    [],
    {},
    { containerDefinitions: {} },
    { containerDefinitions: [null, 1, []] },
    { containerDefinitions: [{ environment: [null, 'x'] }] },
  ])('never throws: %j', (value) => {
    expect(lint(value)).not.toEqual([])
  })

  it('never throws, whatever the value', () => {
    assert(
      property(jsonValue(), (value) => {
        expect(lint(value as Json)).toEqual(expect.any(Array))
      }),
    )
  })

  it('tells a number in quotes once, and not as missing memory too', () => {
    const value = { family: 'shop', containerDefinitions: [{ ...web, memory: '256' }] }
    expect(idsOf(value)).toEqual(['wrong-type'])
  })

  it('writes the account and Region into fixes once they are known, and removes what a fix removes', () => {
    const environment = [{ name: 'DB_PASSWORD', value: 'correct-horse' }]
    const value = onFargate(
      { environment, secrets: [{ name: 'A', valueFrom: '/a' }] },
      { executionRoleArn: undefined },
    )
    const changesIn = (context: LintContext): Json[] =>
      lint(value as Json, context).flatMap(({ fix }) => (fix?.changes ?? []) as unknown as Json[])
    expect(JSON.stringify(changesIn({}))).toContain('arn:aws:iam::<ACCOUNT>:role/')
    const place = { account: '123456789012', region: 'eu-west-1' }
    const here = changesIn({ place })
    expect(JSON.stringify(here)).not.toMatch(/<ACCOUNT>|<REGION>/)
    expect(here).toContainEqual({
      path: ['executionRoleArn'],
      value: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    })
    expect(JSON.stringify(here)).toContain(
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:<DB_PASSWORD>',
    )
    expect(here).toContainEqual({ path: ['containerDefinitions', 0, 'environment'], value: undefined })
  })

  it('says nothing about what is missing beside something that cannot be read', () => {
    const value = { family: 'shop', containerDefinitions: [{ ...web, memory: 'lots' }] }
    expect(idsOf(value)).toEqual(['wrong-type'])
  })

  it('finds nothing but the type wrong with a function of CloudFormation, which stands for something', () => {
    const logConfiguration = {
      logDriver: 'awslogs',
      options: { 'awslogs-group': ref('Group'), 'awslogs-region': ref('R'), 'awslogs-stream-prefix': 'x' },
    }
    const value = {
      ...onFargate(),
      family: { 'Fn::Sub': '${AWS::StackName}-web' },
      executionRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
      networkMode: ref('Mode'),
      cpu: ref('Cpu'),
      volumes: [{ name: ref('Data'), efsVolumeConfiguration: { fileSystemId: ref('Files') } }],
      containerDefinitions: [
        {
          ...web,
          logConfiguration,
          portMappings: [{ containerPort: ref('Port') }],
          mountPoints: [{ sourceVolume: ref('Data'), containerPath: '/data' }],
          dependsOn: [{ containerName: ref('Side'), condition: 'HEALTHY' }],
        },
        { name: ref('Side'), image: ref('Image'), healthCheck: { command: ['CMD', '/healthy'] } },
      ],
    }
    expect(new Set(idsOf(value as unknown as Json))).toEqual(new Set(['wrong-type']))
    expect(JSON.stringify(lint(value as unknown as Json))).toContain('this is a function of CloudFormation')
  })

  it('sees through a misspelt name, and offers no fix below it that would not hold yet', () => {
    const value = {
      family: 'shop',
      containerDefinitions: [{ ...web, memory: 3, PortMappings: [{ containerPort: 22, hostPort: 22 }] }],
    }
    const found = lint(value)
    expect(found.map(({ rule }) => rule)).toEqual(['unknown-member', 'R0.memory-minimum', 'R1.5'])
    expect(found.map(({ fix }) => fix !== undefined)).toEqual([true, true, false])
  })

  it('says what was meant with valueFrom in environment instead of calling it unknown', () => {
    const valueFrom = 'arn:aws:ssm:eu-west-1:123456789012:parameter/db'
    const value = onFargate() as unknown as { containerDefinitions: Json[] } & { [key: string]: Json }
    const container = { ...web, environment: [{ name: 'DB', valueFrom }] }
    const [finding, ...others] = lint({ ...value, containerDefinitions: [container] })
    expect(others).toEqual([])
    expect(finding).toMatchObject({ rule: 'R0.value-from', fix: { safe: false } })
  })

  it('proposes the memory that the containers need, while the cpu is still to be filled in', () => {
    const value = onFargate({ memory: 600 }, { cpu: '<CPU>', memory: undefined })
    const found = lint(JSON.parse(JSON.stringify(value)) as Json)
    expect(found.map(({ rule }) => rule)).toEqual(['R5.memory', 'R7.placeholder'])
    expect(found[0]?.fix?.changes).toEqual([{ path: ['memory'], value: '1024' }])
  })

  it('proposes the smallest cpu, while the memory is still to be filled in', () => {
    const value = onFargate({}, { cpu: undefined, memory: '<MEMORY>' })
    const found = lint(JSON.parse(JSON.stringify(value)) as Json)
    expect(found.map(({ rule }) => rule)).toEqual(['R5.cpu', 'R7.placeholder'])
    expect(found[0]?.fix?.changes).toEqual([{ path: ['cpu'], value: '256' }])
  })

  it('tells the name of a container that is taken by a free one', () => {
    const value = onEc2({}, {}, { name: 'web-2' }, { name: 'web' })
    const [finding] = lint(value as unknown as Json)
    expect(finding?.fix?.changes).toEqual([{ path: ['containerDefinitions', 2, 'name'], value: 'web-3' }])
  })

  it('never repeats the value of a variable', () => {
    const canary = 'Zq8f3kLwX0vTn5RbYc7MdPgJ2hAsE9Ui'
    const environment = [
      { name: 'DB_PASSWORD', value: canary },
      { name: 'SALT', value: canary },
      { name: 'AWS_SECRET_ACCESS_KEY', value: canary },
    ]
    const found = lint(onEc2({ environment }) as unknown as Json)
    expect(found).toHaveLength(3)
    expect(JSON.stringify(found)).not.toContain(canary)
  })
})

describe('applyChanges', () => {
  const value: Json = { a: [1, { b: 2 }], c: 'd' }

  it.each<[string, Change[], Json]>([
    ['sets a member', [{ path: ['c'], value: 'e' }], { a: [1, { b: 2 }], c: 'e' }],
    ['adds a member', [{ path: ['a', 1, 'x'], value: null }], { a: [1, { b: 2, x: null }], c: 'd' }],
    ['removes a member', [{ path: ['c'], value: undefined }], { a: [1, { b: 2 }] }],
    ['removes an element', [{ path: ['a', 0], value: undefined }], { a: [{ b: 2 }], c: 'd' }],
    ['appends an element', [{ path: ['a', 2], value: 3 }], { a: [1, { b: 2 }, 3], c: 'd' }],
    ['renames in place', [{ path: ['a'], renameTo: 'z' }], { z: [1, { b: 2 }], c: 'd' }],
    ['replaces the whole', [{ path: [], value: [] }], []],
    ['removes the whole', [{ path: [], value: undefined }], null],
    ['renames no root', [{ path: [], renameTo: 'z' }], value],
    ['renames no element', [{ path: ['a', 0], renameTo: 'z' }], value],
    ['goes nowhere', [{ path: ['x', 'y'], value: 1 }], value],
    ['goes into no text', [{ path: ['c', 'y'], value: 1 }], value],
    ['goes into no text further', [{ path: ['c', 'y', 'z'], value: 1 }], value],
  ])('%s', (_, changes, expected) => {
    expect(applyChanges(value, changes)).toEqual(expected)
  })
})

const fixing = (...changes: Change[]): Finding => ({
  rule: 'x',
  severity: 'error',
  path: [],
  message: { text: { en: '', ko: '' } },
  fix: { title: { text: { en: '', ko: '' } }, safe: true, changes },
})
const remove = (...path: JsonPath) => fixing({ path, value: undefined })

describe('safeFixes', () => {
  it('leaves out what is not safe, and what has no fix', () => {
    const { fix, ...without } = fixing({ path: ['a'], value: 1 })
    const unsafe: Finding[] = fix ? [{ ...without, fix: { ...fix, safe: false } }] : []
    expect(unsafe).toHaveLength(1)
    expect(safeFixes([without, ...unsafe])).toEqual([])
  })

  it.each<[string, Finding[], Json, Json]>([
    ['two elements of a list', [remove('a', 0), remove('a', 1)], { a: [1, 2, 3] }, { a: [3] }],
    ['the same from behind', [remove('a', 1), remove('a', 0)], { a: [1, 2, 3] }, { a: [3] }],
    ['a place twice', [remove('a', 0), remove('a', 0)], { a: [1, 2] }, { a: [2] }],
    [
      'inside what was renamed',
      [fixing({ path: ['A'], renameTo: 'a' }), fixing({ path: ['A', 'b'], value: 1 })],
      { A: {} },
      { a: { b: 1 } },
    ],
    [
      'a member renamed twice',
      [fixing({ path: ['A'], renameTo: 'a' }), fixing({ path: ['A'], renameTo: 'b' })],
      { A: 1 },
      { a: 1 },
    ],
    ['inside what was removed', [remove('a'), remove('a', 'b')], { a: { b: 1 } }, {}],
    ['around what was changed', [remove('a', 'b'), remove('a')], { a: { b: 1 } }, { a: {} }],
    [
      'behind what was removed',
      [remove('a', 0), fixing({ path: ['a', 1, 'b'], value: 2 })],
      { a: [{}, {}] },
      { a: [{ b: 2 }] },
    ],
    [
      'before what was set',
      [fixing({ path: ['a', 0], value: 9 }), fixing({ path: ['a', 1], value: 8 })],
      { a: [1, 2] },
      { a: [9, 8] },
    ],
  ])('%s', (_, findings, value, expected) => {
    expect(applyChanges(value, safeFixes(findings))).toEqual(expected)
  })
})

describe('fixAllSafe', () => {
  it('goes on until nothing safe is left, over names, types and rules', () => {
    const { value } = fixAllSafe({
      family: 'shop',
      RequiresCompatibilities: ['fargate'],
      cpu: 256,
      memory: '512',
      containerDefinitions: [{ ...web, cpu: '128', PortMappings: [{ containerPort: '80', hostPort: 8080 }] }],
    })
    expect(value).toEqual({
      family: 'shop',
      requiresCompatibilities: ['FARGATE'],
      networkMode: 'awsvpc',
      cpu: '256',
      memory: '512',
      containerDefinitions: [{ ...web, cpu: 128, portMappings: [{ containerPort: 80 }] }],
    })
    expect(lint(value)).toEqual([])
  })
})
