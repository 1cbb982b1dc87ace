import { describe, expect, it } from 'vitest'
import type { Definition } from '../../../core/task-definition/definition.ts'
import type { Json } from '../../../core/task-definition/json.ts'
import type { Change } from '../../../core/task-definition/linter/finding.ts'
import { applyEdits, editsFor, readText } from '../../../core/task-definition/text.ts'
import {
  addContainer,
  addDependency,
  addEnvironment,
  addVolume,
  append,
  removeAt,
  removeContainer,
  removeDependency,
  removeVolume,
  renameContainer,
  setNumber,
  setText,
  setWords,
} from './edits.ts'

const definition: Definition = {
  family: 'web',
  containerDefinitions: [
    { name: 'app', image: 'app', dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }], links: ['db'] },
    { name: 'db', image: 'db', mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] },
    {
      name: 'log',
      image: 'log',
      volumesFrom: [{ sourceContainer: 'db' }],
      dependsOn: [{ containerName: 'app' }, { containerName: 'db' }],
    },
  ],
  volumes: [{ name: 'data', host: {} }],
}

/** The value after the changes were made in its text. */
function after(changes: readonly Change[] | undefined, before: Definition = definition): Definition {
  const text = JSON.stringify(before, null, 2)
  return readText(applyEdits(text, editsFor(text, changes ?? []))).value as Definition
}

describe('gestures in the picture', () => {
  it('an empty field takes its member away', () => {
    expect(after(setText(['family'], 'api')).family).toBe('api')
    expect(after(setText(['family'], ' '))).not.toHaveProperty('family')
    expect(setNumber(['x'], '12')).toEqual([{ path: ['x'], value: 12 }])
    expect(setNumber(['x'], '')).toEqual([{ path: ['x'], value: undefined }])
    expect(setNumber(['x'], '1.5')).toBeUndefined()
    expect(setWords(['c'], 'sh\n-c\n\n')).toEqual([{ path: ['c'], value: ['sh', '-c'] }])
    expect(setWords(['c'], '')).toEqual([{ path: ['c'], value: undefined }])
  })

  it('lists begin with their first element and go with their last', () => {
    const element: Json = { name: 'x' }
    expect(append(['v'], undefined, element)).toEqual([{ path: ['v'], value: [element] }])
    expect(append(['v'], [1], element)).toEqual([{ path: ['v', 1], value: element }])
    expect(removeAt(['v'], [1, 2], 0)).toEqual([{ path: ['v', 0], value: undefined }])
    expect(removeAt(['v'], [1], 0)).toEqual([{ path: ['v'], value: undefined }])
  })

  it('new things get names of their own', () => {
    expect(after(addContainer({}), {}).containerDefinitions?.[0]).toMatchObject({
      name: 'container',
      essential: true,
    })
    const twice = after(addContainer(after(addContainer(definition))), after(addContainer(definition)))
    expect(twice.containerDefinitions?.map(({ name }) => name)).toEqual([
      'app',
      'db',
      'log',
      'container',
      'container-2',
    ])
    expect(after(addVolume(definition)).volumes?.[1]).toEqual({ name: 'volume' })
    expect(addEnvironment({ environment: [{ name: 'NAME' }] }, ['c'])).toEqual([
      { path: ['c', 'environment', 1], value: { name: 'NAME-2', value: '' } },
    ])
  })

  it('a container that goes takes what pointed at it along', () => {
    const left = after(removeContainer(definition, 1))
    expect(left.containerDefinitions).toEqual([
      { name: 'app', image: 'app' },
      { name: 'log', image: 'log', dependsOn: [{ containerName: 'app' }] },
    ])
  })

  it('a container that is renamed keeps what points at it', () => {
    const renamed = after(renameContainer(definition, 1, 'mariadb'))
    expect(JSON.stringify(renamed)).not.toContain('"db"}')
    expect(renamed.containerDefinitions?.[0]).toMatchObject({
      dependsOn: [{ containerName: 'mariadb', condition: 'HEALTHY' }],
      links: ['mariadb'],
    })
    expect(renamed.containerDefinitions?.[2]?.volumesFrom).toEqual([{ sourceContainer: 'mariadb' }])
    expect(renameContainer({ containerDefinitions: [{}] }, 0, 'x')).toHaveLength(1)
  })

  it('arrows are dependencies', () => {
    expect(after(addDependency(definition, 'db', 'log')).containerDefinitions?.[1]?.dependsOn).toEqual([
      { containerName: 'log', condition: 'START' },
    ])
    expect(addDependency(definition, 'app', 'db')).toEqual([])
    expect(addDependency(definition, 'app', 'app')).toEqual([])
    expect(addDependency(definition, 'gone', 'app')).toEqual([])
    expect(after(removeDependency(definition, 'log', 'app')).containerDefinitions?.[2]?.dependsOn).toEqual([
      { containerName: 'db' },
    ])
  })

  it('a volume that goes takes its mounts along', () => {
    const left = after(removeVolume(definition, 0))
    expect(left).not.toHaveProperty('volumes')
    expect(left.containerDefinitions?.[1]).toEqual({ name: 'db', image: 'db' })
  })
})
