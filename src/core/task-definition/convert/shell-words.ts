/** Splits text into words as a shell does, without running anything. */

export interface Word {
  text: string
  /** Of its first character. */
  offset: number
}

export interface ShellText {
  /** One list of words a command. */
  commands: Word[][]
  /** The offset of a quote that is not closed. */
  unclosed?: number
}

/** The words of a command line, such as `command: "npm start"` of a Compose file; only quotes and backslashes mean something. */
export function shellWords(text: string): string[] {
  return split(text, inLine, (inner) => inner).commands.flatMap((words) => words.map((word) => word.text))
}

/**
 * The commands of a script. A `$` in single quotes or after a backslash comes back as `$$`, so that a later look for variables
 * tells it from a real one.
 */
export function shellCommands(text: string): ShellText {
  return split(text, inScript, (inner) => inner.replaceAll('$', '$$$$'))
}

type Kind = 'blank' | 'end' | 'comment' | 'as-is' | 'single' | 'double' | 'escaped' | 'letter'
type Step = readonly [kind: Kind, expression: RegExp]

const quoting: readonly Step[] = [
  ['single', /'([^']*)'/y],
  ['double', /"((?:[^"\\]|\\[\s\S])*)"/y],
  ['escaped', /\\([\s\S])/y],
  ['letter', /[^'"]/y],
]
/** What is tried at each place, in this order. */
const inLine: readonly Step[] = [['blank', /\s+/y], ...quoting]
const inScript: readonly Step[] = [
  // A line goes on after a backslash; after ^ and ` in the shells of Windows.
  ['blank', /(?:\\|\^|`)\r?\n/y],
  ['blank', /[^\S\n]+/y],
  ['end', /\n|;|&&|\|\|?|&/y],
  ['comment', /#[^\n]*/y],
  ['as-is', /\$\([^()]*\)|`[^`\n]*`/y],
  ...quoting,
]

function split(text: string, steps: readonly Step[], literal: (inner: string) => string): ShellText {
  const commands: Word[][] = [[]]
  let word: Word | undefined
  const close = (): void => {
    if (word) commands.at(-1)?.push(word)
    word = undefined
  }
  const done = (): Word[][] => commands.filter((words) => words.length > 0)
  for (let at = 0; at < text.length;) {
    const found = pieceAt(text, at, steps, word !== undefined)
    if (!found) return { commands: done(), unclosed: at }
    const { kind, whole, inner } = found
    if (kind === 'blank' || kind === 'end' || kind === 'comment') close()
    else
      word = { text: (word?.text ?? '') + meaning(kind, whole, inner, literal), offset: word?.offset ?? at }
    if (kind === 'end') commands.push([])
    at += whole.length
  }
  close()
  return { commands: done() }
}

function pieceAt(
  text: string,
  at: number,
  steps: readonly Step[],
  isInWord: boolean,
): { kind: Kind; whole: string; inner: string } | undefined {
  for (const [kind, expression] of steps) {
    // Within a word # is a letter like any other.
    if (kind === 'comment' && isInWord) continue
    expression.lastIndex = at
    const match = expression.exec(text)
    if (match) return { kind, whole: match[0], inner: match[1] ?? '' }
  }
  return undefined
}

function meaning(kind: Kind, whole: string, inner: string, literal: (inner: string) => string): string {
  if (kind === 'single' || kind === 'escaped') return literal(inner)
  if (kind !== 'double') return whole
  // In double quotes a backslash protects only these.
  return inner.replace(/\\([$`"\\\n])/g, (_, letter: string) => (letter === '\n' ? '' : literal(letter)))
}
