/** Opens the console on the simulator inside the page. A part of its own: nobody but practice loads it. */
import { keysAuthority } from '../auth/keys-authority.ts'
import { type PracticeKeys, startPractice } from '../practice.ts'
import { loadPart } from './chunk-missing.ts'
import type { Opening } from './opening.ts'
import {
  forgetPractice,
  forgetScenario,
  forgetWorld,
  rememberedWorld,
  rememberScenario,
  rememberWorldOnLeaving,
} from './practice-memory.ts'
import { preferences } from './preferences.ts'

/** ms after which a new account is remembered when its page is left: what that needs shall not delay the first rows. */
const begunAfter = 5_000

/** Starts the embedded simulator. @throws RehearsalMissing when nothing was recorded for a rehearsal */
export async function openPractice(asked: string): Promise<Opening> {
  const scenario = asked || 'demo'
  const recorded = scenario === 'copy' ? await recordingOf() : undefined
  const kept = rememberedWorld(recorded !== undefined)
  const reloadSilently = silentReload()
  const reload = (): void => void remember().finally(reloadSilently)
  const begin = (world?: string): ReturnType<typeof startPractice> =>
    startPractice({ scenario, ...(recorded && { recorded }), kept: world }, { loaded, reload })
  const loaded = (keys: PracticeKeys): void => {
    // A reload goes on with the scenario that was chosen last.
    rememberScenario(started.control.scenario())
    forgetWorld()
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
  let remembered: Promise<void> | undefined
  /** Without the network nothing is remembered. */
  const remember = (): Promise<void> =>
    (remembered ??= import('../core/task-definition/masking/withholder.ts').then(
      ({ createWithholder }) => {
        const keep = (): string => started.keep((after) => createWithholder('kept', after))
        rememberWorldOnLeaving(() => (started.isWorthKeeping() ? keep() : undefined))
      },
      () => undefined,
    ))
  // One that is worth it from the first moment on is remembered at once.
  if (started.isWorthKeeping()) void remember()
  else setTimeout(remember, begunAfter)
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
