/**
 * Puts placeholders (`value-not-kept-1`) in the place of what may be secret, wherever a definition leaves the memory of the page that
 * read it. They are legal wherever a string of a definition stands, and equal values get equal ones.
 */
import { isNameMember, rewritten, secretsIn, type Surroundings } from './secrets-in.ts'
import { sightOf } from './places.ts'
import type { Stretch } from './secret-stretches.ts'

export interface Withholder {
  /**
   * A copy of a definition, of its tags, or of what overrides it (plain JSON), without what may be secret. `known`: such things that
   * everybody may read; a string that stands in one of them in the same place stays.
   */
  withhold: <T>(value: T, known?: readonly unknown[]) => T
  /** What stands in the place of `value`. */
  placeholder: (value: string) => string
  /** Takes notice of names in `value` that hold a secret, as `withhold` does. */
  noteNames: (value: unknown) => void
  /** A JSON text without the secrets of those names: a family is repeated in ARNs, an image by tasks. */
  withholdNames: (json: string) => string
  /** Number of the last placeholder. */
  count: () => number
}

/** `why`: what the placeholders say of a value. They are numbered from `after` + 1 on. */
export function createWithholder(why: 'kept' | 'recorded', after = 0): Withholder {
  const numbers = new Map<string, number>()
  /** What holds a secret → how it is written instead. */
  const names = new Map<string, string>()
  const count = (): number => after + numbers.size
  const placeholder = (value: string): string => {
    const number = numbers.get(value) ?? count() + 1
    numbers.set(value, number)
    return `value-not-${why}-${String(number)}`
  }
  const secretsOf = (text: string, at: At): Stretch[] => {
    const stretches = secretsIn(text, at)
    if (sightOf(at.path) === 'shown')
      for (const stretch of stretches.map((each) => withCredentials(text, each))) {
        const part = text.slice(...stretch)
        names.set(part, rewritten(part, secretsIn(part, at), placeholder))
      }
    return stretches
  }
  return {
    withhold<T>(value: T, known: readonly unknown[] = []): T {
      const open = new Set<string>()
      for (const each of known) mapStrings(each, (text, at) => (open.add(spot(text, at)), text))
      return mapStrings(value, (text, at) =>
        open.has(spot(text, at)) ? text : rewritten(text, secretsOf(text, at), placeholder),
      ) as T
    },
    placeholder,
    noteNames: (value) => void mapStrings(value, (text, at) => (secretsOf(text, at), text)),
    withholdNames: (json) =>
      // The longest first: one key may begin as another one does.
      [...names]
        .toSorted(([a], [b]) => b.length - a.length)
        .reduce((text, [name, instead]) => text.replaceAll(inJson(name), () => inJson(instead)), json),
    count,
  }
}

/** A password in an address may be any word: only with what is around it can it be told from others. */
function withCredentials(text: string, [start, end]: Stretch): Stretch {
  const before = /\/\/[^\s/:@]*:$/.exec(text.slice(0, start))
  return before && text[end] === '@' ? [before.index, end + 1] : [start, end]
}

function spot(text: string, { place }: At): string {
  return JSON.stringify([place, text])
}

/** As it stands within a JSON text. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

interface At extends Surroundings {
  /** The innermost member that it stands in. */
  member: string
  /** As the path, but that elements of lists go by their names where they have one: they may stand in any order. */
  place: string
}

const top: At = { path: [], name: '', before: '', member: '', place: '' }

/** A copy of plain JSON with each of its strings changed. */
function mapStrings(value: unknown, change: (text: string, at: At) => string, at = top): unknown {
  if (typeof value === 'string') return change(value, at)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return value.map((each: unknown, index) => {
      const before: unknown = value[index - 1]
      return mapStrings(each, change, {
        path: [...at.path, index],
        name: at.member,
        before: typeof before === 'string' ? before : '',
        member: at.member,
        place: `${at.place}/${nameOf(each)?.name ?? String(index)}`,
      })
    })
  const called = nameOf(value)
  const members = Object.entries(value).map(([member, each]: [string, unknown]) => {
    const name = called && called.member !== member ? called.name : member
    const inside = { path: [...at.path, member], name, before: '', member, place: `${at.place}/${member}` }
    return [member, mapStrings(each, change, inside)]
  })
  return Object.fromEntries(members) as unknown
}

/** By which of its members an object is called, and how. */
function nameOf(value: unknown): { member: string; name: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const [member, name]: [string, unknown] = Object.entries(value).find(([each]) => isNameMember(each)) ?? [
    '',
    undefined,
  ]
  return typeof name === 'string' ? { member, name } : undefined
}
