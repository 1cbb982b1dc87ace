/** What every end-to-end test starts from: a world of its own, a way to move it, and a page that must stay within the content security policy. */
import { type Page, test as base } from '@playwright/test'

const webPort = process.env.E2E_PORT ?? '5273'
const simulator = `http://127.0.0.1:${process.env.E2E_SIM_PORT ?? '4666'}`

export interface JournalEntry {
  type: 'call' | 'effect'
  name: string
  region: string
  outcome?: string
  subject?: string
  detail?: unknown
}

/** A simulated account that belongs to one test. */
export interface World {
  id: string
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  /** The console's address for this world. */
  origin: string
  /** Moves world time on by an ISO 8601 duration such as `PT10M`. */
  advance(duration: string): Promise<void>
  /** Makes matching calls fail; see simulator/faults. */
  fault(fault: { match: Record<string, unknown>; kind: string } & Record<string, unknown>): Promise<void>
  /** Ends every fault. */
  clear(): Promise<void>
  journal(): Promise<JournalEntry[]>
  /** Signs in through the hosted page and lands on `path`. */
  signIn(page: Page, path?: string, user?: string): Promise<void>
}

interface Options {
  scenario: string
}

export const test = base.extend<Options & { world: World; policyGuard: void }>({
  scenario: ['demo', { option: true }],

  world: async ({ scenario }, use) => {
    await use(await loadWorld(scenario))
  },

  /** Any violation of the content security policy fails the test. */
  policyGuard: [
    async ({ page }, use) => {
      const violations: string[] = []
      page.on('console', (message) => {
        if (/Content Security Policy|Trusted ?Type|violates the following/i.test(message.text()))
          violations.push(message.text())
      })
      await use()
      if (violations.length > 0) throw new Error(`Content security policy violated: ${violations.join('\n')}`)
    },
    { auto: true },
  ],
})

/** Loads a fresh world of `scenario` into the running simulator. */
async function loadWorld(scenario: string): Promise<World> {
  const made = await post<{
    world: string
    accessKeyId: string
    secretAccessKey: string
    sessionToken: string
  }>('load', {
    scenario,
    seed: 1,
  })
  const key = made.accessKeyId
  const origin = `http://${made.world}.localhost:${webPort}`
  return {
    id: made.world,
    accessKeyId: key,
    secretAccessKey: made.secretAccessKey,
    sessionToken: made.sessionToken,
    origin,
    advance: async (duration) => void (await post('advance', { key, duration })),
    fault: async (fault) => void (await post('fault', { key, ...fault })),
    clear: async () => void (await post('clear', { key })),
    journal: () => get<JournalEntry[]>(`journal?key=${key}`),
    signIn: (page, path = '/', user = 'demo') => signIn(page, origin + path, user),
  }
}

async function signIn(page: Page, address: string, user: string): Promise<void> {
  await page.goto(address)
  const button = page.getByRole('button', { name: 'Sign in' })
  await button.click()
  await page.getByLabel('Username').fill(user)
  await page.getByLabel('Password').fill(`tidegate-${user}`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('main').waitFor()
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`${simulator}/_sim/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`/_sim/${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`${simulator}/_sim/${path}`)
  if (!response.ok) throw new Error(`/_sim/${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
