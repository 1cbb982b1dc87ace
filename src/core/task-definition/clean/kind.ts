/** Tells by its members what a value is. */
import type { Json } from '../json.ts'
import { isObject, structureOf, definitionShape } from '../schema/shape.ts'
import { isSameName } from '../schema/nearest-name.ts'
import type { PastedKind } from './cleaned.ts'

type KnownKind = Exclude<PastedKind, 'arn' | 'unreadable'>

/** What nothing else is, is taken for a definition: the linter then says what is wrong with it. */
export function kindOf(value: Json): KnownKind {
  if (Array.isArray(value)) return kindOfList(value)
  if (!isObject(value)) return 'definition'
  if (has(value, 'AWSEBDockerrunVersion')) return 'dockerrun'
  if (isTemplate(value)) return 'cloudformation'
  if (typeof value['ImageURI'] === 'string' && !isDefinition(value)) return 'image-definitions'
  if (has(value, 'task_definition') || has(value, 'run_params')) return 'ecs-params'
  if (isCompose(value)) return 'compose'
  return isContainer(value) ? 'container-definitions' : 'definition'
}

function kindOfList(list: readonly Json[]): KnownKind {
  const objects = list.filter(isObject)
  if (objects.length === 0) return 'definition'
  if (objects.some((each) => has(each, 'imageUri'))) return 'image-definitions'
  if (objects.length === 1 && !isContainer(objects[0])) return 'definition'
  return objects.every(isContainer) ? 'container-definitions' : 'definition'
}

/** The first version of its files had the services at the top. */
function isCompose(value: { [key: string]: Json }): boolean {
  if (isDefinition(value)) return false
  if (isObject(value['services'])) return true
  const services = Object.values(value)
  return (
    services.length > 0 &&
    services.every((each) => isObject(each) && (has(each, 'image') || has(each, 'build')))
  )
}

/** A template, or one resource of it. */
function isTemplate(value: { [key: string]: Json }): boolean {
  return (
    has(value, 'AWSTemplateFormatVersion') ||
    isObject(value['Resources']) ||
    value['Type'] === 'AWS::ECS::TaskDefinition'
  )
}

/** It has members that only a whole definition has, in any spelling. */
export function isDefinition(value: Json | undefined): boolean {
  return hasAny(value, ['containerDefinitions', 'family', 'taskDefinition', 'requiresCompatibilities'])
}

/** It names an image, and is not a whole definition. */
function isContainer(value: Json | undefined): boolean {
  return hasAny(value, ['image']) && !isDefinition(value)
}

function hasAny(value: Json | undefined, names: readonly string[]): boolean {
  return isObject(value) && Object.keys(value).some((key) => names.some((name) => isSameName(name, key)))
}

function has(value: { [key: string]: Json }, key: string): boolean {
  return Object.hasOwn(value, key)
}

/** True when a YAML text says something that is meant for ECS, and not just any words with a colon. */
export function isMeantForEcs(value: Json): boolean {
  if (kindOf(value) !== 'definition') return true
  const members = structureOf(definitionShape)?.members ?? {}
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value
  return isDefinition(one) || hasAny(one, Object.keys(members))
}
