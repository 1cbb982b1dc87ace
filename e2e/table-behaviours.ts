/** What every table of resources does, written once: sort, filter, keyboard, no match, error and refresh. */
import { type Locator, type Page, expect } from '@playwright/test'
import { test, type World } from './fixtures.ts'

interface Table {
  /** Address of the table, without search parameters of its own. */
  path: string
  /** Accessible name of the table. */
  name: string
  /** Id and heading of a column that can be sorted, and whose cells are said as they are. */
  sortBy: { id: string; heading: string }
  /** Free text that some but not all rows match. */
  filter: string
  /** A call of AWS without which the table has nothing. */
  read: { service: string; operation: string }
  /** False: the first column is no link. */
  opensARow?: boolean
}

/** `tableBehaviours('services', { path, name, … })`: one test, because opening a page costs more than looking at it. */
export function tableBehaviours(title: string, table: Table): void {
  test(`${title}: sort, filter, keyboard, no match, error, refresh`, async ({ page, world }) => {
    await world.open(page, table.path)
    const grid = page.getByRole('main').getByRole('grid', { name: table.name })
    await expect(grid.getByRole('rowheader').first()).toBeVisible()
    await sorts(page, grid, table)
    await filters(page, grid, table)
    await movesByKeys(page, grid)
    if (table.opensARow !== false) await opensByEnter(page, grid)
    await showsProblems(page, world, table)
  })
}

/** Texts of one column, from top to bottom. */
async function column(grid: Locator, heading: string): Promise<string[]> {
  const headings = await grid.getByRole('columnheader').allInnerTexts()
  const at = headings.findIndex((text) => text.trim() === heading)
  expect(at, `a column ${heading} among ${headings.join(', ')}`).toBeGreaterThanOrEqual(0)
  const rows = await grid
    .getByRole('row')
    .filter({ has: grid.page().getByRole('rowheader') })
    .all()
  return Promise.all(rows.map((row) => row.locator('th, td').nth(at).innerText()))
}

/** Numbers by size, the rest by words: what a reader takes for sorted. */
function inOrder(texts: readonly string[]): string[] {
  return texts.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' }))
}

async function sorts(page: Page, grid: Locator, { sortBy: { id, heading } }: Table): Promise<void> {
  const header = grid.getByRole('columnheader').filter({ hasText: new RegExp(`^${heading}`) })
  const sorted = header.first()
  // By key: a sticky header lies over this one for the mouse. It may stand sorted already.
  const press = (): Promise<void> => sorted.getByRole('button').first().press('Enter')
  await press()
  await expect(page).toHaveURL(new RegExp(`[?&]sort=${id}`))
  const seen = new Set<string>()
  for (let turn = 0; turn < 2; turn += 1) {
    const direction = (await sorted.getAttribute('aria-sort')) ?? ''
    expect(direction).toMatch(/^(a|de)scending$/)
    expect(seen.has(direction)).toBe(false)
    seen.add(direction)
    expect(new URL(page.url()).searchParams.has('desc')).toBe(direction === 'descending')
    const texts = await column(grid, heading)
    const wanted = direction === 'descending' ? inOrder(texts).toReversed() : inOrder(texts)
    expect(texts).toEqual(wanted)
    await press()
    await expect(sorted).not.toHaveAttribute('aria-sort', direction)
  }
}

async function filters(page: Page, grid: Locator, { name, filter }: Table): Promise<void> {
  const rows = grid.getByRole('rowheader')
  const before = await rows.count()
  const field = page.getByRole('main').getByRole('combobox', { name: `Filter ${name}` })
  await field.fill(filter)
  await field.press('Enter')
  await expect(page).toHaveURL(/[?&]q=/)
  await expect.poll(() => rows.count()).toBeLessThan(before)
  expect(await rows.count()).toBeGreaterThan(0)

  await field.fill('no-such-thing-anywhere')
  await field.press('Enter')
  await expect(grid.getByText('No matches')).toBeVisible()
  await expect(rows).toHaveCount(0)
  await grid.getByRole('button', { name: 'Clear filter' }).click()
  await expect(rows).toHaveCount(before)
  await expect(page).not.toHaveURL(/[?&]q=/)
}

/** A table is one stop of the Tab key; arrows move inside it. */
async function movesByKeys(page: Page, grid: Locator): Promise<void> {
  const first = grid.getByRole('columnheader').first()
  await first.getByRole('button').first().focus()
  await page.keyboard.press('ArrowDown')
  const focused = grid.locator(':focus')
  await expect(focused).toHaveCount(1)
  const inRow = (): Promise<number> =>
    focused.evaluate((element) => Number(element.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')))
  const inColumn = (): Promise<number> =>
    focused.evaluate((element) => Number(element.closest('[aria-colindex]')?.getAttribute('aria-colindex')))
  expect(await inRow()).toBe(2)
  await page.keyboard.press('ArrowRight')
  await expect.poll(inColumn).toBe(2)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowDown')
  await expect.poll(inRow).toBe(3)
  await page.keyboard.press('ArrowUp')
  await expect.poll(inRow).toBe(2)
}

/** Enter on the first row's name goes where its link leads, and Back comes back to the same table. */
async function opensByEnter(page: Page, grid: Locator): Promise<void> {
  const here = page.url()
  const link = grid.getByRole('rowheader').first().getByRole('link')
  const href = (await link.getAttribute('href')) ?? ''
  await expect(link).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => url.pathname.startsWith(new URL(href, here).pathname))
  await page.goBack()
  await expect(page).toHaveURL(here)
  await expect(grid.getByRole('rowheader').first()).toBeVisible()
}

async function showsProblems(page: Page, world: World, { name, read }: Table): Promise<void> {
  const main = page.getByRole('main')
  const grid = main.getByRole('grid', { name })
  const rows = await grid.getByRole('rowheader').count()
  await world.fault({ kind: 'server-error', match: read })
  const refresh = main.getByRole('button', { name: 'Refresh' }).last()
  await refresh.click()
  await expect(main.getByText('AWS did not answer as expected').first()).toBeVisible()
  await expect(grid.getByRole('rowheader')).toHaveCount(rows)
  await world.clear()
  await refresh.click()
  await expect(main.getByText('AWS did not answer as expected')).toHaveCount(0)
  await expect(grid.getByRole('rowheader')).toHaveCount(rows)
}
