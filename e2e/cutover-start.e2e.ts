/** The wizard: from what shall move where to the first write, which touches no live record; and everything that stops it before. */
import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53'
import type { Locator, Page } from '@playwright/test'
import {
  allRecords,
  expect,
  journalOf,
  recordsAt,
  region,
  route53,
  takeRole,
  test,
  type Time,
  zoneId,
} from './cutover-steps.ts'
import type { World } from './fixtures.ts'
import { callsTo, follow } from './steps.ts'

interface Wish {
  hostname: string
  service: string
  loadBalancer: string
  step?: string
}

const www: Wish = { hostname: 'www.example.com', service: 'www', loadBalancer: 'edge-alb' }

/** Opens the wizard with everything chosen. */
async function openWizard(page: Page, world: World, { step, ...wish }: Wish): Promise<void> {
  const query = new URLSearchParams({
    ...wish,
    zone: await zoneId(world, 'example.com'),
    cluster: 'edge',
    targetGroup: wish.service,
    ...(step !== undefined && { step }),
  })
  await world.open(page, `/${region}/clusters`)
  await takeRole(page)
  await follow(page, `/${region}/cutovers/new?${query.toString()}`)
}

async function checksDone(page: Page, time: Time): Promise<void> {
  const again = page.getByRole('button', { name: 'Run all again' })
  await time.until(() => again.isEnabled(), 5, 1)
}

async function acknowledgeAll(page: Page): Promise<void> {
  const boxes = page.getByRole('checkbox', { name: /^I (have read this|take this upon myself)/ })
  for (let index = 0; index < (await boxes.count()); index++) await boxes.nth(index).check()
}

const next = (page: Page): Locator => page.getByRole('button', { name: 'Next', exact: true })
/** Why the step cannot be left; it is said to screen readers, too. */
const stop = (page: Page, text: string | RegExp): Locator => page.getByText(text).first()
const title = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name })
const check = (page: Page, id: string): Locator => page.getByRole('listitem').filter({ hasText: id }).first()

test('from a service to the first write: the journal, and no live record', async ({ page, world, time }) => {
  const zone = await zoneId(world, 'example.com')
  const before = await allRecords(world, zone)
  await world.open(page, `/${region}/clusters/edge/services/www`)
  await takeRole(page)
  await page.getByRole('link', { name: 'Move a hostname here' }).click()
  await page.getByLabel('Hostname that moves').fill('www.example.com')
  await page.getByRole('radio', { name: /Public hosted zone/ }).check()
  await expect(page.getByText('A: clients are sent to', { exact: false })).toContainText('3,600 s')
  await expect(page.getByText('Proposed from the service.')).toHaveCount(2)
  await next(page).click()
  await checksDone(page, time)
  await next(page).click()
  await expect(stop(page, /warnings are not acknowledged yet/)).toBeVisible()
  await acknowledgeAll(page)
  await next(page).click()
  await expect(title(page, 'Plan')).toBeVisible()
  await expect(page.getByText(/At least 1 h 53 min from the first step to the last/)).toBeVisible()
  await next(page).click()

  const start = page.getByRole('button', { name: 'Start the cutover' })
  await expect(start).toBeDisabled()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the rollback file' }).click(),
  ])
  const file = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    id: string
    snapshot: unknown
    rollback: Record<string, unknown>
  }
  expect(file.snapshot).toEqual(before.filter(({ Name }) => Name === 'www.example.com.'))
  expect(Object.keys(file.rollback)).toHaveLength(8)
  await expect(start).toBeDisabled()
  await page.getByLabel('Type www.example.com to confirm').fill('www.example.com')
  await start.click()
  await expect(page).toHaveURL(new RegExp(`/cutovers/${zone}/www\\.example\\.com`))
  await time.until(async () => (await journalOf(world, zone)).length === 2, 2, 1)
  const after = await allRecords(world, zone)
  const claim = after.find(({ Name }) => /^_cutover-[0-9a-f]{16}\.example/.test(Name ?? ''))
  expect(claim?.ResourceRecords?.[0]?.Value).toContain(`id=${file.id} g=1 i=0 hi=0 st=active`)
  expect(after.filter(({ Name }) => !Name?.startsWith('_cutover-'))).toEqual(before)
  expect(await callsTo(world, 'route53:ChangeResourceRecordSets')).toHaveLength(1)
})

test.describe('is stopped by the preflight with the right words:', () => {
  for (const { id, says, fix, ...wish } of [
    {
      hostname: 'docs.example.com',
      service: 'docs',
      loadBalancer: 'docs-alb',
      id: 'P-25',
      says: 'No certificate on the listener covers docs.example.com.',
      fix: 'aws acm request-certificate',
    },
    {
      hostname: 'app.example.com',
      service: 'app',
      loadBalancer: 'edge-alb',
      id: 'P-26',
      says: /Requests for app\.example\.com\/health end at/,
      fix: 'aws elbv2 create-rule',
    },
  ]) {
    test(`${wish.hostname} by ${id}`, async ({ page, world, time }) => {
      await openWizard(page, world, { ...wish, step: 'preflight' })
      await checksDone(page, time)
      await expect(check(page, id)).toContainText('Failed')
      await expect(check(page, id)).toContainText(says)
      await expect(check(page, id)).toContainText(fix)
      await acknowledgeAll(page)
      await next(page).click()
      await expect(stop(page, `These checks stand in the way: ${id}`)).toBeVisible()
      await expect(title(page, 'Preflight')).toBeVisible()
      expect(await callsTo(world, 'route53:ChangeResourceRecordSets')).toEqual([])
    })
  }
})

