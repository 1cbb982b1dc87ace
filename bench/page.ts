/** Opens the console in a throttled Chromium and measures what a person waits for. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test'

/** Address of the list with 5,000 services, below an origin. */
export const fleetPath = '/ap-northeast-2/clusters/fleet/services'

/** Selector of a link in a row of the services table. */
const serviceRow = 'table tbody a[href*="/services/"]'

/** Bytes over the network by kind, as encoded on the wire, from our own origin up to the first service row. */
export interface Transfer {
  total: number
  script: number
  style: number
  font: number
  other: number
  /** The embedded simulator's chunks, and those of the AWS services' schemas that it brings along: counted apart. */
  simulator: number
  requests: number
}

export interface Opening {
  /** ms from the start of navigation to the first row in the document, before it is painted. */
  inserted: number
  /** ms from the start of navigation to the first painted service row. */
  firstRow: number
  transfer: Transfer
}

/** Slows the page's CPU by `factor`. */
export async function throttle(page: Page, factor: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: factor })
  return session
}

/** Opens `address` in a new tab of `context` and waits for the first painted service row. */
export async function open(
  context: BrowserContext,
  address: string,
  options: { slow: number; encoding?: 'gzip' | 'br'; emptyCache: boolean },
): Promise<Opening & { page: Page }> {
  const page = await context.newPage()
  const session = await throttle(page, options.slow)
  await session.send('Network.enable')
  if (options.encoding) {
    await session.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': options.encoding } })
  }
  if (options.emptyCache) await session.send('Network.clearBrowserCache')
  await page.addInitScript(noteFirstRow, serviceRow)
  const loads = watchLoads(session, new URL(address).origin)
  const started = Date.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => 'benchFirstRow' in globalThis, undefined, { timeout: 60_000 })
  const at = await page.evaluate(
    () => (globalThis as unknown as { benchFirstRow: { inserted: number; painted: number } }).benchFirstRow,
  )
  return {
    page,
    inserted: at.inserted - started,
    firstRow: at.painted - started,
    transfer: sumUp(loads, at.painted),
  }
}

/** Runs in the page: notes when (ms since the epoch) the first row was inserted, and when it was painted. */
function noteFirstRow(selector: string): void {
  const watch = new MutationObserver(() => {
    if (!document.querySelector(selector)) return
    watch.disconnect()
    const inserted = performance.timeOrigin + performance.now()
    const painted = (): void => {
      Object.assign(globalThis, {
        benchFirstRow: { inserted, painted: performance.timeOrigin + performance.now() },
      })
    }
    requestAnimationFrame(() => setTimeout(painted))
  })
  watch.observe(document, { childList: true, subtree: true })
}

/** One answer of our own origin. */
export interface Load {
  url: string
  type: string
  /** When it was asked for, ms since the epoch. */
  askedAt: number
  /** Encoded bytes over the network, headers included; 0 from the cache. */
  bytes: number
}

function watchLoads(session: CDPSession, origin: string): Map<string, Load> {
  const loads = new Map<string, Load>()
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other', wallTime }) => {
    if (request.url.startsWith(origin)) {
      loads.set(requestId, { url: request.url, type, askedAt: wallTime * 1000, bytes: 0 })
    }
  })
  session.on('Network.requestServedFromCache', ({ requestId }) => void loads.delete(requestId))
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) loads.delete(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const load = loads.get(requestId)
    if (load) load.bytes = encodedDataLength
  })
  return loads
}

/** What was asked for before `moment` (ms since the epoch): later requests did not stand between a person and the rows. */
function sumUp(loads: Map<string, Load>, moment: number): Transfer {
  const sum: Transfer = { total: 0, script: 0, style: 0, font: 0, other: 0, simulator: 0, requests: 0 }
  for (const load of loads.values()) {
    if (load.askedAt > moment) continue
    if (process.env.BENCH_LOADS) console.log(load.type.padEnd(10), String(load.bytes).padStart(7), load.url)
    sum.requests += 1
    if (/\/(?:simulator|wire)-/.test(load.url)) {
      sum.simulator += load.bytes
      continue
    }
    sum.total += load.bytes
    if (load.type === 'Script') sum.script += load.bytes
    else if (load.type === 'Stylesheet') sum.style += load.bytes
    else if (load.type === 'Font') sum.font += load.bytes
    else sum.other += load.bytes
  }
  return sum
}

export interface Filtering {
  /** ms from a key to the next painted frame: every key of the word. */
  keystrokes: number[]
  /** ms from Enter to the painted, filtered rows. */
  applied: number
}

/** Types `word` into the services' filter key by key, applies it, and measures both. */
export async function filter(page: Page, word: string): Promise<Filtering> {
  const box = page.getByRole('combobox', { name: /filter/i }).first()
  await box.click()
  await page.evaluate(() => {
    const keys: number[] = []
    Object.assign(globalThis, { benchKeys: keys })
    document.addEventListener(
      'keydown',
      (event) => {
        const at = event.timeStamp
        requestAnimationFrame(() => setTimeout(() => keys.push(performance.now() - at)))
      },
      { capture: true },
    )
  })
  for (const key of word) {
    await page.keyboard.press(key)
    await page.waitForTimeout(150)
  }
  const keystrokes = await page.evaluate(() =>
    (globalThis as unknown as { benchKeys: number[] }).benchKeys.slice(),
  )
  await page.evaluate(
    ([selector, wanted]) => {
      const applied = new Promise<number>((resolve) => {
        const look = (pressed: number): void => {
          const rows = [...document.querySelectorAll(selector)]
          const done = rows.length > 0 && rows.every((row) => row.textContent?.includes(wanted))
          requestAnimationFrame(() =>
            done ? setTimeout(() => resolve(performance.now() - pressed)) : look(pressed),
          )
        }
        document.addEventListener('keydown', (event) => look(event.timeStamp), { capture: true, once: true })
      })
      Object.assign(globalThis, { benchApplied: applied })
    },
    [serviceRow, word] as const,
  )
  await page.keyboard.press('Enter')
  const applied = await page.evaluate(
    () => (globalThis as unknown as { benchApplied: Promise<number> }).benchApplied,
  )
  return { keystrokes, applied }
}
