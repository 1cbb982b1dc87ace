/**
 * The one Trusted Types policy of the page. Scripts cannot make HTML or script addresses out of text, but for two uses of
 * libraries: the SDK parses XML answers with DOMParser, which runs nothing, and workers start from our own origin.
 */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: Record<string, (input: string, type: string, sink: string) => string>,
  ): void
}

export function installTrustedTypes(): void {
  const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes
  factory?.createPolicy('default', {
    createHTML: (input, _type, sink) => {
      if (sink === 'DOMParser parseFromString') return input
      throw new TypeError(`Refused to make HTML for ${sink}`)
    },
    createScriptURL: (input) => {
      if (new URL(input, location.href).origin === location.origin) return input
      throw new TypeError(`Refused to load a script from ${input}`)
    },
  })
}
