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
  /** The embedded simulator's chunks, counted apart. */
  simulator: number
  requests: number
}

export interface Opening {
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
  if (options.encoding)
    await session.send('Network.setExtraHTTPHeaders', { headers: { 'Accept-Encoding': options.encoding } })
  if (options.emptyCache) await session.send('Network.clearBrowserCache')
  const transfer = watchTransfer(session, new URL(address).origin)
  const started = Date.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(serviceRow).first().waitFor({ timeout: 60_000 })
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(Date.now())))),
  )
  return { page, firstRow: painted - started, transfer: { ...transfer } }
}

function watchTransfer(session: CDPSession, origin: string): Transfer {
  const sum: Transfer = { total: 0, script: 0, style: 0, font: 0, other: 0, simulator: 0, requests: 0 }
  const kinds = new Map<string, { type: string; url: string }>()
  session.on('Network.responseReceived', (event) => {
    if (event.response.url.startsWith(origin))
      kinds.set(event.requestId, { type: event.type, url: event.response.url })
  })
  session.on('Network.loadingFinished', (event) => {
    const kind = kinds.get(event.requestId)
    if (!kind) return
    const bytes = event.encodedDataLength
    sum.requests += 1
    if (kind.url.includes('simulator')) {
      sum.simulator += bytes
      return
    }
    sum.total += bytes
    if (kind.type === 'Script') sum.script += bytes
    else if (kind.type === 'Stylesheet') sum.style += bytes
    else if (kind.type === 'Font') sum.font += bytes
    else sum.other += bytes
  })
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
  const applied = page.evaluate(
    ([selector, wanted]) =>
      new Promise<number>((resolve) => {
        document.addEventListener(
          'keydown',
          (event) => {
            const look = (): void => {
              const rows = [...document.querySelectorAll(selector)]
              const done = rows.length > 0 && rows.every((row) => row.textContent?.includes(wanted))
              requestAnimationFrame(() =>
                done ? setTimeout(() => resolve(performance.now() - event.timeStamp)) : look(),
              )
            }
            look()
          },
          { capture: true, once: true },
        )
      }),
    [serviceRow, word] as const,
  )
  await page.keyboard.press('Enter')
  return { keystrokes, applied: await applied }
}
