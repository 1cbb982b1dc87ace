/**
 * A cutover that stands at 25 %: driven there once for each worker, as a person does it. Each test goes on from a copy of that
 * world and of what that browser kept, so that it costs seconds.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import {
  expect,
  happens,
  type Move,
  recordsAt,
  region,
  startCutover,
  takeRole,
  test as base,
  Time,
  zoneId,
} from './cutover-steps.ts'
import { look, nextButton, rung, soak, takeOver } from './cutover-watching.ts'
import { loadWorld, type SavedWorld, saveWorld, type World } from './fixtures.ts'

/** Has a load balancer of its own: what that answers by itself is about this service. */
export const shop: Move = {
  hostname: 'shop.example.com',
  zone: 'example.com',
  cluster: 'edge',
  service: 'shop',
  loadBalancer: 'shop-alb',
  targetGroup: 'shop',
  search: { pace: 'own', weights: '0,25,100', bake: '1', alarms: 'shop-5xx' },
  tick: ['Automatic abort'],
}

interface Standing {
  world: SavedWorld
  browser: Awaited<ReturnType<BrowserContext['storageState']>>
}

export interface Elsewhere {
  page: Page
  time: Time
}

interface StandingOptions {
  /** What is different in the world when the test begins. */
  changed: { by: (world: SavedWorld) => void }
  /** Opens a browser that keeps nothing of the first one: no notes, no cookies. */
  elsewhere: () => Promise<Elsewhere>
}

export const test = base.extend<StandingOptions, { standing: Standing }>({
  standing: [
    async ({ browser }, use) => use(await driveThere(browser)),
    { scope: 'worker', timeout: 240_000 },
  ],
  changed: [{ by: () => undefined }, { option: true }],
  storageState: ({ standing }, use) => use(standing.browser),
  /** Closed with the test: a page that goes on would ask the next test's copy of the world. */
  elsewhere: async ({ browser, world }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
      contexts.push(context)
      const page = await context.newPage()
      return { page, time: await tied(page, world) }
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  world: async ({ standing, changed }, use) => {
    const state = structuredClone(standing.world)
    changed.by(state)
    const world = await loadWorld({ state })
    // It has the id of the test's before: what that one let go wrong is over.
    await world.clear()
    await use(world)
  },
})

export { expect } from '@playwright/test'

/** Visitors come by few resolvers: by chance most of them may be sent to the new side at 25 %, and the shop is made to break under them. */
async function strongShop(): Promise<World> {
  const state = await saveWorld(await loadWorld({ scenario: 'migration', seed: 1 }))
  const shops = Object.entries(state.images).filter(([image]) => image.endsWith('edge/shop:1.0.0'))
  for (const [image, { breaksAboveRps: _, ...strong }] of shops) state.spoiltImages = { [image]: strong }
  const world = await loadWorld({ state })
  await happens(world, 'mend', `${shop.cluster}/${shop.service}`)
  return world
}

async function driveThere(browser: Browser): Promise<Standing> {
  const world = await strongShop()
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Asia/Seoul' })
  const page = await context.newPage()
  const time = await tied(page, world)
  await startCutover(page, world, time, shop)
  for (const label of ['TTL lowered', '0 % new', '25 % new']) {
    await soak(page, time)
    await nextButton(page).click()
    await time.soon(now(page, 'Waiting, watched'))
    await expect(rung(page, label)).toBeVisible()
    await look(page)
  }
  const stood = { world: await saveWorld(world), browser: await context.storageState({ indexedDB: true }) }
  await context.close()
  return stood
}

/** Ties the timers of a page to the time of a world. */
export async function tied(page: Page, world: World): Promise<Time> {
  const time = new Time(page, world, false)
  await time.install()
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
  return time
}

/** What happens now, in a word or two. */
export const now = (page: Page, words: string) =>
  page.getByRole('main').getByText(words, { exact: true }).first()

/** Opens the page of the cutover and takes it over, as whoever comes back to it does. */
export async function comeBack(page: Page, world: World, time: Time): Promise<void> {
  await openCutover(page, world)
  await takeOver(page, shop.hostname)
  await time.until(now(page, 'Waiting, watched'), 5)
  // Whatever changes afterwards is a change to them.
  await time.until(page.getByText(/^Guards looked/), 5)
}

export async function openCutover(page: Page, world: World): Promise<void> {
  const zone = await zoneId(world, shop.zone)
  await world.open(page, `/${region}/cutovers/${zone}/${shop.hostname}`)
  await takeRole(page)
}

/** The zone is as it was before, read by a client that is not ours. */
export async function originalAgain(world: World): Promise<void> {
  const records = await recordsAt(world, await zoneId(world, shop.zone), shop.hostname)
  const addresses = ['198.51.100.11', '198.51.100.12', '198.51.100.13', '198.51.100.14']
  const ResourceRecords = addresses.map((Value) => ({ Value }))
  expect(records).toEqual([{ Name: `${shop.hostname}.`, Type: 'A', TTL: 300, ResourceRecords }])
}

/** Answers of the new side, percent, as the zone says; undefined while no weights stand there. */
export async function newShare(world: World): Promise<number | undefined> {
  const records = await recordsAt(world, await zoneId(world, shop.zone), shop.hostname)
  return records.find(({ SetIdentifier }) => SetIdentifier?.startsWith('ecs-'))?.Weight
}
