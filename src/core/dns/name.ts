/** Domain names in the one form in which Route 53 stores and returns them. */

/** One label, as bytes. */
type Label = readonly number[]

const dot = 0x2e
const backslash = 0x5c
/** Octets of a name on the wire, RFC 1035 2.3.4. */
const mostOctets = 255
const mostLabelOctets = 63

/**
 * The form of Route 53: lower case, A-labels, other bytes than `a-z 0-9 - _` as `\ooo`, a dot at the end. Undefined for what is no
 * name at all. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
export function canonicalName(typed: string): string | undefined {
  const trimmed = typed.trim().replace(/\.$/, '')
  // An address of a page is no hostname, though its characters could be escaped.
  if (trimmed === '' || /[/:@?#]/.test(trimmed)) return undefined
  const ascii = toAscii(trimmed)
  if (ascii === undefined) return undefined
  const labels = decodeName(ascii)
  return labels === undefined ? undefined : encodeName(labels)
}

/** Why Route 53 would not take a canonical name: `label` (empty or over 63 octets), `long` (over 255), or undefined. */
export function nameTrouble(name: string): 'label' | 'long' | undefined {
  const labels = decodeName(name.replace(/\.$/, '')) ?? [[]]
  if (labels.some(({ length }) => length === 0 || length > mostLabelOctets)) return 'label'
  return labels.reduce((sum, { length }) => sum + length + 1, 1) > mostOctets ? 'long' : undefined
}

/** Labels as bytes: `\ooo` is one byte. Undefined for a backslash that starts no octal number. */
export function decodeName(name: string): number[][] | undefined {
  const labels: number[][] = [[]]
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code === dot) labels.push([])
    else if (code === backslash) {
      const octal = /^[0-3][0-7]{2}/.exec(name.slice(at + 1))?.[0]
      if (octal === undefined) return undefined
      labels.at(-1)?.push(Number.parseInt(octal, 8))
      at += 3
    } else labels.at(-1)?.push(code)
  }
  return labels
}

/** The canonical text of labels of bytes. */
export function encodeName(labels: readonly Label[]): string {
  return `${labels.map((label) => label.map(encodeByte).join('')).join('.')}.`
}

/** The name without its first label: `www.example.com.` → `example.com.`; undefined for a single label. */
export function parentName(name: string): string | undefined {
  const cut = name.indexOf('.')
  return cut < 0 || cut === name.length - 1 ? undefined : name.slice(cut + 1)
}

/** True when `name` is `ancestor` or lies below it. */
export function isWithin(name: string, ancestor: string): boolean {
  return name === ancestor || name.endsWith(`.${ancestor}`)
}

/** True for a name whose whole first label is a wildcard. */
export function isWildcard(name: string): boolean {
  return name.startsWith('\\052.')
}

/** As people write it: no dot at the end, and `*` for a wildcard. */
export function shownName(name: string): string {
  return name.replace(/\.$/, '').replace(/^\\052\./, '*.')
}

function encodeByte(byte: number): string {
  const lower = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
  const text = String.fromCharCode(lower)
  return /[a-z0-9_-]/.test(text) ? text : `\\${lower.toString(8).padStart(3, '0')}`
}

/** Labels with letters outside ASCII become A-labels as browsers make them. */
function toAscii(name: string): string | undefined {
  const labels = name
    .split(/[.。．｡]/)
    .map((label) => (/^[\u0020-\u007e]*$/.test(label) ? label : aLabel(label)))
  return labels.includes(undefined) ? undefined : labels.join('.')
}

/** Undefined where a URL would take a part of it for something else than the host. */
function aLabel(label: string): string | undefined {
  if (/[^a-z0-9_\-\u0080-\u{10ffff}]/iu.test(label)) return undefined
  try {
    return new URL(`http://${label}.x`).hostname.replace(/\.x$/, '')
  } catch {
    return undefined
  }
}
