/** Steps of tests about cutovers: page timers and world time moved together, the wizard walked through, the zone read by a client that is not ours. */
import {
  ListHostedZonesByNameCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  Route53Client,
} from '@aws-sdk/client-route-53'
import { expect, type Locator, type Page } from '@playwright/test'
import { callsTo } from './steps.ts'
import { test as base, type World } from './fixtures.ts'

const simulator = `http://127.0.0.1:${process.env.E2E_SIM_PORT ?? '4666'}`
export const region = 'ap-northeast-2'

/** The one hand on both clocks. */
export class Time {
  readonly #page: Page
  readonly #world: World
  readonly #workers: boolean
  #inFlight = 0
  #lastChange = 0
  /** The page's time when its clock was taken over, and this computer's; ms since the epoch. */
  #installed = { at: 0, since: 0 }
  /** ms by which the page's clock was moved since. */
  #moved = 0

  constructor(page: Page, world: World, workers: boolean) {
    this.#page = page
    this.#world = world
    this.#workers = workers
    const changed = (by: number) => (): void => {
      this.#inFlight = Math.max(0, this.#inFlight + by)
      this.#lastChange = Date.now()
    }
    page.on('request', changed(1))
    page.on('requestfinished', changed(-1))
    page.on('requestfailed', changed(-1))
  }

  /** Takes the page's clock over, at the world's time. */
  async install(): Promise<void> {
    const at = await this.now()
    await this.#page.clock.install({ time: at })
    this.#installed = { at, since: Date.now() }
  }

  /** The world's time, ms since the epoch. */
  async now(): Promise<number> {
    return this.#advance('PT0S')
  }

