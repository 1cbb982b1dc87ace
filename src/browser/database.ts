/** What this computer remembers between visits: tables of one IndexedDB, or of memory where the browser keeps nothing. */
import { type IDBPDatabase, openDB } from 'idb'

type Key = string | string[]

export interface Table<Row> {
  get(key: Key): Promise<Row | undefined>
  all(): Promise<Row[]>
  /** Replaces the row with the same key. */
  put(row: Row): Promise<void>
  delete(key: Key): Promise<void>
}

/** Name of each table, and which members of a row are its key. */
const keyPaths = {
  cutovers: 'id',
  intents: ['cutover', 'nonce'],
  reports: 'id',
} as const

export type TableName = keyof typeof keyPaths

const version = 1

let opened: Promise<IDBPDatabase | undefined> | undefined

/** Undefined where the browser refuses: private windows of some, and Node. */
function database(): Promise<IDBPDatabase | undefined> {
  opened ??= openTables().catch(() => undefined)
  return opened
}

/** Rejects also where there is no IndexedDB at all. */
async function openTables(): Promise<IDBPDatabase> {
  return openDB('tidegate', version, {
    upgrade(made) {
      for (const [name, path] of Object.entries(keyPaths))
        made.createObjectStore(name, { keyPath: typeof path === 'string' ? path : [...path] })
    },
    // Another tab wants to change the tables: it must not wait for this one.
    blocking: (_current, _wanted, event) => {
      opened = undefined
      const open = event.target as IDBDatabase
      open.close()
    },
    terminated: () => {
      opened = undefined
    },
  })
}

/** Opened at first use. Where there is no IndexedDB, what is put is kept as long as the page. */
export function openTable<Row extends object>(name: TableName): Table<Row> {
  const inMemory = memoryTable<Row>(name)
  return {
    // Rows were put by this very function, so they are what they were.
    get: async (key) => {
      const there = await database()
      return there ? ((await there.get(name, key)) as Row | undefined) : inMemory.get(key)
    },
    all: async () => {
      const there = await database()
      return there ? ((await there.getAll(name)) as Row[]) : inMemory.all()
    },
    put: async (row) => {
      const there = await database()
      if (there) await there.put(name, row)
      else await inMemory.put(row)
    },
    delete: async (key) => {
      const there = await database()
      await (there ? there.delete(name, key) : inMemory.delete(key))
    },
  }
}

/** The same, in memory: for practice, which leaves nothing behind, and for tests. */
export function memoryTable<Row extends object>(name: TableName): Table<Row> {
  const rows = new Map<string, Row>()
  const path = keyPaths[name]
  const keyOf = (row: Row): Key => {
    const member = (of: string): string => String((row as Record<string, unknown>)[of])
    return typeof path === 'string' ? member(path) : path.map(member)
  }
  return {
    get: async (key) => structuredClone(rows.get(JSON.stringify(key))),
    all: async () => [...rows.values()].map((row) => structuredClone(row)),
    put: async (row) => void rows.set(JSON.stringify(keyOf(row)), structuredClone(row)),
    delete: async (key) => void rows.delete(JSON.stringify(key)),
  }
}

let asked = false

/** Asks the browser once not to drop what is kept when space runs short. It may refuse, or ask the person. */
export function askToPersist(): void {
  if (asked || typeof navigator === 'undefined' || !('storage' in navigator)) return
  asked = true
  navigator.storage.persist().catch(() => undefined)
}
