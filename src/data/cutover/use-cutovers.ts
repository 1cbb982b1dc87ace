/** The cutovers of this tab for React: the app says where they come from, a page asks for them when it is shown. */
import { createContext, use, useCallback, useMemo, useSyncExternalStore } from 'react'
import { useSession } from '../session.ts'
import type { CutoverSession } from './cutover-session.ts'
import type { CutoverView } from './cutover-view.ts'
import type { Cutovers } from './cutovers.ts'

export interface CutoverSource {
  /** Those of a Region, the same ones for the life of the tab; their code is loaded at the first call. */
  of(region: string): Promise<Cutovers>
  /** Those that were asked for already: looking at them loads nothing. */
  loaded(): readonly Cutovers[]
  subscribe(listener: () => void): () => void
}

export const CutoverContext = createContext<CutoverSource | undefined>(undefined)

function useSource(): CutoverSource {
  const source = use(CutoverContext)
  if (!source) throw new Error('useCutovers needs a CutoverContext around it')
  return source
}

/** Suspends until their code is there. */
export function useCutovers(): Cutovers {
  const source = useSource()
  const { region } = useSession()
  return use(source.of(region))
}

/** Every cutover that this tab drives, in any Region; loads nothing. */
export function useOwnSessions(): readonly CutoverSession[] {
  const source = useSource()
  const all = useMemo(() => new OwnSessions(source), [source])
  return useSyncExternalStore(all.subscribe, all.get)
}

/** The session of a hostname (canonical); undefined while this tab does not drive it. */
export function useCutoverSession(
  cutovers: Cutovers,
  zoneId: string,
  hostname: string,
): CutoverSession | undefined {
  const find = useCallback(() => cutovers.session(zoneId, hostname), [cutovers, zoneId, hostname])
  return useSyncExternalStore(cutovers.subscribe, find)
}

export function useCutoverView(session: CutoverSession): CutoverView {
  return useSyncExternalStore(session.subscribe, session.get)
}

/** One list over all Regions; the same array until something changes. */
class OwnSessions {
  readonly #source: CutoverSource
  #known: readonly CutoverSession[] = []

  constructor(source: CutoverSource) {
    this.#source = source
  }

  get = (): readonly CutoverSession[] => {
    const now = this.#source.loaded().flatMap((each) => each.get())
    const same = now.length === this.#known.length && now.every((one, index) => one === this.#known[index])
    if (!same) this.#known = now
    return this.#known
  }

  subscribe = (listener: () => void): (() => void) => this.#source.subscribe(listener)
}
