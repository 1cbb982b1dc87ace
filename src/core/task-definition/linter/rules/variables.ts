/** The plain variables of all containers, with their places. */
import type { Definition } from '../../definition.ts'
import type { JsonPath } from '../../json.ts'
import { type ContainerPart, containersOf } from '../parts.ts'

export interface Variable {
  variable: string
  value: string
  /** Its place in `environment`. */
  at: number
  /** Of the value. */
  valuePath: JsonPath
  part: ContainerPart
}

export function variablesOf(definition: Definition): Variable[] {
  return containersOf(definition).flatMap((part) =>
    (part.container.environment ?? []).map(({ name = '', value = '' }, at) => ({
      variable: name,
      value,
      at,
      valuePath: [...part.path, 'environment', at, 'value'],
      part,
    })),
  )
}

/** Keys of AWS by their names and forms: an id, a secret of forty characters, or a session's token. */
export function isAwsKey({ variable, value }: Variable): boolean {
  if (/\b(AKIA|ASIA)[A-Z0-9]{16}\b/.test(value)) return true
  return (
    value !== '' && /(^|_)AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SECRET_KEY|SESSION_TOKEN)$/i.test(variable)
  )
}
