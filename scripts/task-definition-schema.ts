/**
 * `npm run schema`: writes what RegisterTaskDefinition takes, as the installed SDK has it: the slim shape that the linter
 * walks, and the JSON Schema with AWS's documentation that the editor shows. With `--check` it writes nothing and fails when they are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { RegisterTaskDefinition$ } from '@aws-sdk/client-ecs'
import { createGenerator, type Schema } from 'ts-json-schema-generator'
import { operationShapes, type Shape as SdkShape, type StructureShape } from '../simulator/protocol/schema.ts'
import type { Shape, Shapes } from '../src/core/task-definition/schema/shape.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'

const folder = 'src/core/task-definition/schema'
const sdk = 'node_modules/@aws-sdk/client-ecs'

type Definitions = Record<string, Schema>

/** From the SDK's types: documentation and enumerations, which its runtime schema lacks. */
function typesOfSdk(root: string): Definitions {
  const generator = createGenerator({
    path: `${sdk}/dist-types/models/models_1.d.ts`,
    type: root,
    skipTypeCheck: true,
    additionalProperties: false,
  })
  return generator.createSchema(root).definitions as Definitions
}

/** Every structure that a request can hold, by its name. */
function shapesOf(root: StructureShape, types: Definitions): Shapes['structures'] {
  const found: Shapes['structures'] = {}
  const shapeOf = (shape: SdkShape, type: Schema | undefined): Shape => {
    if (shape.kind === 'structure') {
      visit(shape)
      return { structure: shape.name }
    }
    if (shape.kind === 'list') return { list: shapeOf(shape.item.shape, type?.items as Schema | undefined) }
    if (shape.kind === 'map') return { map: shapeOf(shape.value.shape, undefined) }
    if (shape.kind === 'boolean') return 'boolean'
    // No member of RegisterTaskDefinition is a floating point number: in AWS's model all are Integer or BoxedInteger.
    if (shape.kind === 'number') return 'integer'
    // Of one value alone, the type is that value.
    const { enum: values, const: only } = (resolve(type, types) ?? {}) as { enum?: string[]; const?: string }
    if (only !== undefined) return { enum: [only] }
    return values ? { enum: values } : 'string'
  }
  const visit = (structure: StructureShape): void => {
    if (found[structure.name]) return
    const entry: Shapes['structures'][string] = { required: [], members: {} }
    found[structure.name] = entry
    for (const { name, required, shape } of structure.members) {
      if (required) entry.required.push(name)
      entry.members[name] = shapeOf(shape, types[structure.name]?.properties?.[name] as Schema | undefined)
    }
  }
  visit(root)
  return found
}

function resolve(type: Schema | undefined, types: Definitions): Schema | undefined {
  const name = type?.$ref?.replace('#/definitions/', '')
  return name === undefined ? type : types[decodeURIComponent(name)]
}

/** The JSON Schema, from the shape (what is true) and the types (what is said about it). */
function schemaOf({ root, structures }: Shapes, types: Definitions): Schema {
  const typeOf = (shape: Shape): Schema => {
    if (typeof shape === 'string') return { type: shape }
    if ('enum' in shape) return { type: 'string', enum: shape.enum }
    if ('list' in shape) return { type: 'array', items: typeOf(shape.list) }
    if ('map' in shape) return { type: 'object', additionalProperties: typeOf(shape.map) }
    return { $ref: `#/definitions/${shape.structure}` }
  }
  const definitions = Object.fromEntries(
    Object.entries(structures).map(([name, { required, members }]) => [
      name,
      {
        type: 'object',
        ...said(types[name]),
        properties: Object.fromEntries(
          Object.entries(members).map(([member, shape]) => [
            member,
            { ...typeOf(shape), ...said(types[name]?.properties?.[member] as Schema | undefined) },
          ]),
        ),
        ...(required.length > 0 ? { required } : {}),
        additionalProperties: false,
      },
    ]),
  )
  // A copy of the root stands at the top: beside a $ref no other word would count.
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: root,
    ...definitions[root],
    definitions,
  } as Schema
}

/** The words of VS Code's and Monaco's JSON language. */
function said(type: Schema | undefined): Record<string, unknown> {
  const { description, deprecated } = (type ?? {}) as { description?: string; deprecated?: string | boolean }
  return {
    ...(description ? { markdownDescription: htmlToMarkdown(description) } : {}),
    ...(typeof deprecated === 'string' ? { deprecationMessage: htmlToMarkdown(deprecated) } : {}),
  }
}

function main(check: boolean): number {
  const { version } = JSON.parse(readFileSync(`${sdk}/package.json`, 'utf8')) as { version: string }
  const root = operationShapes(RegisterTaskDefinition$).input
  const types = typesOfSdk(root.name)
  const shapes: Shapes = { sdk: version, root: root.name, structures: shapesOf(root, types) }
  const files = { 'shapes.json': shapes, 'task-definition.schema.json': schemaOf(shapes, types) }
  const stale = Object.entries(files).filter(([name, content]) => {
    const text = `${JSON.stringify(content, null, 1)}\n`
    const path = `${folder}/${name}`
    if (check) return readFileSync(path, 'utf8') !== text
    writeFileSync(path, text)
    return false
  })
  for (const [name] of stale) console.error(`${folder}/${name} is stale: npm run schema`)
  if (stale.length === 0)
    console.log(`${Object.keys(shapes.structures).length} structures of client-ecs ${version}`)
  return stale.length > 0 ? 1 : 0
}

process.exitCode = main(process.argv.includes('--check'))