  /** Moves the world alone; returns its time then. */
  async #advance(duration: string): Promise<number> {
    const { now } = await act<{ now: number }>('advance', { key: this.#world.accessKeyId, duration })
    return now
  }

  /** Lets so many seconds pass, in steps that no wait of the page notices. */
  async pass(seconds: number, step = 10): Promise<void> {
    for (let left = seconds; left > 0; left -= step) {
      const now = Math.min(step, left)
      const world = await this.#advance(`PT${String(now)}S`)
      // The page's clock goes on by itself, too, while the page works: what it is ahead by passes in the world alone.
      const ahead = this.#installed.at + this.#moved + Date.now() - this.#installed.since - world
      const ms = Math.max(0, Math.min(now * 1000, -ahead))
      await this.#page.clock.fastForward(ms)
      this.#moved += ms
      await (this.#workers ? this.tick() : this.settle())
    }
  }

  /** Lets time pass until something can be seen or is so. `most`: minutes; `step`: seconds at once. */
  async until(
    seen: Locator | (() => Promise<boolean>),
    most = 30,
    step: number | (() => number | Promise<number>) = 10,
  ): Promise<void> {
    const isSo = typeof seen === 'function' ? seen : () => seen.isVisible()
    await this.settle()
    for (let passed = 0; passed <= most * 60;) {
      if (await isSo()) return
      const seconds = typeof step === 'number' ? step : await step()
      await this.pass(seconds, seconds)
      passed += seconds
    }
    throw new Error(`In ${String(most)} minutes it never came to ${String(seen)}`)
  }

  /**
   * What a click begins: first in steps so small that no read that it waits for runs out of time on a busy machine, then in larger
   * ones, while Route 53 takes it everywhere.
   */
  async soon(seen: Locator | (() => Promise<boolean>), most = 5): Promise<void> {
    let count = 0
    await this.until(seen, most, () => Math.min(20, 2 ** Math.max(1, count++ - 1)))
  }

  /** One tick of a worker, whose second no test can shorten, and what follows from it. */
  async tick(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await this.settle()
  }

  /** Until the page has had its answers, and has made of them what it makes. */
  async settle(): Promise<void> {
    const from = Date.now()
    for (;;) {
      const seen = this.#lastChange
      const quiet = Date.now() - Math.max(from, seen)
      if (this.#inFlight === 0 && quiet > 40) {
        // What the page still does with an answer comes before what it is asked now.
        await this.#page.evaluate(() => 0).catch(() => undefined)
        if (this.#inFlight === 0 && this.#lastChange === seen) return
      }
      // A request that hangs is waited for only so long.
      if (quiet > 8_000) return
      await new Promise((resolve) => setTimeout(resolve, 8))
    }
  }
}

interface CutoverOptions {
  /** The page has dedicated workers, whose timers no test moves: waits then hang on real seconds. */
  workers: boolean
}

export const test = base.extend<CutoverOptions & { time: Time }>({
  scenario: 'migration',
  workers: [false, { option: true }],

  time: async ({ page, world, workers }, use) => {
    const time = new Time(page, world, workers)
    await time.install()
    // Without workers the product waits by the page's own timers, which are moved here.
    if (!workers) await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
    await use(time)
  },
})

export { expect } from '@playwright/test'

/** What no AWS call does: servers that stop, versions that break, colleagues who edit; see simulator/control. */
export async function happens(world: World, kind: string, subject: string): Promise<void> {
  await act('act', { key: world.accessKeyId, kind, subject })
}

async function act<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`${simulator}/_sim/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`/_sim/${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

export function route53(world: World): Route53Client {
  const { accessKeyId, secretAccessKey, sessionToken } = world
  return new Route53Client({
    region: 'us-east-1',
    endpoint: simulator,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
  })
}

/** Id of the public zone of that name. */
export async function zoneId(world: World, name: string): Promise<string> {
  const { HostedZones = [] } = await route53(world).send(new ListHostedZonesByNameCommand({ DNSName: name }))
  const zone = HostedZones.find(({ Name, Config }) => Name === `${name}.` && !Config?.PrivateZone)
  if (!zone?.Id) throw new Error(`There is no public zone ${name}`)
  return zone.Id.replace('/hostedzone/', '')
}

/** Every record set of the zone. */
export async function allRecords(world: World, id: string): Promise<ResourceRecordSet[]> {
  const { ResourceRecordSets = [], IsTruncated } = await route53(world).send(
    new ListResourceRecordSetsCommand({ HostedZoneId: id, MaxItems: 300 }),
  )
  if (IsTruncated) throw new Error('The zone has more records than one page')
  return ResourceRecordSets
}

/** Those that answer for one name. */
export async function recordsAt(world: World, id: string, name: string): Promise<ResourceRecordSet[]> {
  return (await allRecords(world, id)).filter((record) => record.Name === `${name}.`)
}

/** What of the zone is the cutover's own. */
export async function journalOf(world: World, id: string): Promise<ResourceRecordSet[]> {
  return (await allRecords(world, id)).filter(({ Name }) => Name?.startsWith('_cutover-'))
}

export interface Move {
  hostname: string
  zone: string
  cluster: string
  service: string
  loadBalancer: string
  targetGroup: string
  /** Further parameters of the wizard's address. */
  search?: Record<string, string>
  /** Boxes of the last step that are to be ticked. */
  tick?: readonly string[]
  smoke?: string
}

/** Walks through the wizard by role and name, and starts. */
export async function startCutover(page: Page, world: World, time: Time, move: Move): Promise<void> {
  const { hostname, zone, search = {}, tick = [], smoke } = move
  const { cluster, service, loadBalancer, targetGroup } = move
  const query = new URLSearchParams({
    hostname,
    zone: await zoneId(world, zone),
    cluster,
    service,
    loadBalancer,
    targetGroup,
    ...search,
  })
  await world.open(page, `/${region}/cutovers/new?${query.toString()}`)
  await takeRole(page)
  // Until what was chosen is read, the first step cannot be left.
  await time.settle()
  await nextStep(page, 'Preflight')
  await passPreflight(page, time)
  await nextStep(page, 'Plan')
  await nextStep(page, 'Confirm')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the rollback file' }).click()
  await download
  for (const name of tick) await page.getByRole('checkbox', { name }).check()
  if (smoke !== undefined) await page.getByLabel('One a line').fill(smoke)
  await page.getByLabel(`Type ${hostname} to confirm`).fill(hostname)
  await page.getByRole('button', { name: 'Start the cutover' }).click()
  await page.getByRole('heading', { name: `Cutover of ${hostname}` }).waitFor()
}

/** For 15 minutes, by the menu at the top. */
export async function takeRole(page: Page, role = 'cutover'): Promise<void> {
  const menu = page.getByRole('button', { name: /^Role: / })
  if ((await menu.getAttribute('aria-label'))?.endsWith(role)) return
  await menu.click()
  await page.getByRole('menuitemcheckbox', { name: new RegExp(`^${role}`) }).click()
  await expect(menu).toHaveAccessibleName(`Role: ${role}`)
}

async function nextStep(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('heading', { name: new RegExp(title), level: 1 }).waitFor()
}

/** Waits for every check, and acknowledges every warning, one by one. */
async function passPreflight(page: Page, time: Time): Promise<void> {
  const boxes = page.getByRole('checkbox', { name: /^I (have read this|take this upon myself)/ })
  await time.until(() => page.getByRole('button', { name: 'Run all again' }).isEnabled(), 5, 1)
  for (let index = 0; index < (await boxes.count()); index++) await boxes.nth(index).check()
}

/** Calls to AWS in the world's journal so far. */
export async function awsCalls(world: World): Promise<number> {
  return (await callsTo(world, '')).length
}
