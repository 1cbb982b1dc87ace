/** The whole of a cutover by keyboard alone, with the focus always in sight; and in every state that comes by, axe finds nothing serious, light and dark. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Page, expect } from '@playwright/test'
import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53'
import {
  journalOf,
  type Move,
  recordsAt,
  region,
  route53,
  startCutover,
  test,
  type Time,
  zoneId,
} from './cutover-steps.ts'
import { isEnabled, nextButton, rung, soak, status } from './cutover-watching.ts'
import { choose, expectFocusSeen, press, tabTo } from './keys.ts'

const api: Move = {
  hostname: 'api.example.com',
  zone: 'example.com',
  cluster: 'edge',
  service: 'api',
  loadBalancer: 'edge-alb',
  targetGroup: 'api',
  search: { pace: 'quick' },
}

const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true })
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

/** No serious finding; in the dark, only of the rules that see colours: themes differ in nothing else. */
async function clean(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page })
    if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block'])
    const { violations } = await axe.analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    const found = serious.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`,
    )
    expect.soft(found, `${where}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
}

/** Somebody looked at the application. */
async function lookByKey(page: Page): Promise<void> {
  await press(page, page.getByRole('checkbox', { name: 'I opened it and saw the application' }), 'Space')
}

/** Takes each next step until that state is in force. What had the focus keeps it while the page goes on. */
async function stepByKey(page: Page, time: Time, label: string): Promise<void> {
  for (;;) {
    await soak(page, time)
    await press(page, nextButton(page))
    await time.soon(status(page, 'Waiting, watched'))
    await expect(nextButton(page)).toBeFocused()
    if (await rung(page, label).isVisible()) return
    await lookByKey(page)
  }
}

async function endByKey(page: Page, time: Time, button: string): Promise<void> {
  await soak(page, time, /^Begin the hold/)
  await press(page, page.getByRole('button', { name: 'Begin the hold' }))
  const without = page.getByRole('button', { name: 'Go on without the evidence' })
  await time.soon(without)
  await expectFocusSeen(page)
  await clean(page, 'hold')
  await press(page, without)
  await tabTo(page, page.getByLabel('Why is that right?'))
  await page.keyboard.type('The partners have been told.')
  await press(page, page.getByRole('button', { name: button }))
}

test('the wizard, the steps, the hold and the end', async ({ page, world, time }) => {
  test.setTimeout(900_000)
  const zone = await zoneId(world, api.zone)
  await world.open(page, `/${region}/cutovers/new`)
  await time.settle()
  await press(page, page.getByRole('button', { name: 'Take the role cutover for 15 minutes' }))
  const hostname = page.getByLabel('Hostname that moves')
  await time.settle()
  await expectFocusSeen(page)
  await tabTo(page, hostname)
  await page.keyboard.type(api.hostname)
  await time.settle()
  const zones = page.getByRole('radio', { name: /hosted zone/ })
  await expect(zones).toHaveCount(2)
  await tabTo(page, zones.first())
  await page.keyboard.press('Space')
  await expect(page.getByText(/^A: /)).toBeVisible()
  await choose(page, page.getByRole('button', { name: /^Cluster/ }), /^edge/)
  await time.settle()
  await choose(page, page.getByRole('button', { name: /^Service/ }), /^api/)
  await expect(page.getByText('Proposed from the service.')).toHaveCount(2)
  await expectFocusSeen(page)
  await clean(page, 'start')
  await press(page, next(page))

  await expect(title(page, 'Preflight')).toBeVisible()
  await time.until(() => page.getByRole('button', { name: 'Run all again' }).isEnabled(), 5, 1)
  await expectFocusSeen(page)
  await clean(page, 'preflight')
  const boxes = page.getByRole('checkbox', { name: /^I (have read this|take this upon myself)/ })
  for (let index = 0; index < (await boxes.count()); index++) await press(page, boxes.nth(index), 'Space')
  await press(page, next(page))

  await expect(title(page, 'Plan')).toBeVisible()
  await expectFocusSeen(page)
  await press(page, page.getByRole('radio', { name: /^Standard/ }), 'ArrowDown')
  await expect(page.getByRole('radio', { name: /^Quick/ })).toBeChecked()
  await press(page, page.getByRole('button', { name: /^2\. / }))
  await clean(page, 'plan')
  await press(page, next(page))

  await expect(title(page, 'Confirm')).toBeVisible()
  await expectFocusSeen(page)
  const download = page.waitForEvent('download')
  await press(page, page.getByRole('button', { name: 'Download the rollback file' }))
  await download
  await expectFocusSeen(page)
  await tabTo(page, page.getByLabel(`Type ${api.hostname} to confirm`))
  await page.keyboard.type(api.hostname)
  await clean(page, 'confirm')
  await press(page, page.getByRole('button', { name: 'Start the cutover' }))

  await expect(title(page, `Cutover of ${api.hostname}`)).toBeVisible()
  await time.settle()
  await expectFocusSeen(page)
  await stepByKey(page, time, '100 % new')
  await clean(page, 'run')
  await lookByKey(page)
  await endByKey(page, time, 'Take the last step for this reason')
  await time.soon(status(page, 'Waiting, watched'))
  await expectFocusSeen(page)
  await lookByKey(page)
  await endByKey(page, time, 'Finish for this reason')
  await time.soon(status(page, 'Finished'))
  await expectFocusSeen(page)
  await clean(page, 'finished')
  await time.until(() => isEnabled(page, /^Remove the journal/), 25, 300)
  await press(page, page.getByRole('button', { name: 'Remove the journal' }))
  await time.soon(status(page, 'Closed'))
  await expectFocusSeen(page)
  expect(await journalOf(world, zone)).toEqual([])
  await press(page, page.getByRole('main').getByRole('link', { name: 'Open cutovers' }))
  await expect(page.getByRole('table', { name: 'Reports kept on this computer' })).toContainText(api.hostname)
  await clean(page, 'list')
})

