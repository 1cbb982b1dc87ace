/** Reads a paged list of AWS to its end. */
import { type CallOptions, type CallRequest, type SdkCommand, call, operationOf } from './call.ts'
import type { Aws } from './context.ts'
import { type Page, type Pages, allPages } from './paginate.ts'

export interface ListRequest<Output, T>
  extends Omit<CallRequest<Output, Page<T>>, 'command'>, Pick<Pages<T>, 'id' | 'onPage'> {
  command: (token: string | undefined) => SdkCommand<Output>
}

/** Every item, each once. @throws AwsProblem */
export function listAll<Output, T>(
  aws: Aws,
  { command, id, onPage, ...request }: ListRequest<Output, T>,
  options?: CallOptions,
): Promise<T[]> {
  return allPages({
    operation: operationOf({ ...request, command: command(undefined) }),
    id,
    ...(onPage && { onPage }),
    fetch: async (token) => (await call(aws, { ...request, command: command(token) }, options)).value,
  })
}
