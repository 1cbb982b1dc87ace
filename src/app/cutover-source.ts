/** Makes the cutovers of each Region when a page first asks for them, and keeps them for the life of the tab, whatever role is in use. */
import type { Aws } from '../aws/context.ts'
import type { Cutovers } from '../data/cutover/cutovers.ts'
import type { CutoverSource } from '../data/cutover/use-cutovers.ts'
import { Store } from '../lib/store.ts'
import type { AwsCache } from './aws-cache.ts'
import { loadPart } from './chunk-missing.ts'
import type { Opening } from './opening.ts'

export class TabCutovers implements CutoverSource {
  readonly #opening: Opening
  readonly #cache: AwsCache
  readonly #asked = new Map<string, Promise<Cutovers>>()
  readonly #loaded = new Store<readonly Cutovers[]>([])
  readonly #listeners = new Set<() => void>()

  constructor(opening: Opening, cache: AwsCache) {
    this.#opening = opening
    this.#cache = cache
  }

  loaded = (): readonly Cutovers[] => this.#loaded.get()

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  of(region: string): Promise<Cutovers> {
    const { mode, snapshot } = this.#opening.authority
    // Another practice scenario is another world; keys that were typed anew go on with what is under way.
    const key = mode === 'practice' ? `${region}/${String(snapshot().generation)}` : region
    const asked = this.#asked.get(key) ?? this.#make(region, key)
    this.#asked.set(key, asked)
    return asked
  }

  async #make(region: string, key: string): Promise<Cutovers> {
    try {
      const { tabCutovers } = await loadPart(() => import('./cutover-host.ts'))
      const made = tabCutovers(this.#opening, () => this.#aws(region))
      for (const one of this.#opening.authority.mode === 'practice' ? this.loaded() : [])
        for (const session of one.get()) one.leave(session)
      this.#loaded.set([...this.loaded(), made])
      made.subscribe(() => this.#tell())
      this.#tell()
      return made
    } catch (error) {
      this.#asked.delete(key)
      throw error
    }
  }

  #aws(region: string): Aws {
    const { role, generation } = this.#opening.authority.snapshot()
    return this.#cache.entry(region, role, generation).aws
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
