/** One cache for each account, Region and role: what one role may see never shows up under another. */
import { QueryClient, focusManager } from '@tanstack/react-query'
import { onVisibilityChange } from '../browser/visibility.ts'

/** Data that nobody looks at any more is forgotten after this, ms. */
const forgetAfter = 10 * 60_000

/** Coming back to a tab after less than this, ms, changes nothing: it never stopped polling. */
const napAtLeast = 5_000

/** Retries are made by aws/call.ts: two layers would multiply. Offline, a query says so instead of waiting. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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
