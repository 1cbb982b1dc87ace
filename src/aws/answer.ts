/** Reads members of an answer that AWS always sends: without them it is no answer, however well-formed. */

/** The value, which must be there. @throws TypeError, which call.ts turns into a MalformedAnswer problem */
export function required<T>(value: T | undefined | null, name: string): T {
  if (value === undefined || value === null) throw new TypeError(`The answer lacks ${name}`)
  return value
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
  return Object.fromEntries((tags ?? []).map(({ key, value }) => [required(key, 'a tag key'), value ?? '']))
}

/** `members` with the undefined ones left out: absent and undefined would compare as different, and cause redraws. */
export function present<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T
}
