/**
 * The Trusted Types policy of the editor. Monaco draws its lines as HTML that it has escaped itself, and asks for a policy
 * for each of its parts: all get this one. Worker addresses must be of our own origin.
 */
interface Rules {
  createHTML: (input: string) => string
  createScriptURL: (input: string) => string
}

interface PolicyFactory {
  createPolicy(name: string, rules: Rules): object
}

let policy: object | undefined

/** What Monaco's `createTrustedTypesPolicy` is to return; undefined where the browser knows no Trusted Types. */
export function monacoPolicy(): object | undefined {
  const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes
  policy ??= factory?.createPolicy('monaco', {
    createHTML: (input) => input,
    createScriptURL: (input) => {
      if (new URL(input, location.href).origin === location.origin) return input
      throw new TypeError(`Refused to load a script from ${input}`)
    },
  })
  return policy
}
