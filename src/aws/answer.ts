/** Reads members of an answer that AWS always sends: without them it is no answer, however well-formed. */

/** The value, which must be there. @throws TypeError, which call.ts turns into a MalformedAnswer problem */
export function required<T>(value: T | undefined | null, name: string): T {
  if (value === undefined || value === null) throw new TypeError(`The answer lacks ${name}`)
  return value
}

/** The list, which must be there. @throws TypeError: the SDK passes on whatever the answer has in its place */
export function list<T>(value: readonly T[] | undefined, name: string): readonly T[] {
  if (!Array.isArray(value)) throw new TypeError(`The answer lacks ${name}`)
  return value
}

/** The text, which must be there. @throws TypeError */
export function text(value: string | undefined, name: string): string {
  if (typeof value !== 'string') throw new TypeError(`The answer lacks ${name}`)
  return value
}

/** The list of texts (ARNs), which must be there. @throws TypeError */
export function texts(value: readonly string[] | undefined, name: string): string[] {
  return list(value, name).map((one) => text(one, name))
}

/** ms since the epoch, or undefined. @throws TypeError for what is no date */
export function time(value: Date | undefined): number | undefined {
  if (value === undefined || value === null) return undefined
  const at = value.getTime()
  if (Number.isNaN(at)) throw new TypeError('The answer has a date that is none')
  return at
}

/** Tags as a map; ECS writes `key`, ELB `Key`. */
export function tagMap(
  tags: readonly { key?: string; value?: string }[] | undefined,
): Record<string, string> {
  return Object.fromEntries((tags ?? []).map(({ key, value }) => [text(key, 'a tag key'), value ?? '']))
}

/** `members` with the undefined ones left out: absent and undefined would compare as different, and cause redraws. */
export function present<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T
}
