/** Practice: the simulated AWS inside the page, behind the same doors as the real one. The only file of src that names the simulator. */
import type { SdkHandler as Handler } from '../simulator/adapters/sdk-handler.ts'
import type { Control, LoadResult } from '../simulator/control/control.ts'
import type { Withholder } from '../simulator/control/kept-world.ts'
import type { RecordedCall } from '../simulator/scenarios/copy.ts'
import type { World } from '../simulator/world/world.ts'
import type { PracticeControl, PracticeFault, TroubleId, TroubleSubject } from './data/practice.ts'
import { now, setPace } from './lib/clock.ts'

/** Keys of the simulated account, and what reaches it. */
export interface PracticeBackend {
  requestHandler: Handler
  fetch: typeof fetch
  control: PracticeControl
  keys: PracticeKeys
  account: string
  regions: string[]
  /**
   * The simulated account as text, to go on with after a reload. What somebody wrote into task definitions and may be secret is withheld
   * by what `withholder` makes, with placeholders that are numbered from `after` + 1 on.
   */
  keep: (withholder: (after: number) => PracticeWithholder) => string
  /** True when somebody would miss it after a reload: a copy, or records that were changed. */
  isWorthKeeping: () => boolean
}

export interface PracticeKeys {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
}

export interface PracticeWithholder extends Withholder {
  /** As Withholder.withhold, for names that are repeated in a JSON text. */
  withholdNames: (json: string) => string
  /** Number of the last placeholder. */
  count: () => number
}

export interface PracticeStart {
  /** Name of a scenario, or `copy`. */
  scenario: string
  /** What `copy` is made of: answers of a live account. */
  recorded?: readonly RecordedCall[]
  /** What `keep` gave before the reload. */
  kept?: string | undefined
}

export interface PracticePorts {
  /** Told whenever another scenario was loaded. */
  loaded: (keys: PracticeKeys) => void
  /** Loads the page anew without a warning. */
  reload: () => void
}

interface Kept {
  scenario: string
  speed: number
  /** How many values of task definitions are placeholders. */
  withheld: number
  state: World
}

/** Name of the scenario that is a copy of a live account. */
const copy = { name: 'copy', summary: 'The copy of your live account, as it was recorded.' }

/** Entries of the journal that the panel may read: more would not be read, and big worlds write many. */
const journalLength = 200

/** ms of this computer's time for which a throttled rehearsal stays throttled. */
const throttledFor = 120_000

/**
 * Starts the simulator.
 * @throws Error when there is no such scenario; its message lists those that there are
 */
export async function startPractice(start: PracticeStart, ports: PracticePorts): Promise<PracticeBackend> {
  const [{ createSimulator }, { SdkHandler, simulatedFetch }, { scenarios }, { faultKinds }] =
    await Promise.all([
      import('../simulator/simulator.ts'),
      import('../simulator/adapters/sdk-handler.ts'),
      import('../simulator/scenarios/registry.ts'),
      import('../simulator/faults/registry.ts'),
    ])
  const { recorded } = start
  const kept = start.kept === undefined ? undefined : (JSON.parse(start.kept) as Kept)
  const clock = scaledClock(kept?.speed ?? 1)
  const simulator = createSimulator({ clock: 'real', realNow: clock.now, scenario: 'empty' })
  const inner = simulator.control
  let current = kept?.scenario ?? start.scenario
  let withheld = kept?.withheld ?? 0
  const load = (name: string, seed?: number): LoadResult =>
    inner.load({
      ...(name === copy.name && recorded ? { recorded } : { scenario: name }),
      ...(seed !== undefined && { seed }),
    })
  let world = kept ? inner.load({ state: kept.state }) : load(current)
  const key = (): string => world.world

  const control: PracticeControl = {
    scenarios: [...(recorded ? [copy] : []), ...scenarios.map(({ name, summary }) => ({ name, summary }))],
    faults: faultKinds.map(({ kind, summary }) => ({ kind, summary })),
    scenario: () => current,
    isRehearsal: () => current === copy.name,
    isWithheld: () => withheld > 0,
    load(name, seed) {
      world = load(name, seed)
      current = name
      withheld = 0
      ports.loaded(world)
      return Promise.resolve()
    },
    inject: (fault: PracticeFault) => inner.fault({ ...fault, key: key() }),
    activeFaults: () => inner.faults({ key: key() }),
    clear(id) {
      inner.clear({ key: key(), ...(id !== undefined && { id }) })
      if (id === undefined) mendAll(inner, key())
    },
    subjects: () => subjectsOf(inner.world({ key: key() })),
    trouble: (id, subject) =>
      id === 'tab-closes' ? ports.reload() : troubles[id](inner, key(), { ...subject, speed: clock.speed() }),
    isTroubled: () => isTroubled(inner.world({ key: key() })),
    signedIn: () => endExpiry(inner, key()),
    resolvers: () => world.config.resolvers,
    advance: (duration) => void inner.advance({ key: key(), duration }),
    speed: { get: clock.speed, set: clock.setSpeed },
    journal: () => journalOf(inner, key()),
  }
  const handle = simulator.handle.bind(simulator)
  return {
    requestHandler: new SdkHandler(handle),
    fetch: simulatedFetch(handle),
    control,
    keys: world,
    account: world.config.account,
    regions: world.config.regions,
    keep: (make) => {
      const withholder = make(withheld)
      const state = inner.keptWorld({ key: key(), withholder })
      const saved: Kept = { scenario: current, speed: clock.speed(), withheld: withholder.count(), state }
      return withholder.withholdNames(JSON.stringify(saved))
    },
    isWorthKeeping: () =>
      current === copy.name || inner.journal({ key: key() }).some(({ name }) => name === 'records-changed'),
  }
}

