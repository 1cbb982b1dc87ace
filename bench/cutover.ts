/** What the wizard and the run screen of a cutover cost: how long the checks before a start take, and how many calls to AWS the watching. */
import type { Browser, Page } from '@playwright/test'
import type { World } from '../e2e/fixtures.ts'
import { type Servers, startServers } from './servers.ts'
import { measured, type Row } from './table.ts'

const region = 'ap-northeast-2'
/** ms that each answer of AWS takes. */
const latency = 40
const runs = 3
/** Minutes. */
const soak = 8

/** An A record of 3,600 seconds, and the service that takes its hostname over. */
const move = {
  hostname: 'www.example.com',
  zone: 'example.com',
  cluster: 'edge',
  service: 'www',
  loadBalancer: 'edge-alb',
  targetGroup: 'www',
  search: { pace: 'own', weights: '0,50,100' },
}

/**
 * Not waited for: the probe (it costs money, so only a person starts it), what scans the zone, and the second reading of the
 * hostname, which comes two seconds after the first on purpose.
 */
const apart = ['P-35', 'P-12', 'P-45', 'P-07']

/** World time stands still but where it is moved: answers take real time all the same. */
export async function cutoverRows(browser: Browser): Promise<Row[]> {
  const servers = await startServers({ clock: 'manual', port: 5374, simPort: 4767 })
  try {
    const steps = await stepsOn(servers)
    return [...(await preflightRows(browser, steps)), ...(await watchingRows(browser, steps))]
  } finally {
    servers.stop()
  }
}

async function preflightRows(browser: Browser, steps: Steps): Promise<Row[]> {
  const { loadWorld, takeRole, zoneId, follow } = steps
  const times: number[] = []
  let calls = 0
  for (let run = 0; run < runs; run += 1) {
    const world = await loadWorld({ scenario: 'migration', seed: 1 })
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    await world.open(page, `/${region}/clusters`)
    await takeRole(page)
    const query = new URLSearchParams({ ...addressOf(move), zone: await zoneId(world, move.zone) })
    await follow(page, `/${region}/cutovers/new?${query.toString()}`)
    await page.getByText('Proposed from the service.').nth(1).waitFor()
    await world.fault({ kind: 'delay', ms: latency })
    const before = await callsOf(world)
    times.push(await timeOfChecks(page))
    await page.getByRole('button', { name: 'Run all again', disabled: false }).waitFor()
    calls = (await callsOf(world)) - before
    await page.close()
  }
  return [
    measured(`Preflight, ${latency} ms a call: all but ${apart.join(', ')}`, times, 3000),
    { what: 'Preflight: calls to AWS in all', measured: calls, unit: 'calls' },
  ]
}

/** ms from the click that leads to the preflight until each awaited check shows what it found. */
async function timeOfChecks(page: Page): Promise<number> {
  await page.evaluate(noteChecks, apart)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  return page.evaluate(() => (globalThis as unknown as { benchChecks: Promise<number> }).benchChecks)
}

/** Runs in the page: from the next click on, looks in each frame whether a check is still being made. */
function noteChecks(left: string[]): void {
  const look = (from: number, resolve: (took: number) => void): void => {
    const lines = [...document.querySelectorAll('.tg-check')].filter(
      ({ textContent }) => !left.some((id) => textContent?.includes(id)),
    )
    const open = lines.filter((line) => line.textContent?.includes('Checking'))
    if (lines.length > 30 && open.length === 0) resolve(performance.now() - from)
    else requestAnimationFrame(() => look(from, resolve))
  }
  const benchChecks = new Promise<number>((resolve) => {
    document.addEventListener('click', ({ timeStamp }) => look(timeStamp, resolve), {
      capture: true,
      once: true,
    })
  })
  Object.assign(globalThis, { benchChecks })
}

/** A soak of 50 %, with every guard at work. The page's clock and the world's are moved together, ten seconds at a time. */
async function watchingRows(browser: Browser, steps: Steps): Promise<Row[]> {
  const { loadWorld, startCutover, stepTo, Time } = steps
  const world = await loadWorld({ scenario: 'migration', seed: 1 })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  const time = new Time(page, world, false)
  await page.clock.install({ time: await time.now() })
  // The product waits by the page's own timers then, which are moved here.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
  await startCutover(page, world, time, move)
  await stepTo(page, time, '50 % new')
  const before = await callsOf(world)
  await time.pass(soak * 60)
  const perMinute = ((await callsOf(world)) - before) / soak
  await page.close()
  return [
    {
      what: `Run screen: calls to AWS a minute, over ${soak} min of a soak`,
      measured: perMinute,
      unit: 'calls',
      limit: 30,
    },
  ]
}

async function callsOf(world: World): Promise<number> {
  return (await world.journal()).filter(({ type }) => type === 'call').length
}

type Steps = Awaited<ReturnType<typeof stepsOn>>

/** The steps of the end-to-end tests find their servers in the environment, when they are loaded. */
async function stepsOn({ web, simulator }: Servers) {
  process.env.E2E_PORT = new URL(web).port
  process.env.E2E_SIM_PORT = new URL(simulator).port
  const { loadWorld } = await import('../e2e/fixtures.ts')
  const { startCutover, takeRole, Time, zoneId } = await import('../e2e/cutover-steps.ts')
  const { stepTo } = await import('../e2e/cutover-watching.ts')
  const { follow } = await import('../e2e/steps.ts')
  return { loadWorld, startCutover, takeRole, Time, zoneId, stepTo, follow }
}

/** The parameters of the wizard's address. */
function addressOf({ search, ...chosen }: typeof move): Record<string, string> {
  return { ...chosen, ...search }
}
