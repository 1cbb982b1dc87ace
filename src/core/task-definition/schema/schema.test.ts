import { describe, expect, it } from 'vitest'
import { fittingValue, sizeInUnits } from './fitting-value.ts'
import { isSameName, nearestName } from './nearest-name.ts'
import { definitionShape, shapeAt, structureNamed, structureOf } from './shape.ts'
import schema from './task-definition.schema.json'

interface Definition {
  markdownDescription?: string
  properties?: Record<string, Definition>
  required?: string[]
  additionalProperties?: boolean
}
const definitions = schema.definitions as unknown as Record<string, Definition>

describe('the JSON Schema', () => {
  it.each(Object.entries(definitions))('%s has the members of the shape', (name, definition) => {
    const { members, required } = structureNamed(name)
    expect(Object.keys(definition.properties ?? {})).toEqual(Object.keys(members))
    expect(definition.required ?? []).toEqual(required)
    expect(definition.additionalProperties).toBe(false)
  })

  it('documents nearly every member, in Markdown', () => {
    const members = Object.values(definitions).flatMap(({ properties = {} }) => Object.values(properties))
    const described = members.flatMap(({ markdownDescription }) => markdownDescription ?? [])
    expect(described.length / members.length).toBeGreaterThan(0.95)
    expect(described.filter((text) => /<\/?(?:p|code|a|li|ul|note|i|b)\b/.test(text))).toEqual([])
  })

  it('says at the top what a whole definition is', () => {
    expect(schema.required).toEqual(['family', 'containerDefinitions'])
    expect(schema.properties.containerDefinitions.items).toEqual({
      $ref: '#/definitions/ContainerDefinition',
    })
  })
})

describe('shapes', () => {
  it('knows the shape of a place', () => {
    expect(shapeAt([])).toBe(definitionShape)
    expect(shapeAt(['containerDefinitions', 3, 'memory'])).toBe('integer')
    expect(shapeAt(['cpu'])).toBe('string')
    expect(shapeAt(['containerDefinitions', 0, 'dockerLabels', 'any key'])).toBe('string')
    expect(shapeAt(['containerDefinitions', 0, 'portMappings', 0, 'protocol'])).toEqual({
      enum: ['tcp', 'udp'],
    })
    expect(shapeAt(['containerDefinitions', 0, 'environmentFiles', 0, 'type'])).toEqual({ enum: ['s3'] })
    expect(structureOf(shapeAt(['volumes', 0]) ?? 'string')?.required).toEqual([])
  })

  it('knows none where there can be none', () => {
    for (const path of [
      ['nothing'],
      ['family', 0],
      ['containerDefinitions', 'name'],
      ['volumes', 0, 'toString'],
    ])
      expect(shapeAt(path)).toBeUndefined()
  })
})

describe('the nearest name', () => {
  const known = ['image', 'name', 'links', 'environment', 'environmentFiles', 'cpu', 'containerDefinitions']

  it.each([
    ['Image', 'image'],
    ['container_definitions', 'containerDefinitions'],
    ['enviroment', 'environment'],
    ['iamge', 'image'],
    ['conatinerDefinition', 'containerDefinitions'],
    ['link', 'links'],
    ['cpus', 'cpu'],
  ])('of %s is %s', (written, name) => {
    expect(nearestName(written, known)).toBe(name)
  })

  it('is none where nothing is near', () => {
    for (const written of ['', 'x', 'gpu2', 'memory', 'inferenceDevices'])
      expect(nearestName(written, known)).toBeUndefined()
    expect(nearestName('nams', ['name', 'nims'])).toBeUndefined()
  })

  it('is the same but for case and separators', () => {
    expect(isSameName('fileSystemId', 'FilesystemId')).toBe(true)
    expect(isSameName('cpu', 'cpus')).toBe(false)
  })
})

describe('values that fit', () => {
  it.each([
    ['256', 'integer', 256],
    ['-1', 'integer', -1],
    ['12.00', 'integer', 12],
    ['12.5', 'integer', undefined],
    ['', 'integer', undefined],
    ['99999999999999999999', 'integer', undefined],
    [true, 'integer', undefined],
    [8080, 'string', '8080'],
    [false, 'string', 'false'],
    ['x', 'string', undefined],
    [null, 'string', undefined],
    ['False', 'boolean', false],
    ['yes', 'boolean', undefined],
    [1, 'boolean', undefined],
  ] as const)('%j as %s is %j', (value, shape, fitting) => {
    expect(fittingValue(value, shape, ['containerDefinitions', 0, 'healthCheck', 'retries'])).toBe(fitting)
  })

  it.each([
    ['1 vCPU', ['cpu'], 1024],
    ['.25vcpu', ['cpu'], 256],
    ['2 GB', ['memory'], 2048],
    ['512 MiB', ['containerDefinitions', 0, 'memoryReservation'], 512],
    ['1 GiB', ['containerDefinitions', 0, 'memory'], 1024],
    ['256', ['cpu'], undefined],
    ['2 GB', ['cpu'], undefined],
    ['2 GB', ['containerDefinitions', 0, 'linuxParameters', 'maxSwap'], undefined],
    ['much', ['memory'], undefined],
  ])('%s at %j is %s', (text, path, size) => {
    expect(sizeInUnits(text, path)).toBe(size)
  })
})
