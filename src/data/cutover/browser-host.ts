/** A cutover's host in a real tab: IndexedDB, Web Locks, a worker's clock, the browser's chance. */
import type { Authority } from '../../auth/authority.ts'
import type { Aws } from '../../aws/context.ts'
import type { DohPorts, DohResolver } from '../../aws/dns/resolvers.ts'
import { askToPersist, memoryTable, openTable } from '../../browser/database.ts'
import { lead } from '../../browser/locks.ts'
import { keepAwake } from '../../browser/wake-lock.ts'
import { WorkerClock } from '../../browser/worker-clock.ts'
import { serverNow } from '../../lib/clock.ts'
import type { CutoverHost } from './host.ts'
import { cryptoChance } from '../../core/cutover/identifiers.ts'
import type { CutoverRow, CutoverTables, IntentRow, ReportRow } from './rows.ts'
import { surroundingsOf } from './surroundings.ts'

export interface BrowserHostOptions {
  authority: Authority
  /** The account, Region and role in use. */
  aws: () => Aws
  fetch: DohPorts['fetch']
  /** Of config.json; none where resolvers must not be asked. */
  resolvers: readonly DohResolver[]
  /** Origins of config.json that the page may send requests to. */
  probeHosts: readonly string[]
  /** The simulated AWS inside the page: nothing of it is kept. */
  practice: boolean
  onMistake: (mistake: unknown) => void
}

/** ms for one answer of the hostname. */
const probeDeadline = 10_000

export function browserHost(options: BrowserHostOptions): CutoverHost {
  const { authority, aws, fetch, resolvers, probeHosts, practice, onMistake } = options
  const clock = new WorkerClock(serverNow)
  if (!practice) askToPersist()
  return {
    get aws() {
      return aws()
    },
    ...(resolvers.length > 0 && { doh: { fetch, resolvers } }),
    surroundings: surroundingsOf({ authority, aws, now: serverNow }),
    tables: practice ? practiceTables() : keptTables(),
    now: serverNow,
    chance: cryptoChance,
    sleepUntil: clock.sleepUntil,
    lead: (name) => lead(name),
    keepAwake,
    probe: async (url) => (probeHosts.includes(new URL(url).origin) ? probe(fetch, url) : undefined),
    onMistake,
  }
}

/** Any answer will do: what it says cannot be read from here, only that DNS, connection and certificate are right. */
async function probe(fetch: DohPorts['fetch'], url: string): Promise<'answered' | 'failed'> {
  try {
    const signal = AbortSignal.timeout(probeDeadline)
    await fetch(url, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal })
    return 'answered'
  } catch {
    return 'failed'
  }
}

function keptTables(): CutoverTables {
  return {
    cutovers: openTable<CutoverRow>('cutovers'),
    intents: openTable<IntentRow>('intents'),
    reports: openTable<ReportRow>('reports'),
  }
}

export function practiceTables(): CutoverTables {
  return {
    cutovers: memoryTable<CutoverRow>('cutovers'),
    intents: memoryTable<IntentRow>('intents'),
    reports: memoryTable<ReportRow>('reports'),
  }
}
