/** The page follows the world by itself: what changes appears, ages tick, and a tab nobody sees stays quiet. */
import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { type Page, expect } from '@playwright/test'
import { test, type World } from './fixtures.ts'
import { callsTo } from './steps.ts'

const services = '/ap-northeast-2/clusters/platform/services'

/** AWS as a colleague or a pipeline reaches it, beside the page. */
function ecsOf({ accessKeyId, secretAccessKey, sessionToken, config }: World): ECSClient {
  return new ECSClient({
    region: 'ap-northeast-2',
    endpoint: config.endpoint,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
  })
}

async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value })
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}

test('a change made elsewhere appears within the polling interval, and ages tick', async ({
  page,
  world,
}) => {
  await page.clock.install()
  await world.open(page, services)
  const main = page.getByRole('main')
  const api = main.getByRole('row', { name: /^api/ })
  await expect(api).toContainText('3')
  await page.clock.fastForward(3_000)
  await expect(main.getByText(/^[3-9] s ago$/)).toBeVisible()

  await ecsOf(world).send(new UpdateServiceCommand({ cluster: 'platform', service: 'api', desiredCount: 5 }))
  await world.advance('PT1M')
  await page.clock.fastForward(60_000)
  await expect(api.getByRole('gridcell', { name: '5', exact: true }).first()).toBeVisible()
  await world.advance('PT2M')
  await page.clock.fastForward(120_000)
  await expect(api.getByRole('gridcell', { name: '5', exact: true })).toHaveCount(2)
  await expect(main.getByText(/^(just now|\d s ago)$/)).toBeVisible()
})

test('a tab out of sight stops reading after 30 seconds, and reads at once when it is back', async ({
  page,
  world,
}) => {
  await page.clock.install()
  await world.open(page, `${services}/admin`)
  const main = page.getByRole('main')
  await expect(main.getByText('Utilization')).toBeVisible()
  await setVisibility(page, 'hidden')
  await page.clock.fastForward(31_000)
  await page.clock.runFor(2_000)
  const before = (await callsTo(world, 'ecs:')).length
  for (let minute = 0; minute < 5; minute += 1) await page.clock.fastForward(60_000)
  expect((await callsTo(world, 'ecs:')).length).toBe(before)

  await setVisibility(page, 'visible')
  await expect.poll(async () => (await callsTo(world, 'ecs:')).length).toBeGreaterThan(before)
  await expect(main.getByText(/^(just now|\d s ago)$/).first()).toBeVisible()
})
