/** Recorded answers of AWS calls that only read, as a copy of an account is made from them. */

/** One call that succeeded. Plain JSON in the form of the SDK, dates as ISO 8601 texts, without `$metadata`. */
export interface RecordedCall {
  /** ecs, elbv2, elb, route53, cloudwatch, … as in the endpoints of config.json. */
  service: string
  /** AWS's name of it. */
  operation: string
  region: string
  input: unknown
  output: unknown
}

/** Answers of one operation, in the order in which they were asked for. Dates in them are texts: read them with `at`. */
export interface Answer<Input, Output> {
  region: string
  input: Partial<Input>
  output: Partial<Output>
}

/** All answers of an operation. The caller names the SDK's types of it: what was recorded came from that very operation. */
export function answersOf<Input, Output>(
  recorded: readonly RecordedCall[],
  service: string,
  operation: string,
): Answer<Input, Output>[] {
  return recorded
    .filter((call) => call.service === service && call.operation === operation)
    .map(({ region, input, output }) => ({
      region,
      input: (input ?? {}) as Partial<Input>,
      output: (output ?? {}) as Partial<Output>,
    }))
}

/** ms since the epoch of a date that crossed as a text; `otherwise` where there is none. */
export function at(date: Date | undefined, otherwise: number): number {
  return date === undefined ? otherwise : new Date(date).getTime()
}

/** Account id in the first ARN of a load balancer or of something of ECS; undefined where none was recorded. */
export function accountOf(recorded: readonly RecordedCall[]): string | undefined {
  return /"arn:aws:(?:ecs|elasticloadbalancing):[\w-]+:(\d{12}):/.exec(JSON.stringify(recorded))?.[1]
}

/** Tags as a map; ECS writes `key`, the others `Key`. */
export function tagMap(
  tags: readonly { key?: string; value?: string; Key?: string; Value?: string }[] | undefined,
): Record<string, string> {
  return Object.fromEntries(
    (tags ?? []).map(({ key, value, Key, Value }) => [key ?? Key ?? '', value ?? Value ?? '']),
  )
}

/** What was recorded, with `defaults` for what AWS left out. JSON has no members that are undefined: none can hide a default. */
export function filled<Given extends object, Defaults extends Partial<Given>>(
  given: Given | undefined,
  defaults: Defaults,
): Omit<Given, keyof Defaults> & { [Key in keyof Defaults & keyof Given]: Exclude<Given[Key], undefined> } {
  return { ...defaults, ...given } as ReturnType<typeof filled<Given, Defaults>>
}
