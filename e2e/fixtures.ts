/** What every end-to-end test starts from: a world of its own, a way to move it, and a page that must stay within the content security policy. */
import { type Page, test as base } from '@playwright/test'
import type { Control } from '../simulator/control/control.ts'

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
  /** What the console reads as config.json. */
  config: ConsoleConfig
  /** Moves world time on by an ISO 8601 duration such as `PT10M`. */
  advance(duration: string): Promise<void>
  /** Makes matching calls fail; see simulator/faults. */
  fault(fault: { match?: Record<string, unknown>; kind: string } & Record<string, unknown>): Promise<void>
  /** Ends every fault. */
  clear(): Promise<void>
  journal(): Promise<JournalEntry[]>
  /** Signs in through the hosted page and lands on `path`. */
  signIn(page: Page, path?: string, user?: string): Promise<void>
  /** Opens `path` as a browser that has signed in before: the page comes back silently. Faster than `signIn`. */
  open(page: Page, path?: string, user?: string): Promise<void>
}

export interface ConsoleConfig extends Record<string, unknown> {
  account: string
  regions: string[]
  endpoint: string
  auth: { loginDomain: string; clientId: string }
}

interface Options {
  scenario: string
}

export const test = base.extend<Options & { world: World; policyGuard: void }>({
  scenario: ['demo', { option: true }],

  world: async ({ scenario }, use) => {
    await use(await loadWorld({ scenario, seed: 1 }))
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

/** Loads a fresh world of a scenario, or one that was saved, into the running simulator. */
export async function loadWorld(
  wish: { scenario: string; seed: number } | { state: SavedWorld },
): Promise<World> {
  const made = await post<{
    world: string
    accessKeyId: string
    secretAccessKey: string
    sessionToken: string
    config: ConsoleConfig
  }>('load', wish)
  const key = made.accessKeyId
  const origin = `http://${made.world}.localhost:${webPort}`
  return {
    id: made.world,
    accessKeyId: key,
    secretAccessKey: made.secretAccessKey,
    sessionToken: made.sessionToken,
    origin,
    config: made.config,
    advance: async (duration) => void (await post('advance', { key, duration })),
    fault: async (fault) => void (await post('fault', { key, ...fault })),
    clear: async () => void (await post('clear', { key })),
    journal: () => get<JournalEntry[]>(`journal?key=${key}`),
    signIn: (page, path = '/', user = 'demo') => signIn(page, origin + path, user),
    open: (page, path = '/', user = 'demo') => open(page, { origin, config: made.config, path, user }),
  }
}

/** The tables of a whole world, as plain JSON. */
export type SavedWorld = ReturnType<Control['world']>

export function saveWorld({ accessKeyId }: World): Promise<SavedWorld> {
  return get<SavedWorld>(`world?key=${accessKeyId}`)
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

interface Visit {
  origin: string
  config: ConsoleConfig
  path: string
  user: string
}

/** The login form is posted beside the page, and the page told that it may try a silent return. */
async function open(page: Page, { origin, config, path, user }: Visit): Promise<void> {
  const { loginDomain, clientId } = config.auth
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: `${origin}/signed-in`,
    scope: 'openid',
    state: 'beside',
    // Its verifier is known to nobody: the code that comes of this is never used, only the session.
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  })
  const answer = await page.request.post(`${loginDomain}/login?${query.toString()}`, {
    form: { username: user, password: `tidegate-${user}` },
    maxRedirects: 0,
  })
  if (answer.status() !== 302) throw new Error(`The login form answered ${answer.status()}`)
  await page.goto(`${origin}/config.json`)
  await page.evaluate(() => localStorage.setItem('tidegate.signed-in', '1'))
  await page.goto(origin + path)
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
