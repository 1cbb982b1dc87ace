/** Checks data that people bring against a shape, and names the place of the first mistake. */

/** `list`: each item is of the shape. `members`: these and no others; optional ones end in `?`. */
export type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | { list: Shape }
  | { one: readonly unknown[] }
  | { members: Readonly<Record<string, Shape>>; others?: 'allowed' }

export interface Misfit {
  /** `snapshot[0].TTL` */
  place: string
  /** What has to stand there: `number`, or `nothing`. */
  wanted: string
}

/** Undefined when all of it fits. */
export function misfit(value: unknown, shape: Shape, place: string): Misfit | undefined {
  if (typeof shape === 'string') return fits[shape](value) ? undefined : { place, wanted: shape }
  if ('one' in shape)
    return shape.one.includes(value) ? undefined : { place, wanted: shape.one.map(String).join(' | ') }
  if ('list' in shape) {
    if (!Array.isArray(value)) return { place, wanted: 'list' }
    return first(value.map((item, index) => () => misfit(item, shape.list, `${place}[${index}]`)))
  }
  return misfitOfMembers(value, shape, place)
}

const fits: Record<Extract<Shape, string>, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
}

function misfitOfMembers(
  value: unknown,
  { members, others }: Extract<Shape, { members: unknown }>,
  place: string,
): Misfit | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { place, wanted: 'object' }
  const given = new Map(Object.entries(value))
  const known = Object.entries(members).map(([key, shape]) => {
    const name = key.replace(/\?$/, '')
    const member = given.get(name)
    given.delete(name)
    const skip = member === undefined && name !== key
    return () => (skip ? undefined : misfit(member, shape, memberOf(place, name)))
  })
  const wrong = first(known)
  const [extra] = given.keys()
  if (wrong || others || extra === undefined) return wrong
  return { place: memberOf(place, extra), wanted: 'nothing' }
}

function memberOf(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`
}

function first(checks: readonly (() => Misfit | undefined)[]): Misfit | undefined {
  for (const check of checks) {
    const found = check()
    if (found) return found
  }
  return undefined
}
