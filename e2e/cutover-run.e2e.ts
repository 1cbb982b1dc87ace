/** A cutover as a person watches it: to the end, back from the middle, and through everything that comes in between. */
import {
  DescribeTargetHealthCommand,
  DescribeTargetGroupsCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import {
  allRecords,
  awsCalls,
  expect,
  happens,
  journalOf,
  type Move,
  recordsAt,
  region,
  startCutover,
  test,
  type Time,
  zoneId,
} from './cutover-steps.ts'
import { expectStill, isEnabled, nextButton, noteShifts, rollBack, soak, status } from './cutover-watching.ts'
import type { World } from './fixtures.ts'

/** Four A records of 300 seconds. */
const shop: Move = {
  hostname: 'shop.example.com',
  zone: 'example.com',
  cluster: 'edge',
  service: 'shop',
  loadBalancer: 'shop-alb',
  targetGroup: 'shop',
  search: { pace: 'own', weights: '0,25,100' },
  smoke: 'Log in',
}

/** An A record of 3,600 seconds. */
const www: Move = {
  hostname: 'www.example.com',
  zone: 'example.com',
  cluster: 'edge',
  service: 'www',
  loadBalancer: 'edge-alb',
  targetGroup: 'www',
  search: { pace: 'quick' },
  smoke: 'Log in',
}

/** Looks at the application, as somebody must in every state. */
async function look(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'I opened it and saw the application' }).check()
  await page.getByRole('checkbox', { name: 'Log in' }).check()
}

/** Takes each next step until that state is in force. */
async function stepTo(page: Page, time: Time, label: string): Promise<void> {
  const rung = page.getByRole('listitem').filter({ hasText: label }).filter({ hasText: 'in force' })
  for (;;) {
    await soak(page, time)
    await nextButton(page).click()
    await time.soon(status(page, 'Waiting, watched'))
    if (await rung.isVisible()) return
    await look(page)
  }
}

