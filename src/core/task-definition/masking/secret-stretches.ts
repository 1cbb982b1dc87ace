/** Finds within a longer text what must not be seen. */
import { isSecretName, isSecretValue, isWorthHiding } from '../linter/rules/secret-like.ts'

/** A stretch of a text: [start, end). */
export type Stretch = readonly [start: number, end: number]

/** Names whose value is a secret, wherever they stand: `--db-password=…`, `TOKEN=…`. */
const keyLike =
  /(?:pass(?:word|wd|phrase)?|_pwd|secret|token|api[-_]?key|private[-_]?key|credential|requirepass|masterauth)s?$/i

/** Keys of well-known makers, wherever they stand. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const wellKnown =
  /\b(?:AKIA|ASIA)[A-Z0-9]{12,}|\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{30,}|\bglpat-[\w-]{18,}|\bxox[abprs]-[\w-]{10,}|\b[sr]k_(?:live|test)_\w{16,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bAIza[\w-]{30,}|\bey[\w-]{10,}\.ey[\w-]{10,}(?:\.[\w-]*)?|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*/g

/** `--password=x`, `PASSWORD: x`, `--password x`. The name is the first group, the value the second. */
const named =
  /(?<![\w-])(--?[\w-]{1,80}(?=\s)|[\w-]{1,80}(?=\s*[=:]))\s*[=:]?\s*("[^"]*"|'[^']*'|[^\s"';&|]+)/g

/** Flags of well-known programs: `curl -u user:x`, `mysql -px`, `redis-cli -a x`, `sshpass -p x`, `Authorization: Basic x`. */
const flags = [
  /\bcurl\b.{0,300}?\s(?:-[a-zA-Z]*u|--user)[\s=]*["']?[^\s:"']*:([^\s"']+)/g,
  /\bm(?:ysql|aria)\w*\b.{0,300}?\s-p([^\s"']+)/g,
  /\bredis-cli\b.{0,300}?\s-a\s*["']?([^\s"']+)/g,
  /\bsshpass\b.{0,300}?\s-p\s*["']?([^\s"']+)/g,
  /\bauthorization\s*[:=]\s*["']?(?:\w+\s+)?([^\s"']+)/gi,
]

/** What a shell puts in is no secret itself: `$PASSWORD`, `$(cat /run/secrets/db)`. */
const variable = /^["']?\$(?:\w+|\{\w+\}|\(.*)["']?$/

/** True for names such as `--password` and `DB_TOKEN`. */
export function namesSecret(name: string): boolean {
  return keyLike.test(name) || isSecretName(name)
}

/** True for a word whose next word is a secret: `--password`. */
export function isSecretFlag(word: string): boolean {
  return /^--?[\w-]+$/.test(word) && namesSecret(word)
}

/** What is a secret by its form, whatever stands around it. */
export function knownForms(text: string): Stretch[] {
  return apart([...userInfo(text), ...wholeMatches(text, wellKnown)])
}

/** What is a secret by its form, by the name before it, or because it is long and says nothing. */
export function secretWords(text: string): Stretch[] {
  const inAddresses = userInfo(text)
  if (inAddresses.length === 0 && isSecretValue(text)) return [[0, text.length]]
  const found: Stretch[] = [...inAddresses, ...wholeMatches(text, wellKnown)]
  for (const { 0: all, 1: name = '', 2: secret = '', index } of text.matchAll(named))
    if (keyLike.test(name) || (isSecretName(name) && isWorthHiding(secret)))
      found.push([index + all.length - secret.length, index + all.length])
  for (const flag of flags)
    for (const { 0: all, 1: secret = '', index } of text.matchAll(flag))
      found.push([index + all.length - secret.length, index + all.length])
  return apart([...found, ...wholeMatches(text, /[A-Za-z0-9+/=_-]{40,}/g)]).filter(
    ([start, end]) => !variable.test(text.slice(start, end)),
  )
}

function wholeMatches(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => [index, index + found.length] as const)
}

/** The password of `scheme://user:password@host`. */
function userInfo(text: string): Stretch[] {
  return [...text.matchAll(/\/\/[^\s/:@]*:([^\s/@]+)@/g)].map(({ 0: all, 1: secret = '', index }) => {
    const end = index + all.length - 1
    return [end - secret.length, end] as const
  })
}

/** In order; those that meet are one. */
function apart(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const [start, end] of stretches.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last && start < last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)]
    else joined.push([start, end])
  }
  return joined
}
