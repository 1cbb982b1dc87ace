/** One cache for each account, Region and role: what one role may see never shows up under another. */
import { QueryClient, focusManager, type QueryKey } from '@tanstack/react-query'
import type { Aws } from '../aws/context.ts'
import { onVisibilityChange } from '../browser/visibility.ts'

/** Data that nobody looks at any more is forgotten after this, ms. */
const forgetAfter = 10 * 60_000

/** Coming back to a tab after less than this, ms, changes nothing: it never stopped polling. */
const napAtLeast = 5_000

/** Retries are made by aws/call.ts: two layers would multiply. Offline, a query says so instead of waiting. */
/** Every cache of this tab. */
const clients = new Set<QueryClient>()

export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        gcTime: forgetAfter,
        networkMode: 'always',
        refetchOnReconnect: 'always',
        refetchOnWindowFocus: 'always',
        structuralSharing: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  clients.add(client)
  return client
}

/**
 * After a change in AWS: what begins with `parts` behind the name of account, Region and role is read again, in the caches of
 * all roles. A page that was drawn before another role was taken goes on in the cache it began with.
 */
export async function invalidate(aws: Pick<Aws, 'account' | 'region'>, ...parts: QueryKey): Promise<void> {
  const place = `${aws.account}/${aws.region}/`
  const isMeant = ([whose, ...rest]: QueryKey): boolean =>
    typeof whose === 'string' && whose.startsWith(place) && parts.every((part, index) => rest[index] === part)
  const each = [...clients].map((client) =>
    client.invalidateQueries({ predicate: ({ queryKey }) => isMeant(queryKey) }),
  )
  await Promise.all(each)
}

/** Tells TanStack Query when this tab comes back, once for the whole page: what is on the screen is read again at once. */
export function watchFocus(): void {
  focusManager.setEventListener((handleFocus) =>
    onVisibilityChange((visible, asleep) => {
      // Without an argument: "focused" twice in a row would be no news. polling.ts decides when hidden tabs stop.
      if (visible && asleep >= napAtLeast) handleFocus()
    }),
  )
}
