/** Pages as ELB gives them: Marker, PageSize, NextMarker. */
import { AwsError } from '../../operation.ts'

const MOST = 400

/** One page of `items`; the marker names the last item of the page before. @throws AwsError ValidationError */
export function page<T>(
  items: T[],
  input: { Marker?: string; PageSize?: number },
  arnOf: (item: T) => string,
): { shown: T[]; NextMarker?: string } {
  const { Marker, PageSize: size = MOST } = input
  if (size < 1 || size > MOST) {
    const bound = size < 1 ? 'greater than or equal to 1' : `less than or equal to ${MOST}`
    throw new AwsError(
      'ValidationError',
      `1 validation error detected: Value '${size}' at 'pageSize' failed to satisfy constraint: ` +
        `Member must have value ${bound}`,
    )
  }
  const start = Marker === undefined ? 0 : items.findIndex((item) => toMarker(arnOf(item)) === Marker) + 1
  if (Marker !== undefined && start === 0) {
    throw new AwsError('ValidationError', `Marker '${Marker}' is not valid`)
  }
  const shown = items.slice(start, start + size)
  const last = shown.at(-1)
  const more = start + size < items.length
  return { shown, NextMarker: more && last !== undefined ? toMarker(arnOf(last)) : undefined }
}

function toMarker(arn: string): string {
  return btoa(arn)
}
