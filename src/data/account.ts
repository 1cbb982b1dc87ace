/** Whose account the keys open, to be compared with the account of config.json. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../aws/context.ts'
import { type CallerIdentity, getCallerIdentity } from '../aws/sts/caller-identity.ts'
import { urgency } from './call-options.ts'

/** Asked once: keys of a role never change their account. */
export function callerIdentityQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'caller-identity'] as const,
    queryFn: (context): Promise<CallerIdentity> => getCallerIdentity(aws, urgency(context)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: ({ state }) => (state.data === undefined ? 'always' : false),
  })
}
