/** Functions of CloudFormation, which stand for values that only a template knows. */
import type { Json } from '../json.ts'
import { isObject } from '../schema/shape.ts'

/** True for `Ref`, `Fn::Sub` and the others alone in an object. */
export function isFunction(value: Json): boolean {
  const [name = '', ...others] = isObject(value) ? Object.keys(value) : []
  return others.length === 0 && /^(?:Ref|Fn::\w+)$/.test(name)
}

/** The value with a placeholder in the place of each function: rules then see that something is there, and not what. */
export function functionsAsHoles(value: Json): Json {
  if (Array.isArray(value)) return value.map(functionsAsHoles)
  if (!isObject(value)) return value
  // The same function gives the same placeholder: a mount point finds its volume again.
  if (isFunction(value)) return `\${${JSON.stringify(value).replaceAll(/[{}]/g, '')}}`
  return Object.fromEntries(
    Object.entries(value).map(([key, member]): [string, Json] => [key, functionsAsHoles(member)]),
  )
}