function journalOf(inner: Control, key: string): ReturnType<PracticeControl['journal']> {
  return inner
    .journal({ key })
    .slice(-journalLength)
    .map((entry) => ({
      at: entry.at,
      kind: entry.type,
      text: [entry.name, entry.subject, entry.outcome].filter(Boolean).join(' · '),
    }))
}

type Deed = (inner: Control, key: string, subject: TroubleSubject & { speed: number }) => void

const troubles: Record<Exclude<TroubleId, 'tab-closes'>, Deed> = {
  'fails-under-load': (inner, key, { service }) =>
    inner.act({ key, kind: 'fail-under-load', subject: service }),
  'targets-unhealthy': (inner, key, { service }) =>
    inner.act({ key, kind: 'fail-health-checks', subject: service }),
  // World time may run faster than whoever watches.
  throttled: (inner, key, { speed }) =>
    void inner.fault({
      key,
      kind: 'throttle',
      share: 0.5,
      forSeconds: (throttledFor / 1000) * Math.max(1, speed),
    }),
  'lost-answer': (inner, key) =>
    void inner.fault({
      key,
      kind: 'reset-after',
      match: { service: 'route53', operation: 'ChangeResourceRecordSets' },
      times: 1,
    }),
  'colleague-edits': (inner, key, { hostname }) =>
    inner.act({ key, kind: 'edit-records', subject: hostname }),
  'keys-expire': (inner, key) => void inner.fault({ key, kind: 'expired' }),
  'slow-changes': (inner, key, { hostname }) => inner.act({ key, kind: 'slow-changes', subject: hostname }),
  'zone-busy': (inner, key, { hostname }) => inner.act({ key, kind: 'occupy-zone', subject: hostname }),
}

/** Ends what `act` began. */
function mendAll(inner: Control, key: string): void {
  const world = inner.world({ key })
  if (Object.keys(world.spoiltImages ?? {}).length > 0)
    for (const service of subjectsOf(world).services) inner.act({ key, kind: 'mend', subject: service })
  for (const { name, propagationMs } of Object.values(world.dns.hostedZones))
    if (propagationMs !== undefined) inner.act({ key, kind: 'quick-changes', subject: name })
}

function isTroubled({ spoiltImages = {}, dns }: World): boolean {
  const slow = Object.values(dns.hostedZones).some(({ propagationMs }) => propagationMs !== undefined)
  return slow || Object.keys(spoiltImages).length > 0
}

function endExpiry(inner: Control, key: string): void {
  for (const { id, kind } of inner.faults({ key })) if (kind === 'expired') inner.clear({ key, id })
}

function subjectsOf({ internet, regions }: World): ReturnType<PracticeControl['subjects']> {
  const services = Object.values(regions).flatMap(({ ecs }) => Object.values(ecs.services))
  return {
    hostnames: [...new Set(Object.values(internet.visitors).map(({ host }) => host))],
    services: services
      .filter(({ loadBalancers }) => loadBalancers.length > 0)
      .map(({ serviceArn }) => serviceArn.split(':service/')[1] ?? ''),
  }
}

/** A clock that starts as this computer's and can run faster or stand still, never backwards. */
function scaledClock(first: number): {
  now: () => number
  speed: () => number
  setSpeed: (times: number) => void
} {
  let times = first
  let anchor = { real: now(), scaled: now() }
  setPace(first)
  const read = (): number => anchor.scaled + (now() - anchor.real) * times
  return {
    now: read,
    speed: () => times,
    setSpeed(next) {
      anchor = { real: now(), scaled: read() }
      times = next
      setPace(next)
    },
  }
}
