/** Takes the definition out of what it came in: a list of one, an answer of DescribeTaskDefinition, a CloudFormation template. */
import type { Node } from 'jsonc-parser'
import type { Message } from '../../../i18n/text.ts'
import { applyEdits } from '../edits/text-edit.ts'
import { editsFor } from '../edits/edits-for.ts'
import type { Json } from '../json.ts'
import { isSameName } from '../schema/nearest-name.ts'
import { isObject } from '../schema/shape.ts'
import { type ReadText, readText } from '../text.ts'
import { keyOf, nodeAt } from '../tree.ts'
import type { CleanStep } from './cleaned.ts'
import { isDefinition } from './kind.ts'
import { takeOut, wrap } from './take-out.ts'
import { refusals, words } from './words.ts'

export interface Unwrapped {
  text: string
  steps: CleanStep[]
  /** It came in an answer of AWS. */
  isAnswer: boolean
  /** Why nothing could be taken out. */
  refusal?: { message: Message; path: string[] }
}

/** Nothing is changed in what is no definition. */
export function unwrap(text: string): Unwrapped {
  const read = readText(text)
  const once = unwrapOnce(text, read)
  if (!once) return { text, steps: [], isAnswer: false }
  if (once.refusal) return once
  const within = unwrap(once.text)
  return {
    ...within,
    steps: [...once.steps, ...within.steps],
    isAnswer: once.isAnswer || within.isAnswer,
  }
}

function unwrapOnce(text: string, { tree, value }: ReadText): Unwrapped | undefined {
  if (!tree || value === undefined) return undefined
  if (Array.isArray(value)) return unwrapList(text, tree, value)
  if (!isObject(value)) return undefined
  const key = Object.keys(value).find((each) => isSameName('taskDefinition', each) && isObject(value[each]))
  if (key !== undefined && !isDefinition(without(value, key))) return unwrapAnswer(text, tree, value, key)
  if (value['Type'] === 'AWS::ECS::TaskDefinition' && isObject(value['Properties']))
    return unwrapResource(text, tree, value)
  if (isObject(value['Resources'])) return unwrapTemplate(text, tree, value['Resources'])
  if (!isDefinition(value) && isContainer(value)) return unwrapContainers(text, tree, true)
  return undefined
}

function unwrapList(text: string, tree: Node, list: readonly Json[]): Unwrapped | undefined {
  const [first] = list
  const node = tree.children?.[0]
  if (list.length === 1 && node && isObject(first) && !isContainer(first))
    return {
      text: takeOut(text, node),
      steps: [{ id: 'list-of-one', message: { text: words.listOfOne } }],
      isAnswer: false,
    }
  return list.length > 0 && list.every(isContainer) ? unwrapContainers(text, tree, false) : undefined
}

function unwrapContainers(text: string, tree: Node, isElement: boolean): Unwrapped {
  return {
    text: wrap(text, tree, 'containerDefinitions', isElement),
    steps: [{ id: 'containers', message: { text: words.containers } }],
    isAnswer: false,
  }
}

/** RegisterTaskDefinition takes the tags, which DescribeTaskDefinition answers beside the definition. */
function unwrapAnswer(
  text: string,
  tree: Node,
  value: { [key: string]: Json },
  key: string,
): Unwrapped | undefined {
  const node = nodeAt(tree, [key])
  const inner = value[key]
  if (!node || !isObject(inner)) return undefined
  const tags = value['tags'] ?? null
  const isMoved = Array.isArray(tags) && tags.length > 0 && !Object.hasOwn(inner, 'tags')
  const taken = takeOut(text, node)
  const isSaid = (each: string): boolean => each === 'tags' && (isMoved || isNothing(tags))
  const left = Object.keys(value).filter((each) => each !== key && !isSaid(each))
  return {
    text: isMoved ? applyEdits(taken, editsFor(taken, [{ path: ['tags'], value: tags }])) : taken,
    steps: [
      { id: 'wrapped', message: { text: words.wrapped } },
      ...(isMoved ? [{ id: 'tags-moved', message: { text: words.tagsMoved }, path: ['tags'] }] : []),
      ...left.map(sibling),
    ],
    isAnswer: true,
  }
}

function unwrapResource(text: string, tree: Node, value: { [key: string]: Json }): Unwrapped | undefined {
  const node = nodeAt(tree, ['Properties'])
  return (
    node && {
      text: takeOut(text, node),
      steps: [
        { id: 'resource', message: { text: words.resource } },
        ...Object.keys(value)
          .filter((key) => key !== 'Properties' && key !== 'Type')
          .map(sibling),
      ],
      isAnswer: false,
    }
  )
}

function unwrapTemplate(text: string, tree: Node, resources: { [key: string]: Json }): Unwrapped | undefined {
  const names = Object.entries(resources).flatMap(([name, resource]) =>
    isObject(resource) && resource['Type'] === 'AWS::ECS::TaskDefinition' ? [name] : [],
  )
  const [name = ''] = names
  const node = nodeAt(tree, ['Resources', name])
  if (names.length !== 1 || !node) {
    const message =
      names.length === 0
        ? { text: refusals.noDefinition }
        : { text: refusals.manyDefinitions, values: { count: names.length, names: names.join(', ') } }
    return { text, steps: [], isAnswer: false, refusal: { message, path: ['Resources'] } }
  }
  const others = [
    ...(tree.children ?? []).map(keyOf).filter((key) => key !== 'Resources'),
    ...Object.keys(resources).filter((key) => key !== name),
  ]
  return {
    text: takeOut(text, node),
    steps: [
      { id: 'template', message: { text: words.template, values: { resource: name } } },
      ...others.map(sibling),
    ],
    isAnswer: false,
  }
}

function sibling(key: string): CleanStep {
  return { id: 'sibling', message: { text: words.sibling, values: { key } }, path: [key] }
}

function isContainer(value: Json): boolean {
  return isObject(value) && Object.keys(value).some((key) => isSameName('image', key))
}

function isNothing(value: Json): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

function without(value: { [key: string]: Json }, key: string): Json {
  const { [key]: _left, ...others } = value
  return others
}
