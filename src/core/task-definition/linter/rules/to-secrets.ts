/** Moves a variable from `environment` to `secrets`. */
import type { ContainerDefinition } from '../../definition.ts'
import type { Json, JsonPath } from '../../json.ts'
import type { Change, Fix } from '../finding.ts'

/** What stands where a person must say which secret is meant. */
export function secretToName(name: string): string {
  return `arn:aws:secretsmanager:<REGION>:<ACCOUNT>:secret:<${name}>`
}

const title = { en: 'Move {name} to secrets', ko: '{name} 변수를 secrets로 이동' }

/**
 * Takes the variable at `index` out and appends it to `secrets`. `valueFrom`: where its value is. Never safe: the secret must
 * exist, and the task execution role must be able to read it.
 */
export function toSecrets(
  container: ContainerDefinition,
  path: JsonPath,
  index: number,
  valueFrom: string,
): Fix {
  const { environment = [], secrets = [] } = container
  const name = environment[index]?.name ?? ''
  const known = secrets.some((secret) => secret.name === name)
  return {
    title: { text: title, values: { name } },
    safe: false,
    changes: [
      ...(known ? [] : [addition(path, secrets.length, { name, valueFrom })]),
      environment.length === 1
        ? { path: [...path, 'environment'], value: undefined }
        : { path: [...path, 'environment', index], value: undefined },
    ],
  }
}

function addition(path: JsonPath, count: number, secret: Json): Change {
  return count === 0
    ? { path: [...path, 'secrets'], value: [secret] }
    : { path: [...path, 'secrets', count], value: secret }
}
