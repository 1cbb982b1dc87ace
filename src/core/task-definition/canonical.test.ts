import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, isSame } from './canonical.ts'
import type { ContainerDefinition, Definition } from './definition.ts'
import { definitions } from './testing/definitions.ts'

const of = (container: ContainerDefinition, rest: Definition = {}): Definition => ({
  family: 'web',
  containerDefinitions: [{ name: 'web', image: 'nginx', ...container }],
  ...rest,
})

function hasOneOfEachName(list: readonly { name?: string }[] = []): boolean {
  return new Set(list.map(({ name }) => name)).size === list.length
}

describe('canonical', () => {
  it.each<[string, Definition, Definition]>([
    ['1 vCPU is 1024 units', { cpu: '1 vCPU' }, { cpu: '1024' }],
    ['a quarter of a vCPU', { cpu: '.25 vCPU' }, { cpu: '256' }],
    ['2 GB are 2048 MiB', { memory: '2 GB' }, { memory: '2048' }],
    ['0.5GB are 512 MiB', { memory: '0.5GB' }, { memory: '512' }],
    [
      'the order of variables',
      of({ environment: [{ name: 'B' }, { name: 'A' }] }),
      of({ environment: [{ name: 'A' }, { name: 'B' }] }),
    ],
    ['an essential container says so or not', of({ essential: true }), of({})],
    ['no CPU and CPU 0', of({ cpu: 0 }), of({})],
    [
      'TCP is the protocol',
      of({ portMappings: [{ containerPort: 80, protocol: 'tcp' }] }),
      of({ portMappings: [{ containerPort: 80 }] }),
    ],
    [
      'dynamic ports',
      of({ portMappings: [{ containerPort: 80, hostPort: 0 }] }),
      of({ portMappings: [{ containerPort: 80 }] }),
    ],
    [
      'with awsvpc the host port is the container port',
      of({ portMappings: [{ containerPort: 80 }] }, { networkMode: 'awsvpc' }),
      of({ portMappings: [{ containerPort: 80, hostPort: 80 }] }, { networkMode: 'awsvpc' }),
    ],
    ['a name alone is an empty folder', { volumes: [{ name: 'a', host: {} }] }, { volumes: [{ name: 'a' }] }],
    ['bridge is the default', of({}, { networkMode: 'bridge' }), of({})],
    [
      'what describe adds',
      of({ mountPoints: [], volumesFrom: [], environment: [], systemControls: [] }),
      of({}),
    ],
    [
      'the defaults of a health check',
      of({ healthCheck: { command: ['CMD', 'a'], interval: 30, timeout: 5, retries: 3 } }),
      of({ healthCheck: { command: ['CMD', 'a'] } }),
    ],
    ['the tag of an operation', { tags: [{ key: 'tidegate-op', value: 'x' }] }, {}],
    ['no and absent', of({ privileged: false }), of({})],
  ])('%s', (_, one, other) => {
    expect(canonical(one)).toEqual(canonical(other))
    expect(isSame(one, other)).toBe(true)
  })

  it.each<[string, Definition, Definition]>([
    ['the order of a command', of({ command: ['a', 'b'] }), of({ command: ['b', 'a'] })],
    [
      'the last of two equal names counts',
      of({
        environment: [
          { name: 'A', value: '1' },
          { name: 'A', value: '2' },
        ],
      }),
      of({
        environment: [
          { name: 'A', value: '2' },
          { name: 'A', value: '1' },
        ],
      }),
    ],
    [
      'the first of the files wins',
      of({ environmentFiles: [{ value: 'a' }, { value: 'b' }] }),
      of({ environmentFiles: [{ value: 'b' }, { value: 'a' }] }),
    ],
    ['not essential', of({ essential: false }), of({})],
    [
      'a static port',
      of({ portMappings: [{ containerPort: 80, hostPort: 80 }] }),
      of({ portMappings: [{ containerPort: 80 }] }),
    ],
    [
      'an empty value is a value',
      of({ environment: [{ name: 'A', value: '' }] }),
      of({ environment: [{ name: 'A' }] }),
    ],
    ['an empty command may override the image', of({ command: [] }), of({})],
    ['a restart policy that is off is written', of({ restartPolicy: { enabled: false } }), of({})],
    [
      'bridge on Windows is refused',
      { networkMode: 'bridge', runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
      { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
    ],
  ])('keeps apart: %s', (_, one, other) => {
    expect(isSame(one, other)).toBe(false)
  })

  it('drops nulls, as describe output has them', () => {
    const described = JSON.parse(
      '{"family":"a","taskRoleArn":null,"containerDefinitions":[{"name":"a","command":null}]}',
    )
    expect(canonical(described)).toEqual({ family: 'a', containerDefinitions: [{ name: 'a' }] })
  })

  it('is idempotent, and the order of lists that are sets does not matter', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const once = canonical(definition)
        expect(JSON.stringify(canonical(once))).toBe(JSON.stringify(once))
        // Of two that have one name, the order says which counts.
        fc.pre(hasOneOfEachName(definition.containerDefinitions) && hasOneOfEachName(definition.volumes))
        const turned = {
          ...definition,
          containerDefinitions: definition.containerDefinitions?.toReversed(),
          volumes: definition.volumes?.toReversed(),
        }
        expect(isSame(definition, turned)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})
