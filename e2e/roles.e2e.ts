/** The role menu: a stronger role is taken for a short time, said loudly, and not offered to those who have none. */
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'

function headerColor(page: Page): Promise<string> {
  return page
    .getByRole('banner')
    .locator('.tg-bar')
    .evaluate((bar) => getComputedStyle(bar).backgroundColor)
}

async function arm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Role: viewer' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'operator' }).click()
  await expect(page.getByRole('button', { name: 'Role: operator' })).toBeVisible()
}

test('a stronger role is named, counts down and drops back', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/clusters/commerce/services')
  await expect(page.getByRole('link', { name: 'checkout' })).toBeVisible()
  const calm = await headerColor(page)
  const said = page.getByText('The role operator is in use. It drops back by itself.')
  const viewer = page.getByRole('button', { name: 'Role: viewer' })

  await arm(page)
  await expect(page.getByRole('button', { name: 'Role: operator' })).toHaveText(/operator · 1[45]:\d\d/)
  await expect(said).toBeVisible()
  await expect.poll(() => headerColor(page)).not.toBe(calm)
  await page.getByRole('button', { name: 'Drop it now' }).click()
  await expect(viewer).toBeVisible()
  await expect(said).toBeHidden()
  await expect.poll(() => headerColor(page)).toBe(calm)

  await arm(page)
  await expect(page.getByRole('link', { name: 'checkout' })).toBeVisible()
  await world.advance('PT14M')
  await page.getByRole('button', { name: 'Refresh' }).first().click()
  await expect(page.getByRole('button', { name: 'Role: operator' })).toHaveText(/operator · 0:\d\d/)
  await world.advance('PT2M')
  await page.getByRole('button', { name: 'Refresh' }).first().click()
  await expect(viewer).toBeVisible()
  await expect(said).toBeHidden()
  const over = page.getByText('The role operator is over: viewer is in use again.')
  await expect(over).toBeVisible()
  await expect(page.getByRole('link', { name: 'checkout' })).toBeVisible()
  await page.getByRole('button', { name: 'OK', exact: true }).click()
  await expect(over).toBeHidden()
})

test('the viewer has no stronger role to take', async ({ page, world }) => {
  await world.signIn(page, '/ap-northeast-2/clusters', 'viewer')
  await expect(page.getByRole('button', { name: 'User: viewer' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'commerce' })).toBeVisible()
  await page.getByRole('button', { name: 'Role: viewer' }).click()
  await expect(page.getByRole('menuitemcheckbox')).toHaveText([/viewer/])
})
