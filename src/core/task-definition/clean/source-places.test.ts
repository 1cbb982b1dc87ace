import { expect, it } from 'vitest'
import { sourcePlaces } from './source-places.ts'

const memory = ['containerDefinitions', 0, 'memory']

it.each([
  ['a definition', '{\n"containerDefinitions": [{\n"memory": 1 }] }', 3],
  ['an answer of AWS', '{ "taskDefinition":\n{ "containerDefinitions": [\n{\n"memory": 1 }] } }', 4],
  ['a list of one', '[\n{ "containerDefinitions": [{ "memory": 1 }] }]', 2],
  ['a list of containers', '[\n{ "name": "a",\n"memory": 1 }]', 3],
  ['a resource', '{ "Properties": {\n"ContainerDefinitions": [{\n\n"Memory": 1 }] } }', 4],
  [
    'a template',
    '{ "Resources": { "A": { "Properties": { "ContainerDefinitions": [{ "Memory": 1 }] } },\n"B": { "Type": "AWS::ECS::TaskDefinition", "Properties": {\n"ContainerDefinitions": [{ "Memory": 1 }] } } } }',
    3,
  ],
  ['what needs a comma', '{ "family": "web"\n"containerDefinitions": [{\n"memory": 1 }] }', 3],
  ['what has placeholders', '{ "cpu": {{CPU}},\n"containerDefinitions": [{\n"memory": <MEMORY> }] }', 3],
])('finds a member in %s', (_, text, line) => {
  expect(sourcePlaces(text)(memory)).toMatchObject({ line })
})

it('spans a member with its key, and of what is missing finds the object that lacks it', () => {
  const placeOf = sourcePlaces('{ "containerDefinitions": [\n  { "memory": 128 }\n] }')
  expect(placeOf(memory)).toEqual({ line: 2, column: 5, endLine: 2, endColumn: 18 })
  expect(placeOf(['containerDefinitions', 0, 'image'])).toEqual({
    line: 2,
    column: 3,
    endLine: 2,
    endColumn: 4,
  })
  expect(placeOf(['family'])).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 2 })
})

it('knows no places in what is no JSON', () => {
  expect(sourcePlaces('family: web')(['family'])).toBeUndefined()
})
