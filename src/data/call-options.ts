/** How urgent a query's calls are: somebody waits for first data; what is shown already refreshes itself with less hurry. */
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { CallOptions } from '../aws/call.ts'

interface QueryContext {
  client: QueryClient
  queryKey: QueryKey
  signal: AbortSignal
}

/** `queryFn: (context) => listClusters(aws, urgency(context))`. */
export function urgency({ client, queryKey, signal }: QueryContext): CallOptions {
  const shown = client.getQueryState(queryKey)?.data !== undefined
  return { signal, priority: shown ? 'poll' : 'click' }
}
