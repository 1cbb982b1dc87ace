/** Messages repeat names; a key or a password that somebody wrote into a name is not repeated. */
import type { Message } from '../../../i18n/text.ts'
import { knownForms } from './secret-stretches.ts'

const hidden = '•••'

/** `message` without the secrets in its values. */
export function withoutSecrets(message: Message): Message {
  if (!holdsSecret(message)) return message
  const { text, values = {} } = message
  return {
    text,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? withoutKnownForms(value) : value,
      ]),
    ),
  }
}

/** True when a value of the message has a secret in it. */
export function holdsSecret({ values = {} }: Message): boolean {
  return Object.values(values).some((value) => typeof value === 'string' && knownForms(value).length > 0)
}

function withoutKnownForms(value: string): string {
  return knownForms(value)
    .toReversed()
    .reduce((rest, [start, end]) => `${rest.slice(0, start)}${hidden}${rest.slice(end)}`, value)
}
