/** What looks like a secret: by the name of its variable, by the form of the value, or by how random it is. */
import { hasHole } from '../parts.ts'

/** Last words of names whose value is a secret. */
const secretWords =
  /^(\w*(?:passwords?|passwd|passphrase)|pwd|pass|secrets?|tokens?|credentials?|apikeys?|secretkey|privatekey|accesskey|authkey|masterkey)$/
/** A key is a secret unless the word before says what kind of other key it is. */
const harmlessKeys =
  /^(public|primary|foreign|partition|sort|cache|object|bucket|routing|site|index|map|group|hot)$/

/** Values that are no secret whatever they are called. */
const plainValues = /^(true|false|yes|no|on|off|none|null|enabled|disabled|-?\d{1,5})$/i
/** A place where the secret is, not the secret. */
const reference = /^(arn:aws|\/|\.{1,2}\/|file:|https?:\/\/[^@]*$)/i

/** Forms of keys of well-known makers, private keys, JSON web tokens, and addresses with a password. */
const knownForms: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /^gh[pousr]_[A-Za-z0-9]{30,}$/,
  /^github_pat_\w{30,}$/,
  /^glpat-[\w-]{18,}$/,
  /^xox[abprs]-[\w-]{10,}$/,
  /^[sr]k_(live|test)_\w{16,}$/,
  /^SG\.[\w-]{16,}\.[\w-]{16,}$/,
  /^AIza[\w-]{30,}$/,
  /^ey[\w-]{10,}\.ey[\w-]{10,}\.[\w-]{10,}$/,
  /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@$<{]{3,}@/i,
]

/** Bits a character; English words and names have about 3, random base64 of 24 characters and more has above 4. */
const randomBits = 4
const randomHexBits = 3

/** True for names such as DB_PASSWORD, apiKey and github.token. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !/^\d+$/.test(word))
  const [last = '', before = ''] = words.toReversed()
  if (/^keys?$/.test(last)) return before !== '' && !harmlessKeys.test(before)
  return secretWords.test(last)
}

/** True for `GIT_COMMIT` and the like with a hexadecimal number, which says what a build was made from. */
export function isFingerprint(name: string, value: string): boolean {
  const isNamed = /(?:commit|sha(?:1|256)?|rev|revision|version|build|hash|checksum|digest|md5|etag)$/i.test(
    name,
  )
  return isNamed && /^[0-9a-f]+$/i.test(value)
}

/** True for a value that would be worth hiding under such a name. */
export function isWorthHiding(value: string): boolean {
  return value !== '' && !plainValues.test(value) && !reference.test(value)
}

/** True for a value that is a secret by its form or its randomness, whatever it is called. */
export function isSecretValue(value: string): boolean {
  if (knownForms.some((form) => form.test(value))) return true
  if (reference.test(value) || hasHole(value) || isUuid(value)) return false
  if (/^[0-9a-f]{32,}$/i.test(value)) return bitsOf(value) >= randomHexBits
  if (!/^[A-Za-z0-9+/_=-]{24,}$/.test(value)) return false
  return /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && bitsOf(value) >= randomBits
}

function isUuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}

/** Shannon's entropy of the characters, in bits a character. */
function bitsOf(value: string): number {
  const counts = new Map<string, number>()
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => {
    const share = count / value.length
    return sum - share * Math.log2(share)
  }, 0)
}
