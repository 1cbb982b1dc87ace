/** Steps of tests on the run screen of a cutover: going on, looking, going back, what an exceptional state says, and noting whether anything moves. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Time } from './cutover-steps.ts'

export const nextButton = (page: Page): Locator => page.getByRole('button', { name: /^Next: / })

/** What happens now, in a word or two. */
export const status = (page: Page, words: string): Locator =>
  page.getByRole('main').locator('.tg-now-says').getByText(words, { exact: true })

export async function isEnabled(page: Page, name: RegExp): Promise<boolean> {
  const button = page.getByRole('button', { name })
  return (
    (await button.isVisible()) &&
    (await button.getAttribute('aria-disabled')) !== 'true' &&
    button.isEnabled()
  )
}

/** Looks at the application, as somebody must in every state. */
export async function look(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'I opened it and saw the application' }).check()
}

export const rung = (page: Page, label: string): Locator =>
  page.getByRole('listitem').filter({ hasText: label }).filter({ hasText: 'in force' })

/**
 * Seconds that pass at once. Where nothing has moved there is nothing to guard; afterwards guards must look every three minutes,
 * or what they saw before counts no more, and the world, whose time passes first, must not be two minutes ahead of a page that has
 * just asked it something: the page would tell of a wrong clock. While name servers are asked, it is one question for each stride, however long that is.
 */
export const strides = { unmoved: 1200, moved: 110, busy: 40, asking: 1 }

/** States in which every answer still leads to the old servers. */
const unmoved = /Original|TTL lowered|\b0 % new/

/** Also a look that came too late is one: the soak then takes longer. */
export const guardsLooked = (page: Page): Locator =>
  page.getByText(/^Guards (looked (just now|\d+ s ago)|were off for)/)

/** Says, each time that it is asked, how long a person may look away now. */
export function gaitOf(page: Page): () => Promise<number> {
  let verifying = 0
  return async () => {
    if (await status(page, 'Verifying').isVisible())
      // The guards see the minutes that metrics are late by; then what is left of twenty questions is asked.
      return verifying++ % 24 < 4 ? strides.moved : strides.asking
    verifying = 0
    if (!(await status(page, 'Waiting, watched').isVisible())) return strides.busy
    const state = await page.getByRole('listitem').filter({ hasText: 'in force' }).innerText()
    if (unmoved.test(state)) return strides.unmoved
    return (await guardsLooked(page).isVisible()) ? strides.moved : strides.busy
  }
}

/** Until the state that is in force may be left. */
export async function soak(page: Page, time: Time, button = /^Next: /): Promise<void> {
  await time.until(() => isEnabled(page, button), 90, gaitOf(page))
}

/** Takes each next step until that state is in force. */
export async function stepTo(page: Page, time: Time, label: string): Promise<void> {
  for (;;) {
    await soak(page, time)
    await nextButton(page).click()
    await time.soon(status(page, 'Waiting, watched'))
    if (await rung(page, label).isVisible()) return
    await look(page)
  }
}

/** The screen of an exceptional state. */
export const situation = (page: Page, name: string): Locator => page.getByRole('region', { name })

/** Its screen, with all three parts of it. */
export async function expectSaid(page: Page, title: string): Promise<Locator> {
  const said = situation(page, title)
  await expect(said.getByRole('term')).toHaveText(['What is known', 'What is safe', 'What to do'])
  for (const part of await said.getByRole('definition').all()) await expect(part).not.toBeEmpty()
  return said
}

export const rollBack = (page: Page): Locator => page.getByRole('button', { name: 'Roll back exactly' })

/** With its one confirmation. */
export async function confirmRollback(page: Page): Promise<void> {
  await rollBack(page).click()
  const dialog = page.getByRole('dialog', { name: /^Roll .* back exactly/ })
  await dialog.getByRole('button', { name: 'Roll back exactly' }).click()
}

/** From whoever drives it, by typing the hostname. */
export async function takeOver(page: Page, hostname: string): Promise<void> {
  const found = situation(page, 'This cutover was left, or somebody else drives it')
  await found.getByLabel(`Type ${hostname} to confirm`).fill(hostname)
  await found.getByRole('button', { name: 'Take over' }).click()
}

interface Shift {
  /** ms since the page was opened. */
  at: number
  value: number
  /** What moved, from where to where. */
  what: string
}

/** Notes every layout shift from here on, however small, but those that a click or a key has just asked for. */
export async function noteShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    interface Source {
      node: Node | null
      previousRect: DOMRectReadOnly
      currentRect: DOMRectReadOnly
    }
    type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: readonly Source[] }
    // Not every browser keeps the place of what is read when something above it grows.
    document.documentElement.style.overflowAnchor = 'none'
    const shifts: Shift[] = []
    Object.assign(globalThis, { shifts })
    const said = ({ node, previousRect, currentRect }: Source): string => {
      const element = node instanceof Element ? node : node?.parentElement
      const words = element?.textContent?.slice(0, 40) ?? ''
      const places = [previousRect, currentRect].map((rect) => JSON.stringify(rect))
      return `${element?.className ?? ''} “${words}” ${places.join(' → ')}`
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[])
        if (!entry.hadRecentInput)
          shifts.push({ at: entry.startTime, value: entry.value, what: entry.sources.map(said).join('; ') })
    }).observe({ type: 'layout-shift' })
  })
}

/** CLS since `noteShifts`: the largest sum of shifts that follow each other within a second, in five seconds at most. */
export async function expectStill(page: Page, most = 0.02): Promise<void> {
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts)
  let [cls, sum, first, last] = [0, 0, -Infinity, -Infinity]
  for (const { at, value } of shifts) {
    if (at - last > 1_000 || at - first > 5_000) [sum, first] = [0, at]
    sum += value
    last = at
    cls = Math.max(cls, sum)
  }
  const worst = shifts
    .toSorted((a, b) => b.value - a.value)
    .slice(0, 5)
    .map((shift) => `${shift.value.toFixed(4)}: ${shift.what}`)
  const width = String(page.viewportSize()?.width)
  console.log(
    `Layout shift at ${width} px: ${cls.toFixed(4)}; the largest one ${worst[0]?.slice(0, 300) ?? ''}`,
  )
  expect(cls, worst.join('\n')).toBeLessThanOrEqual(most)
}

/** Where the four buttons of the actions stand, whatever they say. */
export async function placesOfActions(page: Page): Promise<string[]> {
  const buttons = page
    .getByRole('region', { name: 'Actions' })
    .locator('[class*=tg-action-]')
    .getByRole('button')
  await expect(buttons).toHaveCount(4)
  return buttons.evaluateAll((all) =>
    all.map((button) => {
      const { x, y, width, height } = button.getBoundingClientRect()
      return [x, y, width, height].map(Math.round).join(' ')
    }),
  )
}
