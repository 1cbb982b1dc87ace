/** Decides who opens the console and on which AWS: typed keys or managed sign-in (practice: opening-practice.ts). Knows no React: it runs before the app arrives. */
import type { Authority } from '../auth/authority.ts'
import { keysAuthority } from '../auth/keys-authority.ts'
import type { Returned } from '../auth/return-address.ts'
import type { Config } from '../config/schema.ts'
import type { PracticeControl } from '../data/practice.ts'
import { now, serverNow } from '../lib/clock.ts'
import type { startPractice } from '../practice.ts'
import { loadPart } from './chunk-missing.ts'
import { preferences } from './preferences.ts'

/** What answers AWS calls. Absent members: the browser's own. */
export interface Backend {
  requestHandler?: Awaited<ReturnType<typeof startPractice>>['requestHandler']
  fetch: typeof fetch
  practice?: PracticeControl
}

export interface Opening {
  config: Pick<
    Config,
    'account' | 'regions' | 'endpoint' | 'endpoints' | 'resolvers' | 'probeHosts' | 'hostedZones'
  >
  backend: Backend
  authority: Authority
  /** What went wrong with signing in. */
  error?: unknown
}

/** Opens what config.json describes. Undefined: the page is leaving for a silent return. */
export async function openConfigured(
  config: Config,
  returned: Returned | undefined,
): Promise<Opening | undefined> {
  const fetcher = fetch.bind(window)
  const backend = { fetch: fetcher }
  if (config.auth.mode === 'keys')
    return { config, backend, authority: keysAuthority('keys', undefined, () => location.assign('/')) }
  const identityEndpoint = config.endpoints.cognitoIdentity ?? config.endpoint
  const { openHosted } = await loadPart(() => import('../auth/hosted-sign-in.ts'))
  const outcome = await openHosted(config.auth, returned, {
    fetch: fetcher,
    ...(identityEndpoint && { identityEndpoint }),
    locale: preferences.get().locale,
    now,
    serverNow,
  })
  return outcome && { config, backend, ...outcome }
}
