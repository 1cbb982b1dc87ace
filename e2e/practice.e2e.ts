/** Practice: the whole console on a simulated AWS inside the page, with no server but the one that hands out the files. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { serveSite } from './serve.ts'

test('walks the fleet, moves time and injects a fault without any server', async ({ page }) => {
  const site = await serveSite({ status: 404, type: 'text/plain', body: 'There is no config.json here.\n' })
  const elsewhere: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== site.origin || request.method() !== 'GET')
      elsewhere.push(`${request.method()} ${url.href}`)
  })
  await page.goto(`${site.origin}/?practice`)
  await expect(page.getByText('Practice: this AWS is simulated inside the page.')).toBeVisible()
  await page.getByRole('link', { name: 'platform' }).click()
  await page.getByRole('link', { name: 'notifications' }).click()
  const why = page.getByRole('group').filter({ hasText: 'Why is it not steady?' })
  await expect(why).toContainText('Rolling back')

  await page.getByRole('button', { name: 'Scenario, speed, faults …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Skip 10 minutes' }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('definition').filter({ hasText: 'Steady' })).toBeVisible()

  await page.getByRole('button', { name: 'Scenario, speed, faults …' }).click()
  await dialog.getByRole('button', { name: /^Fault/ }).click()
  await page.getByRole('option', { name: /^deny/ }).click()
  await dialog.getByRole('button', { name: 'Start' }).click()
  await expect(dialog.getByText('One is active.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('ecs:DescribeServices').first()).toBeVisible()

  // The address alone still means practice in this tab.
  await page.reload()
  await expect(page.getByText('Practice: this AWS is simulated inside the page.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'notifications', level: 1 })).toBeVisible()
  await page.getByRole('tab', { name: 'Tasks' }).click()
  await expect(page.getByRole('link', { name: /^[0-9a-f]{32}$/ })).toHaveCount(4)

  await page.goto(`${site.origin}/?practice=empty`)
  await expect(page.getByText('No clusters')).toBeVisible()
  expect(elsewhere).toEqual([])
  await site.close()
})