test('says what is wrong with a name, which zones hold it, and what answers for it', async ({
  page,
  world,
}) => {
  await world.open(page, `/${region}/cutovers/new`)
  await expect(page.getByText('This takes the role cutover')).toBeVisible()
  await page.getByRole('button', { name: 'Take the role cutover for 15 minutes' }).click()
  const name = page.getByLabel('Hostname that moves')
  await name.fill('https://www.example.com/shop')
  await expect(
    page.getByText('That is the address of a page. Give the hostname alone, such as www.example.com.'),
  ).toBeVisible()
  await name.fill('www.somebody-else.net')
  await expect(page.getByText('No hosted zone of this account holds www.somebody-else.net')).toBeVisible()
  await name.fill('new.example.com')
  await expect(page.getByText('2 zones could hold this name.', { exact: false })).toBeVisible()
  await page.getByRole('radio', { name: /Public hosted zone/ }).check()
  await expect(page.getByText('the wildcard *.example.com answers for it', { exact: false })).toBeVisible()
  await next(page).click()
  await expect(stop(page, 'Choose the cluster first.')).toBeVisible()

  await page.getByRole('button', { name: 'Pick it from a hosted zone' }).click()
  await page.getByRole('button', { name: /^Hosted zone/ }).click()
  await page.getByRole('option', { name: /Public hosted zone/ }).click()
  await page.getByRole('button', { name: 'Record Choose a record' }).click()
  await page.getByRole('option', { name: /^search\.example\.com/ }).click()
  await expect(name).toHaveValue('search.example.com')
  await expect(
    page.getByText(/2 record sets with weighted routing: all of them are replaced at once/),
  ).toBeVisible()
})

