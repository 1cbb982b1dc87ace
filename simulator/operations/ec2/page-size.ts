/** Sizes of EC2's pages. */
import { AwsError } from '../../operation.ts'

const LEAST = 5
const MOST = 1000

/** Items per answer. @throws AwsError for a size that AWS does not take, or takes not together with ids */
export function pageSize(size: number | undefined, ids: string[], idsName: string): number {
  if (size === undefined) return MOST
  if (ids.length > 0) {
    throw new AwsError(
      'InvalidParameterCombination',
      `The parameter ${idsName} cannot be used with the parameter maxResults`,
    )
  }
  if (size < LEAST || size > MOST) {
    throw new AwsError(
      'InvalidParameterValue',
      `Value ( ${size} ) for parameter maxResults is invalid. Expecting a value greater than ${LEAST - 1} and less than ${MOST + 1}.`,
    )
  }
  return size
}
