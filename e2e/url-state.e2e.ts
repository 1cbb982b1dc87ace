/** The address is the view: filter, sort, page and tab are in it, survive a reload and open the same elsewhere; secrets never are. */
import { type Page, expect } from '@playwright/test'
import { test } from './fixtures.ts'

const region = '/ap-northeast-2'
const platform = `${region}/clusters/platform`

/** What a reader sees of a table: its rows in order. */
async function rowsOf(page: Page): Promise<string[]> {
  const headers = page.getByRole('main').getByRole('rowheader')
  await expect(headers.first()).toBeVisible()
  return headers.allInnerTexts()
}

test('filter and sort of a table survive a reload, and open the same in another tab', async ({
  page,
  world,
  context,
}) => {
  await world.open(page, `${platform}/services`)
  const main = page.getByRole('main')
  const filter = main.getByRole('combobox', { name: 'Filter Services' })
  await filter.fill('desired >= 2')
  await filter.press('Enter')
  await main.getByRole('grid').getByRole('button', { name: 'Running: sort' }).press('Enter')
  await main
    .getByRole('grid')
    .getByRole('button', { name: /^Running: sorted/ })
    .press('Enter')
  await expect(page).toHaveURL(/desc=true/)
  const rows = await rowsOf(page)
  expect(rows).not.toContain('admin')
  expect(rows.at(-1)).toBe('worker')

  await page.reload()
  await expect.poll(() => rowsOf(page)).toEqual(rows)
  const other = await context.newPage()
  await other.goto(page.url())
  await expect.poll(() => rowsOf(other)).toEqual(rows)
  await expect(other.getByRole('button', { name: /^Running: sorted descending/ }).first()).toBeVisible()
  await expect(other.getByText('Desired >= 2').first()).toBeVisible()
})

test('tabs, views, time ranges and lists of stopped tasks have addresses; Back undoes them', async ({
  page,
  world,
}) => {
  await world.open(page, `${platform}/services/admin`)
  const main = page.getByRole('main')
  await main.getByRole('button', { name: '12 h' }).click()
  await expect(page).toHaveURL(/hours=12/)
  for (const [tab, id] of [
    ['Tasks', 'tasks'],
    ['Events', 'events'],
    ['Load balancing', 'load-balancing'],
  ] as const) {
    await main.getByRole('tab', { name: tab }).click()
    await expect(page).toHaveURL(new RegExp(`tab=${id}`))
  }
  await page.goBack()
  await expect(main.getByRole('tab', { name: 'Events' })).toHaveAttribute('aria-selected', 'true')
  await page.reload()
  await expect(main.getByRole('tab', { name: 'Events' })).toHaveAttribute('aria-selected', 'true')

  await page.goto(`${world.origin}${platform}/tasks?show=stopped`)
  await expect(main.getByRole('columnheader', { name: /^Stop reason/ }).first()).toBeVisible()
  await page.goto(`${world.origin}${region}/clusters?view=table`)
  await expect(main.getByRole('grid', { name: 'Clusters' })).toBeVisible()
})

test('a page of a long table, and no secret in any address', async ({ page, world }) => {
  const addresses: string[] = []
  page.on('framenavigated', (frame) => addresses.push(frame.url()))
  await world.signIn(page, `${platform}/services/admin?tab=events&sort=time`)
  await expect(page).toHaveURL(`${world.origin}${platform}/services/admin?tab=events&sort=time`)
  await page.goto(`${world.origin}${platform}/services?page=99&sort=nonsense&q=%22`)
  await expect(page.getByRole('main').getByRole('grid', { name: 'Services' })).toBeVisible()
  for (const address of addresses.filter((each) => each.startsWith(world.origin))) {
    expect(address).not.toContain('password')
    expect(address).not.toMatch(/(?:access|id|refresh|session)_?token/i)
    expect(address).not.toMatch(/\b(?:AKIA|ASIA)[A-Z0-9]{12,}/)
  }
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  )
  expect(kept).not.toMatch(/\b(?:AKIA|ASIA)[A-Z0-9]{12,}|eyJ[\w-]{20,}/)
})

test.describe('a long table', () => {
  test.use({ scenario: 'big-fleet' })

  test('its page is in the address', async ({ page, world }) => {
    await world.open(page, `${region}/target-groups?page=2&sort=name`)
    const main = page.getByRole('main')
    const rows = await rowsOf(page)
    await main.getByRole('button', { name: 'Next page' }).click()
    await expect(page).toHaveURL(/page=3/)
    await expect.poll(() => rowsOf(page)).not.toEqual(rows)
    await page.reload()
    await expect(main.getByRole('button', { name: 'Page 3', exact: false }).first()).toHaveAttribute(
      'aria-current',
      'true',
    )
  })
})
