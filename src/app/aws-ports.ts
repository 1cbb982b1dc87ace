/** Where AWS calls meet the browser. */
import type { Authority } from '../auth/authority.ts'
import type { AwsPorts } from '../aws/context.ts'
import { now } from '../lib/clock.ts'

/** `keys` as client.ts takes them; `isCurrent` is false once another role or other keys are in use. */
export function awsPorts(
  authority: Authority,
  keys: (renew?: boolean) => Promise<unknown>,
  isCurrent: () => boolean,
  fetcher: typeof fetch,
): AwsPorts {
  return {
    renew: async () => void (await keys(true)),
    // A call that was under way with what was in use before says nothing about what is now.
    onSignedOut: () => isCurrent() && authority.sessionOver(),
    online: () => navigator.onLine,
    reachesOwnOrigin: () => reaches('/config.json', fetcher),
    random: Math.random,
    sleep,
    now,
  }
}

async function reaches(path: string, fetcher: typeof fetch): Promise<boolean> {
  try {
    await fetcher(path, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(3_000) })
    return true
  } catch {
    return false
  }
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error)
    const over = (): void => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }
    const timer = setTimeout(over, ms)
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    signal?.addEventListener('abort', stop, { once: true })
  })
}
