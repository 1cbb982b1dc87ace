/** Moves a variable from `environment` to `secrets`. */
import type { Json, JsonPath } from '../../json.ts'
import type { Change, Fix } from '../finding.ts'
import type { ContainerPart } from '../parts.ts'

interface Secret {
  name: string
  /** Where its value is. */
  valueFrom: string
}

/** What stands where a person must say which secret is meant. */
export function secretToName(name: string): string {
  return `arn:aws:secretsmanager:<REGION>:<ACCOUNT>:secret:<${name}>`
}

const title = { en: 'Move {name} to secrets', ko: '{name} 변수를 secrets로 이동' }

/**
 * Takes the variable at `index` out and appends `secret`, unless one of this name is there. Never safe: the secret must exist,
 * and the task execution role must be able to read it.
 */
export function toSecrets({ container, path }: ContainerPart, index: number, secret: Secret): Fix {
  const { environment = [], secrets = [] } = container
  const isKnown = secrets.some(({ name }) => name === secret.name)
  const isOnly = environment.length === 1
  return {
    title: { text: title, values: { name: secret.name } },
    safe: false,
    changes: [
      ...(isKnown ? [] : [addition(path, secrets.length, { ...secret })]),
      { path: [...path, 'environment', ...(isOnly ? [] : [index])], value: undefined },
    ],
  }
}

function addition(path: JsonPath, count: number, secret: Json): Change {
  return count === 0
    ? { path: [...path, 'secrets'], value: [secret] }
    : { path: [...path, 'secrets', count], value: secret }
}
