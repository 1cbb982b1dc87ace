/** Pages as ECS's List operations give them: maxResults, nextToken. */
import { AwsError } from '../../operation.ts'
import { pageOf } from '../page.ts'

/** What ECS lists at most in one answer. */
const most = 100

/** One page of `all`. @throws AwsError InvalidParameterException */
export function listPage<Item>(
  all: Item[],
  input: { maxResults?: number; nextToken?: string },
  usual: number = most,
): { items: Item[]; nextToken?: string } {
  const size = input.maxResults ?? usual
  if (size < 1 || size > most) {
    throw new AwsError('InvalidParameterException', `maxResults must be between 1 and ${most}.`)
  }
  const page = pageOf(all, size, input.nextToken)
  if (!page) throw new AwsError('InvalidParameterException', 'Invalid token')
  return page
}
