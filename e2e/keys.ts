/** Steps of tests by keyboard alone: to a thing by Tab, with a look at the focus after each key. */
import { expect, type Locator, type Page } from '@playwright/test'

interface Focus {
  /** What has it; undefined: nothing. */
  what?: string
  /** What is wrong with it. */
  trouble?: string | undefined
  isWanted: boolean
}

/** Something has the focus, it shows that, and it is neither scrolled away nor covered. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const { what = 'nothing', trouble } = await page.evaluate(lookAtFocus, null)
  expect(what).not.toBe('nothing')
  expect(trouble, what).toBeUndefined()
}

/** Tab, as often as it takes. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  let outside = 0
  for (let presses = 0; presses < 200; presses++) {
    const { what, trouble, isWanted } = await target.evaluate(lookAtFocus)
    // Behind the last element is the browser itself.
    outside = what === undefined ? outside + 1 : 0
    expect(outside, 'Tab finds the way back into the page').toBeLessThan(3)
    expect(trouble, what).toBeUndefined()
    if (isWanted) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(target)}`)
}

/** Runs in the page. */
function lookAtFocus(wanted: Element | null): Focus {
  const element = document.activeElement
  if (!element || element === document.body) return { isWanted: false }
  const hasRing = (): boolean => {
    // Of boxes and some buttons, Cloudscape draws the ring beside or around.
    const around = element.parentElement ?? element
    const looks = [around, ...around.querySelectorAll('*')].flatMap((each) =>
      [undefined, '::before', '::after'].map((part) => getComputedStyle(each, part)),
    )
    return looks.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    )
  }
  const outOfSight = (): string | undefined => {
    const { top, bottom, left, width, height } = element.getBoundingClientRect()
    if (bottom <= 0 || top >= innerHeight) return 'is scrolled away'
    // Of what is that high, a part is in sight.
    if (height > innerHeight / 2) return undefined
    const over = document.elementFromPoint(left + width / 2, top + height / 2)
    const bar = over?.closest('.tg-actions, #console-top, [class*=toolbar-container]')
    return bar && !bar.contains(element) ? `is below ${bar.className || bar.id}` : undefined
  }
  const what = `${element.tagName} “${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 60) ?? ''}”`
  // The page itself, which has the focus after another page took its place, needs no ring.
  const trouble = outOfSight() ?? (element.id === 'page' || hasRing() ? undefined : 'has no ring')
  return { what, trouble, isWanted: element === wanted }
}

/** To a thing by Tab, and that key. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Opens a list of choices and takes one by its name. */
export async function choose(page: Page, list: Locator, option: RegExp): Promise<void> {
  await press(page, list)
  const wanted = page.getByRole('option', { name: option })
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < 30; presses++) {
    const highlighted = await page.evaluate((words) => {
      const id = document.activeElement?.getAttribute('aria-activedescendant')
      const element = id ? document.getElementById(id) : document.activeElement
      return new RegExp(words).test(element?.textContent ?? '')
    }, option.source)
    if (highlighted) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(wanted).toBeHidden()
}
