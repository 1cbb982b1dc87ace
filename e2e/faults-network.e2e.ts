/** Answers that do not come: silence, no network, a service the browser may not reach; and clocks that disagree. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { callsTo, follow } from './steps.ts'

const region = '/ap-northeast-2'
const services = `${region}/clusters/platform/services`
const admin = `${services}/admin`

test('a body that stops half-way ends in an error within ten seconds', async ({ page, world }) => {
  await world.open(page, services)
  const main = page.getByRole('main')
  await world.fault({ kind: 'stall', match: { operation: 'DescribeTargetHealth' } })
  await follow(page, `${admin}?tab=load-balancing`)
  await expect(main.getByRole('heading', { name: 'admin', level: 1 })).toBeVisible()
  const since = Date.now()
  await expect(main.getByText('The answer did not come in time')).toBeVisible({ timeout: 14_000 })
  expect(Date.now() - since).toBeLessThan(14_000)
  await world.clear()
  await main.getByRole('button', { name: 'Try again' }).click()
  await expect(main.getByText('Target.ResponseCodeMismatch').first()).toBeVisible()
})

test('offline: a banner, the last data stay, and it goes on by itself', async ({ page, world, context }) => {
  await page.clock.install()
  await world.open(page, services)
  const main = page.getByRole('main')
  await expect(main.getByRole('row')).toHaveCount(6)
  const banner = page.getByRole('status').filter({ hasText: 'This browser is offline' })

  await context.setOffline(true)
  await expect(banner).toBeVisible({ timeout: 3_000 })
  const callsBefore = (await callsTo(world, 'ecs:')).length
  await page.clock.fastForward(300_000)
  await expect(main.getByRole('img', { name: 'Out of date' })).toBeVisible()
  await expect(main.getByText('5 min ago', { exact: true })).toBeVisible()
  await expect(main.getByRole('row', { name: /worker/ })).toContainText('Steady')
  expect((await callsTo(world, 'ecs:')).length).toBe(callsBefore)

  // The world went on meanwhile: both clocks agree.
  await world.advance('PT5M')
  await context.setOffline(false)
  await expect(banner).toBeHidden()
  await page.clock.fastForward(2_000)
  await expect(main.getByRole('img', { name: 'Out of date' })).toBeHidden({ timeout: 10_000 })
  await expect(main.getByText('No connection')).toHaveCount(0)
})

test('a page that was not loaded before comes once the network is back', async ({ page, world, context }) => {
  await world.open(page, services)
  const main = page.getByRole('main')
  await expect(main.getByRole('row')).toHaveCount(6)
  await context.setOffline(true)
  await expect(page.getByRole('status').filter({ hasText: 'This browser is offline' })).toBeVisible()
  const refused = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.js'))
  await follow(page, `${region}/load-balancers`)
  await refused
  await expect(page.getByText('A new version is here')).toHaveCount(0)
  await context.setOffline(false)
  await expect(main.getByRole('grid', { name: 'Load balancers' })).toBeVisible()
})

test('a service the browser may not reach: only its panels say so, with advice, and it is left alone', async ({
  page,
  world,
}) => {
  await page.clock.install()
  await world.open(page, services)
  await world.fault({ kind: 'cors-blocked', match: { service: 'elbv2' } })
  const main = page.getByRole('main')
  await follow(page, `${admin}?tab=load-balancing`)
  await expect(main.getByText('The browser may not reach this service').first()).toBeVisible()
  await expect(
    main.getByText(/a cross-origin rule, a proxy, an extension or a firewall/).first(),
  ).toBeVisible()

  // It is not asked again within the minute.
  const asked = (await callsTo(world, 'elbv2:')).length
  expect(asked).toBeGreaterThan(0)
  await page.clock.fastForward(40_000)
  await expect(main.getByText('The browser may not reach this service').first()).toBeVisible()
  expect((await callsTo(world, 'elbv2:')).length).toBe(asked)

  await main.getByRole('tab', { name: 'Overview' }).click()
  await expect(main.getByRole('region', { name: 'CPU' })).toBeVisible()
  await expect(main.getByText('The browser may not reach this service')).toHaveCount(0)

  await world.clear()
  await page.clock.fastForward(61_000)
  await main.getByRole('tab', { name: 'Load balancing' }).click()
  await expect(main.getByText('Target.ResponseCodeMismatch').first()).toBeVisible()
})

for (const { name, offset, said } of [
  { name: 'ten minutes slow', offset: -600_000, said: 'clock is 10 minutes behind' },
  { name: 'a day fast', offset: 86_400_000, said: 'clock is 1,440 minutes ahead' },
]) {
  test(`a computer whose clock is ${name} is usable, told so, and shows true ages`, async ({
    page,
    world,
  }) => {
    await page.clock.install({ time: Date.now() + offset })
    await world.open(page, services)
    const main = page.getByRole('main')
    await expect(main.getByRole('row', { name: /admin/ })).toContainText('3 h ago')
    await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible()
    await expect(main.getByText(/^(just now|\d s ago)$/)).toBeVisible()
    await follow(page, `${admin}?tab=events`)
    await expect(main.getByRole('row', { name: /registered 1 targets/ }).first()).toBeVisible()
    const refused = (await callsTo(world, 'ecs:')).filter(({ outcome }) => outcome !== 'ok')
    expect(refused.length).toBeLessThanOrEqual(2)
  })
}
