/** Finding the log group a call names, and what its calls have in common. */
import { AwsError, type Authorization, type Call } from '../../operation.ts'
import type { LogGroupRecord, LogStreamRecord } from '../../world/log-tables.ts'
import type { RegionTables } from '../../world/world.ts'

export interface GroupReference {
  logGroupName?: string
  /** A name or an ARN. */
  logGroupIdentifier?: string
}

/** The name a call means. @throws AwsError InvalidParameterException when it gives none or two. */
function groupName({ logGroupName: name, logGroupIdentifier: identifier }: GroupReference): string {
  if ((name === undefined) === (identifier === undefined)) {
    throw new AwsError(
      'InvalidParameterException',
      name === undefined
        ? 'Either logGroupName or logGroupIdentifier must be specified.'
        : 'LogGroup name and LogGroup ARN are mutually exclusive parameters.',
    )
  }
  return name ?? identifier?.replace(/^arn:[^:]*:logs:[^:]*:[^:]*:log-group:/, '').replace(/:\*$/, '') ?? ''
}

/** @throws AwsError ResourceNotFoundException */
export function groupOf(region: RegionTables, reference: GroupReference): LogGroupRecord {
  const found = region.logGroups[groupName(reference)]
  if (!found) throw new AwsError('ResourceNotFoundException', 'The specified log group does not exist.')
  return found
}

/** @throws AwsError ResourceNotFoundException */
export function streamOf(group: LogGroupRecord, name: string): LogStreamRecord {
  const found = group.streams[name]
  if (!found) throw new AwsError('ResourceNotFoundException', 'The specified log stream does not exist.')
  return found
}

/** The log group (or, with `stream`, the log stream) as IAM names it. */
export function authorizeGroup(reference: GroupReference, call: Call, stream?: string): Authorization {
  const name = groupName(reference)
  const rest = stream === undefined ? '*' : `log-stream:${stream}`
  return {
    resources: [`arn:aws:logs:${call.region.name}:${call.world.accountId}:log-group:${name}:${rest}`],
  }
}

/** `limit` of a call, checked. @throws AwsError InvalidParameterException */
export function limitOf(limit: number | undefined, most: number): number {
  const value = limit ?? most
  if (value >= 1 && value <= most) return value
  const bound = value < 1 ? 'greater than or equal to 1' : `less than or equal to ${most}`
  throw new AwsError(
    'InvalidParameterException',
    `1 validation error detected: Value '${value}' at 'limit' failed to satisfy constraint: Member must have value ${bound}`,
  )
}

/** Lines arrive at CloudWatch Logs a moment after they were written, ms. */
export const INGESTION_MS = 420

/** One page of a list in which every item has its own name; the token names the last item shown. */
export function pageAfter<T>(
  items: T[],
  { nextToken, limit }: { nextToken?: string; limit: number },
  nameOf: (item: T) => string,
): { shown: T[]; nextToken?: string } {
  const start =
    nextToken === undefined ? 0 : items.findIndex((item) => toToken(nameOf(item)) === nextToken) + 1
  if (nextToken !== undefined && start === 0) throw wrongToken()
  const shown = items.slice(start, start + limit)
  const last = shown.at(-1)
  const more = start + limit < items.length && last !== undefined
  return { shown, nextToken: more ? toToken(nameOf(last)) : undefined }
}

export function wrongToken(): AwsError {
  return new AwsError('InvalidParameterException', 'The specified nextToken is invalid.')
}

function toToken(name: string): string {
  return btoa(encodeURIComponent(name))
}
