/**
 * The half of the content security policy that is a meta tag of index.html. The other half is a response header
 * (security-headers.json); both are enforced. `connect-src` is wide here because index.html is the same for every deployment:
 * the page narrows it to the exact hosts of config.json before it sends anything else (src/config/connect-sources.ts).
 */
const directives: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  // Charts and the JSON editor position things by style attributes.
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  'manifest-src': "'self'",
  'connect-src': "'self' https: http://127.0.0.1:* http://localhost:* http://*.localhost:*",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  // The SDK parses XML with DOMParser, a sink; src/app/trusted-types.ts passes that one and no other HTML.
  'require-trusted-types-for': "'script'",
  // The editor draws its lines as HTML that it escaped (src/widgets/json-editor/trusted-types.ts), its hovers through DOMPurify.
  'trusted-types': 'default monaco dompurify',
}

/** Content of the meta tag in the production build. */
export function metaPolicy(): string {
  return write(directives)
}

/** As metaPolicy, as far as hot reload allows: Vite inlines a script with `nonce`, talks over a web socket and draws its error overlay. */
export function developmentPolicy(nonce: string): string {
  const { 'require-trusted-types-for': _sinks, 'trusted-types': _policies, ...rest } = directives
  return write({
    ...rest,
    'script-src': `'self' 'nonce-${nonce}'`,
    'connect-src': `${rest['connect-src']} ws://127.0.0.1:* ws://*.localhost:*`,
  })
}

function write(policy: Record<string, string>): string {
  return Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