async function confirmRollback(page: Page): Promise<void> {
  await rollBack(page).click()
  const dialog = page.getByRole('dialog', { name: /^Roll .* back exactly/ })
  await expect(dialog.getByRole('table', { name: 'Records now, and afterwards' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Roll back exactly' }).click()
}

/** ARN-less: by its name. */
async function healthyTargets(world: World, targetGroup: string): Promise<number> {
  const { accessKeyId, secretAccessKey, sessionToken, config } = world
  const client = new ElasticLoadBalancingV2Client({
    region,
    endpoint: config.endpoint,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
  })
  const { TargetGroups = [] } = await client.send(new DescribeTargetGroupsCommand({ Names: [targetGroup] }))
  const { TargetHealthDescriptions = [] } = await client.send(
    new DescribeTargetHealthCommand({ TargetGroupArn: TargetGroups[0]?.TargetGroupArn }),
  )
  return TargetHealthDescriptions.filter(({ TargetHealth }) => TargetHealth?.State === 'healthy').length
}

/** Answers of the new side, percent, as the zone says. */
async function newShare(world: World, zone: string, { hostname }: Move): Promise<number | undefined> {
  const records = await recordsAt(world, zone, hostname)
  return records.find(({ SetIdentifier }) => SetIdentifier?.startsWith('ecs-'))?.Weight
}

test('a full cutover: every step, the hold, and the end for a typed reason', async ({
  page,
  world,
  time,
}) => {
  test.setTimeout(400_000)
  const zone = await zoneId(world, www.zone)
  const before = await allRecords(world, zone)
  await startCutover(page, world, time, www)
  await noteShifts(page)
  await stepTo(page, time, '50 % new')
  expect(await newShare(world, zone, www)).toBe(50)

  // One soak, watched: what it costs, and whether anything moves.
  const [calls, from] = [await awsCalls(world), await time.now()]
  await time.pass(9 * 60, 10)
  const perMinute = ((await awsCalls(world)) - calls) / (((await time.now()) - from) / 60_000)
  console.log(`The run screen: ${perMinute.toFixed(1)} AWS calls a minute over a soak`)
  expect(perMinute).toBeLessThanOrEqual(30)
  const axe = await new AxeBuilder({ page }).include('main').analyze()
  expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])

  await look(page)
  await stepTo(page, time, '100 % new')
  await look(page)
  await soak(page, time, /^Begin the hold/)
  await page.getByRole('button', { name: 'Begin the hold' }).click()
  await time.until(status(page, 'Hold'), 2)

  await page.getByRole('button', { name: 'Go on without the evidence' }).click()
  await page.getByLabel('Why is that right?').fill('The partners have been told.')
  await page.getByRole('button', { name: 'Take the last step for this reason' }).click()
  await time.soon(status(page, 'Waiting, watched'))
  await look(page)
  await soak(page, time, /^Begin the hold/)
  await page.getByRole('button', { name: 'Begin the hold' }).click()
  await time.until(page.getByRole('button', { name: 'Go on without the evidence' }), 5)
  await page.getByRole('button', { name: 'Go on without the evidence' }).click()
  await page.getByLabel('Why is that right?').fill('The partners have been told.')
  await page.getByRole('button', { name: 'Finish for this reason' }).click()
  await time.until(status(page, 'Finished'), 5)
  const [claim] = (await journalOf(world, zone)).filter(({ Name }) => !Name?.includes('-s.'))
  expect(claim?.ResourceRecords?.[0]?.Value).toContain('st=done')
  await expect(page.getByRole('heading', { name: 'Verification of “Final”' })).toBeVisible()
  await expect(page.getByText('100 % new by the records').first()).toBeVisible()
  await time.until(() => isEnabled(page, /^Remove the journal/), 25, 300)
  await page.getByRole('button', { name: 'Remove the journal' }).first().click()
  await time.until(status(page, 'Closed'), 5)

  await expectStill(page)

  const after = await allRecords(world, zone)
  const moved = after.filter(({ Name }) => Name === `${www.hostname}.`)
  expect(moved.map(({ Type, AliasTarget }) => [Type, AliasTarget?.DNSName?.includes('edge-alb')])).toEqual([
    ['A', true],
  ])
  const others = (records: typeof after) => records.filter(({ Name }) => Name !== `${www.hostname}.`)
  expect(others(after)).toEqual(others(before))
})

test('a rollback from 50 % leaves the zone exactly as it was', async ({ page, world, time }) => {
  test.setTimeout(300_000)
  const zone = await zoneId(world, www.zone)
  const before = await allRecords(world, zone)
  await startCutover(page, world, time, www)
  await stepTo(page, time, '50 % new')
  await confirmRollback(page)
  await time.until(status(page, 'Restored'), 5)
  expect(await recordsAt(world, zone, www.hostname)).toEqual(
    before.filter(({ Name }) => Name === `${www.hostname}.`),
  )
  await time.until(() => isEnabled(page, /^Remove the journal/), 25, 300)
  await page.getByRole('button', { name: 'Remove the journal' }).first().click()
  await time.until(status(page, 'Closed'), 5)
  expect(await allRecords(world, zone)).toEqual(before)
})

test('a paused cutover is rolled back at once', async ({ page, world, time }) => {
  test.setTimeout(300_000)
  const zone = await zoneId(world, www.zone)
  const before = await recordsAt(world, zone, www.hostname)
  await startCutover(page, world, time, www)
  await stepTo(page, time, '0 % new')
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('Paused by you.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Resume' })).toBeEnabled()
  await confirmRollback(page)
  await time.until(
    async () => JSON.stringify(await recordsAt(world, zone, www.hostname)) === JSON.stringify(before),
    1,
    2,
  )
  await time.until(status(page, 'Restored'), 5)
})

