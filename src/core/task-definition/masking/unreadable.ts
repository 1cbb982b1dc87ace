/** Finds in a text that cannot be read as JSON what must not be seen: it is read word by word, and what is not known is hidden. */
import { maps, type Sight, sightOfName } from './places.ts'
import { isSecretFlag, knownForms, namesSecret, secretWords, type Stretch } from './secret-stretches.ts'

/** A line's beginning with the dashes of YAML's lists; comments; texts in quotes, also unclosed ones; marks; anything else. */
const token =
  /(?<line>\n[ \t]*(?:- +)*)|(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<=\s)#[^\n]*)|(?<quoted>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|(?<mark>[{}[\],:=])|(?<bare>[^\s"'{}[\],:=][^\n{}[\],]*)/g
const keyAhead = /^\s*[:=]/
/** A quote may be missing before it. */
const bareKey = /^[\w.$-]+["']?(?=\s*[:=])/
/** `"name: "`, whose quote is missing behind it. */
const openKey = /^["']([\w.$-]+)\s*[:=]\s*["']$/
/** Words of JSON and YAML themselves. */
const grammar = /^(?:true|false|null|[|>][+-]?|-+)$/

/** Values of variables, labels and options: all of them are hidden up to the end of it. */
interface Region {
  /** In brackets, how deep they are; otherwise how far the lines are indented. */
  depth: number | undefined
  indent: number
  /** A list of pairs has names that are no values. */
  isList: boolean
}

/** In the order of the text. */
export function unreadableStretches(text: string): Stretch[] {
  // A text in quotes with all of a definition in it: where its words begin and end depends on every backslash.
  if (/^\s*["']/.test(text)) return [[text.search(/\S/) + 1, text.length]]
  return new Reader(text).read()
}

class Reader {
  readonly #text: string
  readonly #found: Stretch[] = []
  #key = ''
  #isValueNext = false
  #previous = ''
  /** Something stands between it and the value before. */
  #isApart = true
  #depth = 0
  /** Of the line: where its dashes or words begin, and its words. */
  #at = { indent: 0, column: 0, hasDash: false }
  /** A key whose region begins with whatever comes next. */
  #opening = false
  /** Column of that key. */
  #column = 0
  #region: Region | undefined

  constructor(text: string) {
    // The inside of a text in quotes, whose first quote was lost.
    this.#text = /^[^"]*\\"/.test(text) ? withoutEscapes(text) : text
  }

  read(): Stretch[] {
    const [start = ''] = /^[ \t]*(?:- +)*/.exec(this.#text) ?? []
    this.#line(start)
    token.lastIndex = start.length
    let match = token.exec(this.#text)
    while (match) {
      const { 0: word, index, groups = {} } = match
      if (groups['line'] !== undefined) this.#line(word)
      else if (groups['comment'] !== undefined) this.#add(secretWords(word), index)
      else if (groups['mark'] !== undefined) this.#mark(word)
      else token.lastIndex = this.#word(word, index)
      match = token.exec(this.#text)
    }
    return this.#found
  }

  #line(start: string): void {
    const line = start.replace('\n', '')
    this.#at = { indent: line.search(/[^ \t]|$/), column: line.length, hasDash: line.includes('-') }
    if (this.#region && this.#region.depth === undefined && !this.#isWithin(this.#region.indent))
      this.#region = undefined
    if (this.#region) this.#region.isList ||= this.#region.depth === undefined && this.#at.hasDash
    if (!this.#opening) this.#isValueNext = false
    if (this.#at.hasDash) this.#isApart = true
  }

  /** True while the line belongs to a key in that column. */
  #isWithin(column: number): boolean {
    const { indent, hasDash } = this.#at
    return indent > column || (indent === column && hasDash)
  }

  #mark(mark: string): void {
    this.#isApart = true
    if (mark === '{' || mark === '[') {
      this.#depth += 1
      if (this.#opening) this.#region = { depth: this.#depth, indent: 0, isList: mark === '[' }
    }
    if (mark === '}' || mark === ']') {
      if (this.#region?.depth === this.#depth) this.#region = undefined
      this.#depth -= 1
    }
    if (mark !== ':' && mark !== '=') this.#opening = false
    this.#isValueNext = mark === ':' || mark === '='
  }

  /** Returns where to go on. */
  #word(word: string, index: number): number {
    const key = this.#isValueNext ? undefined : this.#keyAt(word, index)
    if (key !== undefined) {
      this.#setKey(key.replaceAll(/["']/g, ''))
      return index + key.length
    }
    const open = openKey.exec(word)?.[1]
    if (open !== undefined) {
      this.#setKey(open)
      this.#mark(':')
      return index + word.length
    }
    const isQuoted = /^["']/.test(word)
    const inner = isQuoted
      ? word.slice(1, word.length > 1 && word.endsWith(word[0] ?? '') ? -1 : undefined)
      : word.trimEnd()
    this.#beginRegion()
    this.#value(inner, index + (isQuoted ? 1 : 0), isQuoted)
    this.#isValueNext = false
    this.#isApart = false
    return index + word.length
  }

  #keyAt(word: string, index: number): string | undefined {
    if (/^["']/.test(word))
      return keyAhead.test(this.#text.slice(index + word.length, index + word.length + 20)) ? word : undefined
    return bareKey.exec(word)?.[0]
  }

  #setKey(key: string): void {
    this.#beginRegion()
    this.#key = key
    this.#previous = ''
    this.#opening = !this.#region && maps.has(key.toLowerCase())
    this.#column = this.#at.column
  }

  /** What comes after the key without a bracket is told by its indentation. */
  #beginRegion(): void {
    if (!this.#opening) return
    this.#opening = false
    const { hasDash } = this.#at
    if (this.#isValueNext || this.#isWithin(this.#column))
      this.#region = { depth: undefined, indent: this.#column, isList: hasDash && !this.#isValueNext }
  }

  #value(value: string, offset: number, isQuoted: boolean): void {
    if (value === '' || grammar.test(value)) return
    const sight = this.#sight(isQuoted)
    if (sight === 'hidden' || isSecretFlag(this.#previous)) this.#add([[0, value.length]], offset)
    else this.#add(sight === 'shown' ? knownForms(value) : secretWords(withoutEscapes(value)), offset)
    this.#previous = value
  }

  /** Without a key, words are those of a shell; a text in quotes may hold all of a definition. */
  #sight(isQuoted: boolean): Sight {
    if (!this.#isApart) return 'hidden'
    if (this.#region) return this.#region.isList && this.#key.toLowerCase() === 'name' ? 'shown' : 'hidden'
    if (this.#key === '') return isQuoted ? 'hidden' : 'searched'
    return namesSecret(this.#key) ? 'hidden' : sightOfName(this.#key)
  }

  #add(stretches: readonly Stretch[], offset: number): void {
    for (const [start, end] of stretches) this.#found.push([offset + start, offset + end])
  }
}

/** Of the same length, so that places stay: a quote behind a backslash ends the value that it began. */
function withoutEscapes(written: string): string {
  return written.replaceAll(/\\(.)/g, (_, escaped: string) => ` ${/["']/.test(escaped) ? escaped : ' '}`)
}