test('pause, step back, an edit by hand, and the way back', async ({ page, world, time }) => {
  test.setTimeout(900_000)
  const zone = await zoneId(world, api.zone)
  const before = await recordsAt(world, zone, api.hostname)
  await startCutover(page, world, time, api)
  await stepByKey(page, time, '50 % new')
  await press(page, page.getByRole('button', { name: 'Pause' }))
  const resume = page.getByRole('button', { name: 'Resume' })
  await expect(resume).toBeFocused()
  await time.pass(60)
  await expect(resume).toBeFocused()
  await clean(page, 'paused')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeFocused()

  await press(page, page.getByRole('button', { name: 'Step back' }))
  await expect(page.getByRole('menuitem', { name: '0 % new' })).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Step back to/ })
  await clean(page, 'step back')
  await press(page, dialog.getByRole('button', { name: 'Step back' }))
  await time.soon(rung(page, '0 % new'))
  await time.soon(status(page, 'Waiting, watched'))
  await expectFocusSeen(page)

  const [record] = (await recordsAt(world, zone, api.hostname)).filter(({ Weight }) => Weight === 0)
  if (!record) throw new Error('There is no member of weight 0')
  const Changes = [
    { Action: 'DELETE' as const, ResourceRecordSet: record },
    { Action: 'CREATE' as const, ResourceRecordSet: { ...record, Weight: 60 } },
  ]
  await route53(world).send(
    new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch: { Changes } }),
  )
  const drift = page.getByRole('region', { name: 'Somebody edited the records by hand' })
  await time.until(drift, 3)
  await expectFocusSeen(page)
  await clean(page, 'exception')
  await press(page, drift.getByRole('radio').first(), 'Space')
  await press(
    page,
    drift
      .getByRole('radio', { name: /^Write “0 % new” again/ })
      .or(drift.getByRole('radio', { checked: true }))
      .first(),
    'ArrowDown',
  )
  await expect(drift.getByRole('radio', { name: /^Write “0 % new” again/ })).toBeChecked()
  await press(page, drift.getByRole('button', { name: 'Do this …' }))
  await press(page, page.getByRole('dialog').getByRole('button', { name: /^Write “0 % new” again/ }))
  await expect(drift).toBeHidden()
  await time.soon(status(page, 'Waiting, watched'))
  await expectFocusSeen(page)

  await press(page, page.getByRole('button', { name: 'Roll back exactly' }))
  const rollback = page.getByRole('dialog', { name: /^Roll .* back exactly/ })
  await press(page, rollback.getByRole('button', { name: 'Roll back exactly' }))
  await time.soon(status(page, 'Restored'))
  await expectFocusSeen(page)
  await clean(page, 'restored')
  expect(await recordsAt(world, zone, api.hostname)).toEqual(before)
})