test('a routing group is swapped as a whole, and its weights are refused in words', async ({
  page,
  world,
  time,
}) => {
  await openWizard(page, world, {
    hostname: 'search.example.com',
    service: 'search',
    loadBalancer: 'edge-alb',
    step: 'preflight',
  })
  await checksDone(page, time)
  await acknowledgeAll(page)
  await next(page).click()
  await expect(page.getByText('There is no such plan')).toBeVisible()
  await page.getByRole('radio', { name: /Simple swap/ }).check()
  const rows = page.getByRole('table', { name: 'Steps' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('TTL lowered')
  await expect(rows.nth(2)).toContainText('Final')
  await page.getByRole('button', { name: /^2\. Final/ }).click()
  const changes = page.getByRole('table', { name: 'Records' })
  await expect(changes).toContainText('198.51.100.51')
  await expect(changes).toContainText('edge-alb')
  await page.getByText('Rollback from here').click()
  await page.getByRole('tab', { name: 'CLI' }).click()
  await expect(page.getByRole('region', { name: 'CLI' })).toContainText(
    'aws route53 change-resource-record-sets',
  )
})

test('the probe reaches the new side with the real hostname, and leaves nothing behind', async ({
  page,
  world,
  time,
}) => {
  await openWizard(page, world, { ...www, step: 'preflight' })
  await checksDone(page, time)
  await page.getByRole('button', { name: 'Probe with the real Host' }).click()
  await time.until(page.getByText(/checkers around the world reached the new side/), 5)
  await expect(check(page, 'P-35')).toContainText('Passed')
  expect(await callsTo(world, 'route53:CreateHealthCheck', 'ok')).toHaveLength(1)
  expect(await callsTo(world, 'route53:DeleteHealthCheck', 'ok')).toHaveLength(1)
})

test('a viewer plans, hands the commands over, and sees by reading how far somebody else has come', async ({
  page,
  world,
  time,
}) => {
  const zone = await zoneId(world, 'example.com')
  const { hostname, ...rest } = www
  const query = new URLSearchParams({ hostname, ...rest, zone, cluster: 'edge', targetGroup: 'www' })
  await world.open(page, `/${region}/cutovers/new?${query.toString()}`, 'viewer')
  await expect(page.getByText('None of your roles may move hostnames')).toBeVisible()
  await next(page).click()
  await checksDone(page, time)
  await acknowledgeAll(page)
  await next(page).click()
  await expect(title(page, 'Plan')).toBeVisible()
  await next(page).click()
  await expect(page.getByRole('region', { name: 'Commands' })).toContainText(
    '# 1. TTL lowered, then wait 1 h 1 min',
  )
  const look = page.getByRole('button', { name: 'Look at the zone now' })
  await look.click()
  await expect(page.getByText('The records are those of “Original”', { exact: false })).toBeVisible()
  const record = (await recordsAt(world, zone, hostname)).find(({ Type }) => Type === 'A')
  await route53(world).send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId: zone,
      ChangeBatch: {
        Changes: [
          { Action: 'DELETE', ResourceRecordSet: record },
          { Action: 'CREATE', ResourceRecordSet: { ...record, Name: hostname, Type: 'A', TTL: 60 } },
        ],
      },
    }),
  )
  await look.click()
  await expect(page.getByText('The records are those of “TTL lowered”', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start the cutover' })).toBeDisabled()
  const refused = (await world.journal()).filter(({ outcome }) => outcome === 'AccessDenied')
  expect(refused).toEqual([])
})

test('alarms are picked with their states, typed where they may not be listed, and judged by P-37', async ({
  page,
  world,
  time,
}) => {
  await openWizard(page, world, { ...www, step: 'preflight' })
  await checksDone(page, time)
  await acknowledgeAll(page)
  await next(page).click()
  await page.getByRole('button', { name: 'More options' }).click()
  const field = page.getByRole('combobox', { name: 'CloudWatch alarms that take it back' })
  await expect(field).toBeVisible()
  expect(await callsTo(world, 'cloudwatch:DescribeAlarms')).toEqual([])
  await world.fault({ kind: 'deny', match: { operation: 'DescribeAlarms' } })
  await field.click()
  await expect(page.getByText('Not allowed: cloudwatch:DescribeAlarms').first()).toBeVisible()
  await field.fill('Orders, slow')
  await page.getByRole('option', { name: 'Use “Orders, slow”' }).click()
  await expect(page.getByRole('button', { name: 'Remove Orders, slow' })).toBeVisible()
  await world.clear()
  // The list, and the alarm that was typed: no call for each key.
  expect(await callsTo(world, 'cloudwatch:DescribeAlarms')).toHaveLength(2)
  await field.click()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('option', { name: /^edge-5xx OK/ })).toBeVisible()
  await field.fill('5xx')
  await page.getByRole('option', { name: /^edge-5xx OK/ }).click()
  await expect(page.getByRole('button', { name: 'Remove edge-5xx' })).toBeVisible()
  await field.fill('shop')
  await expect(page.getByRole('option', { name: /^shop-5xx OK/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/alarms=Orders%252C(\+|%20)slow%2Cedge-5xx%2Cshop-5xx/)
  await page.getByRole('button', { name: 'Previous' }).click()
  await checksDone(page, time)
  await expect(check(page, 'P-37')).toContainText('Alarm Orders, slow does not exist.')
  // What the plan's choices decide may still be changed there; the start is what it stands in the way of.
  await next(page).click()
  await next(page).click()
  await expect(stop(page, 'Checks that stand in the way: P-37.')).toBeVisible()
})

test('the role is taken where it is needed, and dropping it stops nothing but the start', async ({
  page,
  world,
  time,
}) => {
  await openWizard(page, world, { ...www, step: 'preflight' })
  await checksDone(page, time)
  await acknowledgeAll(page)
  await next(page).click()
  await next(page).click()
  await page.getByRole('button', { name: 'Drop it now' }).click()
  await expect(page.getByText('This takes the role cutover')).toBeVisible()
  await expect(stop(page, 'A role that may move hostnames.')).toBeVisible()
  await page.getByRole('button', { name: 'Hand it to somebody else instead' }).click()
  await page.getByRole('button', { name: 'Look at the zone now' }).click()
  await expect(page.getByText('The records are those of “Original”', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Take the role cutover for 15 minutes' }).click()
  await expect(page.getByText('A role that may move hostnames.')).toHaveCount(0)
})

test('goes by keyboard alone', async ({ page, world, time }) => {
  await openWizard(page, world, www)
  await expect(page.getByText('Proposed from the service.')).toHaveCount(2)
  await tabTo(page, next(page))
  await page.keyboard.press('Enter')
  await checksDone(page, time)
  const boxes = page.getByRole('checkbox', { name: /^I have read this/ })
  for (let index = 0; index < (await boxes.count()); index++) {
    await tabTo(page, boxes.nth(index))
    await page.keyboard.press('Space')
  }
  await tabTo(page, next(page))
  await page.keyboard.press('Enter')
  await expect(title(page, 'Plan')).toBeVisible()
  await tabTo(page, next(page))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Download the rollback file' }))
  await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  await tabTo(page, page.getByLabel('Type www.example.com to confirm'))
  await page.keyboard.type('www.example.com')
  await tabTo(page, page.getByRole('button', { name: 'Start the cutover' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/www\.example\.com$/)
})

/** Tab, as often as it takes. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 160; presses++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(target)}`)
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`no step has a serious finding of axe, ${colorScheme}`, async ({ page, world, time }) => {
    await page.emulateMedia({ colorScheme })
    await openWizard(page, world, www)
    await expect(page.getByText('Proposed from the service.')).toHaveCount(2)
    await clean(page)
    await next(page).click()
    await checksDone(page, time)
    await clean(page)
    await acknowledgeAll(page)
    await next(page).click()
    await page.getByRole('button', { name: 'More options' }).click()
    await clean(page)
    await next(page).click()
    await page.getByRole('button', { name: 'Hand it to somebody else instead' }).click()
    await clean(page)
  })

async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
