/** Text in TXT records: quoted strings of at most 255 bytes, with AWS's escapes. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat */

/** One quoted string that carries `text`; characters are bytes (0–255). */
export function quoteTxt(text: string): string {
  const escaped = text.replace(/["\\]|[^ -~]/g, (character) =>
    character === '"' || character === '\\'
      ? `\\${character}`
      : `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  )
  return `"${escaped}"`
}

/** The strings of a TXT value; undefined for what is no list of quoted strings. */
export function unquoteTxt(value: string): string[] | undefined {
  const strings: string[] = []
  let rest = value.trim()
  while (rest !== '') {
    const match = /^"(?:[^"\\]|\\[0-7]{3}|\\[^0-7])*"\s*/.exec(rest)
    if (!match) return undefined
    const inner = match[0].trimEnd().slice(1, -1)
    strings.push(inner.replace(/\\([0-7]{3}|.)/g, (_, escape: string) => unescape(escape)))
    rest = rest.slice(match[0].length)
  }
  return strings
}

function unescape(escape: string): string {
  return escape.length === 3 ? String.fromCharCode(Number.parseInt(escape, 8)) : escape
}
