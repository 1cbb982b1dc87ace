/** Takes what looks like a secret out of foreign text before anybody sees it. */

const secrets: [RegExp, string][] = [
  // JSON Web Tokens.
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '•••'],
  // Access key ids.
  [/\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g, '•••'],
  // password=…, "token": "…", x-amz-security-token: …
  [
    /((?:pass(?:word|wd)?|secret\w*|token|api[-_]?key|authorization|signature|credential)["']?\s*[:=]\s*)("[^"]*"?|'[^']*'?|[^\s,;&}<]+)/gi,
    '$1•••',
  ],
  // user:password@host
  [/(\/\/[^\s/:@]+:)[^\s/@]+@/g, '$1•••@'],
  // Long runs without a blank: keys, session tokens, hashes.
  [/[A-Za-z0-9+/=_-]{40,}/g, '•••'],
]

/** At most `length` characters of `text` in one line, secrets masked. */
export function maskSecrets(text: string, length = 200): string {
  // Masked before it is cut: half a secret would no longer look like one. 20,000 characters are more than is ever shown.
  const masked = secrets.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask), text.slice(0, 20_000))
  const line = masked.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}
