/** Practice: the simulated AWS inside the page, behind the same doors as the real one. The only file of src that names the simulator. */
import type { SdkHandler as Handler } from '../simulator/adapters/sdk-handler.ts'
import type { PracticeControl, PracticeFault } from './data/practice.ts'
import { now } from './lib/clock.ts'

/** Keys of the simulated account, and what reaches it. */
export interface PracticeBackend {
  requestHandler: Handler
  fetch: typeof fetch
  control: PracticeControl
  keys: PracticeKeys
  account: string
  regions: string[]
}

export interface PracticeKeys {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
}

/** Entries of the journal that the panel may read: more would not be read, and big worlds write many. */
const journalLength = 200

/**
 * Starts the simulator with a scenario; `loaded` is told the keys whenever another one is loaded.
 * @throws Error when there is no such scenario; its message lists those that there are
 */
export async function startPractice(
  scenario: string,
  loaded: (keys: PracticeKeys) => void,
): Promise<PracticeBackend> {
  const [{ createSimulator }, { SdkHandler, simulatedFetch }, { scenarios }, { faultKinds }] =
    await Promise.all([
      import('../simulator/simulator.ts'),
      import('../simulator/adapters/sdk-handler.ts'),
      import('../simulator/scenarios/registry.ts'),
      import('../simulator/faults/registry.ts'),
    ])
  const clock = scaledClock()
  const simulator = createSimulator({ clock: 'real', realNow: clock.now, scenario })
  let current = scenario
  let world = simulator.control.load({ scenario })

  const control: PracticeControl = {
    scenarios: scenarios.map(({ name, summary }) => ({ name, summary })),
    faults: faultKinds.map(({ kind, summary }) => ({ kind, summary })),
    scenario: () => current,
    load(name, seed) {
      world = simulator.control.load({ scenario: name, ...(seed !== undefined && { seed }) })
      current = name
      loaded(world)
      return Promise.resolve()
    },
    inject: (fault: PracticeFault) => simulator.control.fault({ ...fault, key: world.world }),
    activeFaults: () => simulator.control.faults({ key: world.world }),
    clear: (id) => simulator.control.clear({ key: world.world, ...(id !== undefined && { id }) }),
    advance: (duration) => void simulator.control.advance({ key: world.world, duration }),
    speed: { get: clock.speed, set: clock.setSpeed },
    journal: () =>
      simulator.control
        .journal({ key: world.world })
        .slice(-journalLength)
        .map((entry) => ({
          at: entry.at,
          kind: entry.type,
          text: [entry.name, entry.subject, entry.outcome].filter(Boolean).join(' · '),
        })),
  }
  const handle = simulator.handle.bind(simulator)
  return {
    requestHandler: new SdkHandler(handle),
    fetch: simulatedFetch(handle),
    control,
    keys: world,
    account: world.config.account,
    regions: world.config.regions,
  }
}

/** A clock that starts as this computer's and can run faster or stand still, never backwards. */
function scaledClock(): { now: () => number; speed: () => number; setSpeed: (times: number) => void } {
  let times = 1
  let anchor = { real: now(), scaled: now() }
  const read = (): number => anchor.scaled + (now() - anchor.real) * times
  return {
    now: read,
    speed: () => times,
    setSpeed(next) {
      anchor = { real: now(), scaled: read() }
      times = next
    },
  }
}