test('a change that spreads slowly is said, waited for, and can be taken back', async ({
  page,
  world,
  time,
}) => {
  test.setTimeout(300_000)
  const zone = await zoneId(world, www.zone)
  const before = await recordsAt(world, zone, www.hostname)
  await startCutover(page, world, time, www)
  await happens(world, 'slow-changes', www.hostname)
  await time.until(() => isEnabled(page, /^Next: /), 30)
  await nextButton(page).click()
  await time.until(status(page, 'Spreading'), 2)
  await time.until(status(page, 'Spreading slowly'), 15, 60)
  await expect(nextButton(page)).toHaveAttribute('aria-disabled', 'true')
  await expect(
    page.getByText('Waits until Route 53 has it everywhere.').filter({ visible: true }),
  ).toBeVisible()
  await expect(rollBack(page)).toBeEnabled()
  await happens(world, 'quick-changes', www.hostname)
  await confirmRollback(page)
  await time.until(status(page, 'Restored'), 40, 30)
  expect(await recordsAt(world, zone, www.hostname)).toEqual(before)
})

test('a session that ends in mid-step: nothing is lost, and signing in goes on', async ({
  page,
  world,
  time,
}) => {
  test.setTimeout(300_000)
  const zone = await zoneId(world, www.zone)
  const before = await recordsAt(world, zone, www.hostname)
  const tokens = page.waitForResponse((response) => response.url().includes('/oauth2/token'))
  await startCutover(page, world, time, www)
  const { refresh_token = '' } = (await (await tokens).json()) as Record<string, string>
  await happens(world, 'slow-changes', www.hostname)
  await time.until(() => isEnabled(page, /^Next: /), 30)
  await nextButton(page).click()
  await time.until(status(page, 'Spreading'), 2)
  const { loginDomain, clientId } = world.config.auth
  const revoked = await page.request.post(`${loginDomain}/oauth2/revoke`, {
    form: { token: refresh_token, client_id: clientId },
  })
  expect(revoked.ok()).toBe(true)
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await time.until(dialog, 180, 300)
  const opening = page.waitForEvent('popup')
  await dialog.getByRole('link', { name: 'Sign in in a new tab' }).click()
  const tab = await opening
  await tab.getByRole('button', { name: 'Sign in' }).click()
  await tab.getByLabel('Username').fill('demo')
  await tab.getByLabel('Password').fill('tidegate-demo')
  await tab.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  await tab.close()
  await happens(world, 'quick-changes', www.hostname)
  await time.until(
    async () =>
      (await status(page, 'Waiting, watched').isVisible()) || (await status(page, 'Verifying').isVisible()),
    40,
    30,
  )
  await confirmRollback(page)
  await time.until(status(page, 'Restored'), 40, 30)
  expect(await recordsAt(world, zone, www.hostname)).toEqual(before)
})

test.describe('in a hidden tab', () => {
  test.use({ workers: true })

  test('no healthy target: traffic is back within 90 seconds', async ({ page, world, time }) => {
    test.setTimeout(400_000)
    const zone = await zoneId(world, www.zone)
    await startCutover(page, world, time, shop)
    await stepTo(page, time, '25 % new')
    await time.pass(60)
    // The page's own timers stand still from here on; only the worker goes on.
    const shown = (await page.evaluate(() => Date.now())) + 1_000
    const from = await time.now()
    await page.clock.pauseAt(shown)
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await happens(world, 'fail-health-checks', 'edge/shop')
    let gone: number | undefined
    for (let step = 0; step < 60; step++) {
      await world.advance('PT5S')
      await page.clock.setSystemTime(shown + (await time.now()) - from)
      // A tick of the worker, a second of real time.
      await time.tick()
      if ((await healthyTargets(world, 'shop')) === 0) gone ??= await time.now()
      if ((await newShare(world, zone, shop)) === 0) break
    }
    expect(gone).toBeDefined()
    expect(await newShare(world, zone, shop)).toBe(0)
    const took = ((await time.now()) - (gone ?? 0)) / 1000
    console.log(`Hidden tab: back ${took} s after the last target became unhealthy`)
    expect(took).toBeLessThanOrEqual(90)
  })
})
