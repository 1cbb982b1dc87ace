/** How soon after the click the task-definition editor can be written in, and how fast it marks what a key made wrong. */
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { largeDefinition } from './linting.ts'
import { throttle } from './page.ts'
import type { Servers } from './servers.ts'
import { signIn } from './sign-in.ts'
import { measured, type Row } from './table.ts'

const region = '/ap-northeast-2'
/** ms after which a wait is given up: a bench that hangs measures nothing. */
const patience = 60_000
const keys = 10
/** From the beginning of the large definition to the end of its CPU. */
const toCpu = [...Array.from({ length: 6 }, () => 'ArrowDown'), 'End', 'ArrowLeft', 'ArrowLeft']
const field = { name: 'Task definition as JSON' }

/** `slow`: how many times slower the page's CPU is. */
export async function editorRows(
  browser: Browser,
  servers: Servers,
  { runs, slow }: { runs: number; slow: number },
): Promise<Row[]> {
  const { origin } = await servers.load('demo')
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  context.setDefaultTimeout(patience)
  try {
    await signIn(context, origin)
    const fetched: Opened[] = []
    const cold: Opened[] = []
    for (let run = 0; run < runs; run += 1) {
      fetched.push(await opened(context, `${origin}${region}/task-definitions`, slow, fromFamilies))
      cold.push(await opened(context, `${origin}${region}/clusters`, slow, fromMenu))
    }
    const all = [...fetched, ...cold]
    return [
      measured('Editor: click to usable, fetched while idle', usable(fetched), 500),
      measured('Editor: click to usable, not fetched', usable(cold), 1500),
      measured(
        'Editor: the first key until it shows',
        all.map(({ key }) => key),
      ),
      measured('Editor: keystroke to markers, 64 KB, CPU 1×', await marking(context, origin, 1), 100),
      measured(`Editor: keystroke to markers, 64 KB, CPU ${slow}×`, await marking(context, origin, slow)),
    ]
  } finally {
    await context.close()
  }
}

/** The page from which a person goes to the editor, ready for the click. */
type Start = (page: Page) => Promise<() => Promise<void>>

/** The page of the families fetches the editor when it has nothing else to do. */
async function fromFamilies(page: Page): Promise<() => Promise<void>> {
  const link = page.getByRole('link', { name: 'New task definition' })
  await link.waitFor()
  const monaco = await page.waitForFunction(
    () => performance.getEntriesByType('resource').find(({ name }) => /\/editor-[^/]*\.js$/.test(name))?.name,
    undefined,
    { timeout: patience },
  )
  // Until it was evaluated as well, and whatever follows it.
  await page.evaluate(`import(${JSON.stringify(await monaco.jsonValue())}).then(() => undefined)`)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5_000 })))
  return () => link.click()
}

async function fromMenu(page: Page): Promise<() => Promise<void>> {
  const link = page.getByRole('link', { name: 'Task definition editor' })
  await link.waitFor()
  await page.waitForLoadState('networkidle')
  return () => link.click()
}

interface Opened {
  /** ms from the click until text is drawn and its field has the focus. */
  usable: number
  /** ms from the key pressed right after that until it is painted. */
  key: number
}

function usable(all: Opened[]): number[] {
  return all.map((one) => one.usable)
}

/** Clicks the way into the editor, and types. */
async function opened(context: BrowserContext, from: string, slow: number, start: Start): Promise<Opened> {
  const page = await context.newPage()
  try {
    const session = await throttle(page, 1)
    await session.send('Network.enable')
    await session.send('Network.clearBrowserCache')
    await page.goto(from)
    const go = await start(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slow })
    await page.evaluate(watchEditor, { limit: patience, typed: 'x', text: '.monaco-editor .view-lines' })
    await go()
    const ready = await page.evaluate(() => (globalThis as unknown as Watched).benchUsable)
    await page.keyboard.press('x')
    return { usable: ready, key: await page.evaluate(() => (globalThis as unknown as Watched).benchKey) }
  } finally {
    await page.close()
  }
}

interface Watched {
  benchUsable: Promise<number>
  benchKey: Promise<number>
}

/** Runs in the page: from the next click on, looks in each frame for the editor's text; from the next key on, for the key in it. */
function watchEditor({ limit, typed, text }: { limit: number; typed: string; text: string }): void {
  const lines = (): string => document.querySelector(text)?.textContent ?? ''
  const next = (kind: 'click' | 'keydown'): Promise<number> =>
    new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`no ${kind} within ${String(limit)} ms`)), limit)
      document.addEventListener(kind, ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true })
    })
  /** ms from `from` to the painted frame in which it is done. */
  const until = (from: number, isDone: () => boolean): Promise<number> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (performance.now() - from > limit) reject(new Error(`not done within ${String(limit)} ms`))
        else if (isDone()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
        else requestAnimationFrame(look)
      }
      look()
    })
  const isUsable = (): boolean => {
    const input = document.querySelector<HTMLElement>('.monaco-editor [role="textbox"]')
    if (!input || !lines().includes('family')) return false
    input.focus()
    return document.activeElement === input
  }
  const benchUsable = next('click').then((from) => until(from, isUsable))
  const benchKey = next('keydown').then((from) => until(from, () => lines().startsWith(typed)))
  Object.assign(globalThis, { benchUsable, benchKey })
}

/** ms from a key to the markers that follow from it, key by key: a digit too many makes a CPU that Fargate does not have, its removal takes the error away. */
async function marking(context: BrowserContext, origin: string, slow: number): Promise<number[]> {
  const page = await context.newPage()
  try {
    await page.goto(`${origin}${region}/task-definition-editor`)
    await fill(page, JSON.stringify(largeDefinition(), null, 2))
    await throttle(page, slow)
    const took: number[] = []
    for (let count = 0; count < keys; count += 1) {
      await page.evaluate(watchMarkers, patience)
      await page.keyboard.press(count % 2 === 0 ? '1' : 'Backspace')
      took.push(
        await page.evaluate(() => (globalThis as unknown as { benchMarked: Promise<number> }).benchMarked),
      )
      // People pause between keys; the page does what it left for then.
      await page.waitForTimeout(500)
    }
    return took
  } finally {
    await page.close()
  }
}

/** Runs in the page: looks in each frame after the next key whether the number of drawn errors has changed. */
function watchMarkers(limit: number): void {
  const marks = document.getElementsByClassName('squiggly-error')
  const before = marks.length
  const marked = new Promise<number>((resolve, reject) => {
    const look = (from: number): void => {
      const took = performance.now() - from
      if (took > limit) reject(new Error(`no marker changed within ${String(limit)} ms`))
      else if (marks.length === before) requestAnimationFrame(() => look(from))
      else setTimeout(() => resolve(performance.now() - from))
    }
    document.addEventListener('keydown', ({ timeStamp }) => look(timeStamp), { capture: true, once: true })
  })
  Object.assign(globalThis, { benchMarked: marked })
}

/** Pastes `text` over all that is there, waits until it was read, and goes to where the keys are typed. */
async function fill(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox', field)
  await box.waitFor({ state: 'attached', timeout: patience })
  await box.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await box.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
  await page.getByRole('textbox', { name: 'Family' }).and(page.locator('[value="large"]')).waitFor()
  await box.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  for (const key of toCpu) await page.keyboard.press(key)
}
