/** Domain names as Route 53 stores, orders and nests them. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html */

const PLAIN = /^[a-z0-9_.-]*\.$/

/**
 * Lower case, a dot at the end, every byte other than `a-z 0-9 - _ .` as `\ooo`. Escapes in the input are read first; a
 * dot inside a label stays escaped.
 */
export function canonicalName(name: string): string {
  // Most names are in this form already, and they are asked for all the time.
  if (PLAIN.test(name)) return name
  let output = ''
  for (let index = 0; index < name.length; index += 1) {
    const escape = name[index] === '\\' ? /^\\([0-3][0-7]{2})/.exec(name.slice(index, index + 4)) : null
    if (escape) {
      output += written(Number.parseInt(escape[1] ?? '', 8), true)
      index += 3
    } else if (name[index] === '\\' && index + 1 < name.length) {
      index += 1
      output += written(name.charCodeAt(index), true)
    } else {
      output += written(name.charCodeAt(index), false)
    }
  }
  return output.endsWith('.') ? output : `${output}.`
}

/** Only letters of ASCII have a case in DNS. */
function written(code: number, escaped: boolean): string {
  const character = String.fromCharCode(code)
  if (/[A-Z]/.test(character)) return character.toLowerCase()
  if (/[a-z0-9_-]/.test(character) || (character === '.' && !escaped)) return character
  return `\\${(code & 255).toString(8).padStart(3, '0')}`
}

/** Labels from left to right, without the root: `a.b.` has two. */
export function labelsOf(name: string): string[] {
  return name.replace(/\.$/, '').split('.')
}

const keys = new Map<string, string>()
/** Big zones are listed over and over; a world of 10,000 names needs no more. */
const MOST_KEYS = 50_000

/** `www.example.com.` as `com.example.www.`: what Route 53 sorts by, the dot at the end included. */
export function reversedName(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const made = name === '.' ? '.' : `${labelsOf(name).toReversed().join('.')}.`
  if (keys.size >= MOST_KEYS) keys.clear()
  keys.set(name, made)
  return made
}

/** Orders canonical names by reversed labels, byte by byte: what is below `.`, such as `-`, comes before it. */
export function compareNames(a: string, b: string): number {
  return compareTexts(reversedName(a), reversedName(b))
}

/** Byte order, which is what texts of ASCII compare by. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Whether a canonical name is the apex of the zone or below it. */
export function isWithin(name: string, apex: string): boolean {
  return name === apex || apex === '.' || name.endsWith(`.${apex}`)
}

/** The name without its leftmost label; the root's parent is the root. */
export function parentOf(name: string): string {
  const dot = name.indexOf('.')
  const rest = name.slice(dot + 1)
  return rest === '' ? '.' : rest
}

/** What is wrong with a canonical name, in Route 53's words; undefined for a good one. */
export function nameProblem(name: string): string | undefined {
  const labels = labelsOf(name)
  if (labels.includes('')) return bad('DomainLabelEmpty', 'Domain label is empty', name)
  const long = labels.find((label) => octets(label) > 63)
  if (long !== undefined) return bad('DomainLabelTooLong', 'Domain label is too long', long)
  // On the wire each label has a byte for its length, and the root is one more.
  if (octets(name) + 1 > 255) return bad('DomainNameTooLong', 'Domain name is too long', name)
  return undefined
}

/** Length on the wire: an escape is one byte. */
function octets(text: string): number {
  return text.replace(/\\\d{3}/g, '?').length
}

function bad(kind: string, words: string, what: string): string {
  return `FATAL problem: ${kind} (${words}) encountered with '${what}'`
}
