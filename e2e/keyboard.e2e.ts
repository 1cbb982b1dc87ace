/** The console by keyboard alone: single keys, and silence while somebody types. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { callsTo } from './steps.ts'

const region = '/ap-northeast-2'
const services = `${region}/clusters/platform/services`

test('single keys filter, refresh, explain themselves and go places', async ({ page, world }) => {
  await world.open(page, services)
  const main = page.getByRole('main')
  const filter = main.getByRole('combobox', { name: 'Filter Services' })
  await expect(filter).toBeVisible()

  await page.keyboard.press('/')
  await expect(filter).toBeFocused()
  // In a field they are letters.
  await page.keyboard.type('g c?')
  await expect(filter).toHaveValue('g c?')
  await expect(page).toHaveURL(new RegExp(services))
  await filter.fill('')
  await filter.press('Escape')
  await filter.blur()

  const reads = async (): Promise<number> => (await callsTo(world, 'ecs:ListServices')).length
  const before = await reads()
  await page.keyboard.press('r')
  await expect.poll(reads).toBeGreaterThan(before)

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard' })
  await expect(help.getByText('Go to clusters')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)

  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page).toHaveURL(`${world.origin}${region}/target-groups`)
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page).toHaveURL(`${world.origin}${region}/load-balancers`)
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(`${world.origin}${region}/clusters`)

  await page.keyboard.press('?')
  await help.getByRole('checkbox', { name: 'Single keys are on' }).uncheck({ force: true })
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await expect(page).toHaveURL(`${world.origin}${region}/clusters`)
})
