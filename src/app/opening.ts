/** Decides who opens the console and on which AWS: practice, typed keys, or managed sign-in. Knows no React: it runs before the app arrives. */
import type { Authority } from '../auth/authority.ts'
import { keysAuthority } from '../auth/keys-authority.ts'
import type { Returned } from '../auth/return-address.ts'
import type { Config } from '../config/schema.ts'
import type { PracticeControl } from '../data/practice.ts'
import { now, serverNow } from '../lib/clock.ts'
import { type PracticeKeys, startPractice } from '../practice.ts'
import { loadPart } from './chunk-missing.ts'
import {
  forgetPractice,
  forgetScenario,
  rememberedWorld,
  rememberScenario,
  rememberWorldOnLeaving,
} from './practice-memory.ts'
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

/** Starts the embedded simulator. @throws RehearsalMissing when nothing was recorded for a rehearsal */
export async function openPractice(asked: string): Promise<Opening> {
  const scenario = asked || 'demo'
  const recorded = scenario === 'copy' ? await recordingOf() : undefined
  const kept = rememberedWorld(recorded !== undefined)
  const reload = silentReload()
  const begin = (world?: string): ReturnType<typeof startPractice> =>
    startPractice({ scenario, ...(recorded && { recorded }), kept: world }, { loaded, reload })
  const loaded = (keys: PracticeKeys): void => {
    // A reload goes on with the scenario that was chosen last.
    rememberScenario(started.control.scenario())
    authority.enter(keys)
  }
  // What was kept by another version of this site may not fit any more.
  const started = await (kept === undefined ? begin() : begin(kept).catch(() => begin())).catch(
    (error: unknown) => {
      forgetScenario()
      throw error
    },
  )
  const { requestHandler, fetch, control, account, regions } = started
  rememberWorldOnLeaving(() => (started.isWorthKeeping() ? started.keep() : undefined))
  const authority = keysAuthority('practice', started.keys, () => {
    forgetPractice()
    location.assign('/')
  })
  const signIn = (returnTo: string): Promise<void> => {
    control.signedIn()
    return authority.signIn(returnTo)
  }
  return {
    config: {
      account,
      regions,
      endpoint: undefined,
      endpoints: {},
      // Another scenario has others.
      get resolvers() {
        return control.resolvers()
      },
      hostedZones: [],
      probeHosts: [],
    },
    backend: { requestHandler, fetch, practice: control },
    authority: { ...authority, signIn },
  }
}

async function recordingOf(): ReturnType<typeof import('./rehearsal.ts').recordingOfRehearsal> {
  const { recordingOfRehearsal } = await loadPart(() => import('./rehearsal.ts'))
  return recordingOfRehearsal(preferences.get().locale)
}

/** A way to load the page as if its tab had been closed and opened again: pages that ask before they are left are not asked. */
function silentReload(): () => void {
  let silent = false
  // Listeners of a window are called in their order: this one comes before those of pages.
  window.addEventListener('beforeunload', (event) => {
    if (silent) event.stopImmediatePropagation()
  })
  return () => {
    silent = true
    location.reload()
  }
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
