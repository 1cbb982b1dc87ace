/** Nothing jumps: over a full run, and when something stands in its way, nothing of the run screen moves by itself, and its buttons never do. */
import { ChangeResourceRecordSetsCommand } from '@aws-sdk/client-route-53'
import type { Page } from '@playwright/test'
import {
  expect,
  happens,
  type Move,
  recordsAt,
  route53,
  startCutover,
  test,
  type Time,
  zoneId,
} from './cutover-steps.ts'
import {
  expectStill,
  isEnabled,
  look,
  nextButton,
  noteShifts,
  placesOfActions,
  rung,
  situation,
  status,
  stepTo,
} from './cutover-watching.ts'
import type { World } from './fixtures.ts'

/** An alias of a classic load balancer: no TTL is to be lowered. */
const api: Move = {
  hostname: 'api.example.com',
  zone: 'example.com',
  cluster: 'edge',
  service: 'api',
  loadBalancer: 'edge-alb',
  targetGroup: 'api',
  search: { pace: 'quick' },
}

/** Answers come later than what browsers still hold for a consequence of a click. */
async function answerLate(world: World): Promise<void> {
  for (const match of [
    { service: 'route53', operation: 'ChangeResourceRecordSets' },
    { service: 'cloudwatch', operation: 'GetMetricData' },
  ])
    await world.fault({ match, kind: 'delay', ms: 900 })
}

async function finishWithoutEvidence(page: Page, time: Time, button: string): Promise<void> {
  await page.getByRole('button', { name: 'Begin the hold' }).click()
  await time.soon(page.getByRole('button', { name: 'Go on without the evidence' }))
  await page.getByRole('button', { name: 'Go on without the evidence' }).click()
  await page.getByLabel('Why is that right?').fill('The partners have been told.')
  await page.getByRole('button', { name: button }).click()
}

for (const width of [1440, 900])
  test.describe(`at ${String(width)} px`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('from the first write to the end', async ({ page, world, time }) => {
      test.setTimeout(600_000)
      await startCutover(page, world, time, api)
      await noteShifts(page)
      await answerLate(world)
      const places = await placesOfActions(page)
      const buttonsStand = async () => expect(await placesOfActions(page)).toEqual(places)

      await stepTo(page, time, '50 % new')
      // As it lives: every poll, look and read of metrics for some minutes.
      await time.pass(300, 30)
      await buttonsStand()
      const place = await page.evaluate(() => scrollY)
      await page.getByRole('button', { name: 'Pause' }).click()
      expect(await page.evaluate(() => scrollY)).toBe(place)
      await time.pass(60)
      await buttonsStand()
      await page.getByRole('button', { name: 'Resume' }).click()
      await page.getByRole('button', { name: 'Step back' }).click()
      await page.getByRole('menuitem', { name: '0 % new' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Step back' }).click()
      await time.soon(rung(page, '0 % new'))
      await time.soon(status(page, 'Waiting, watched'))
      await buttonsStand()
      await look(page)
      await stepTo(page, time, '100 % new')
      await look(page)
      await time.until(() => isEnabled(page, /^Begin the hold/), 30, 30)
      await buttonsStand()
      await finishWithoutEvidence(page, time, 'Take the last step for this reason')
      await time.soon(status(page, 'Waiting, watched'))
      await look(page)
      await time.until(() => isEnabled(page, /^Begin the hold/), 30, 30)
      await finishWithoutEvidence(page, time, 'Finish for this reason')
      await time.soon(status(page, 'Finished'))
      await buttonsStand()
      await time.until(() => isEnabled(page, /^Remove the journal/), 25, 110)
      await page.getByRole('button', { name: 'Remove the journal' }).click()
      await time.soon(status(page, 'Closed'))
      await buttonsStand()
      await expectStill(page)
    })

    test('checks that fail, an edit by hand, a guard that trips, and the way back', async ({
      page,
      world,
      time,
    }) => {
      test.setTimeout(600_000)
      const zone = await zoneId(world, api.zone)
      await startCutover(page, world, time, api)
      await stepTo(page, time, '0 % new')
      await look(page)
      await time.until(() => isEnabled(page, /^Next: /), 90, 30)
      await noteShifts(page)
      await answerLate(world)
      const places = await placesOfActions(page)
      const buttonsStand = async () => expect(await placesOfActions(page)).toEqual(places)

      await happens(world, 'fail-health-checks', 'edge/api')
      await time.pass(120)
      await world.fault({
        match: { service: 'elbv2', operation: 'DescribeTargetHealth' },
        kind: 'delay',
        ms: 900,
      })
      await nextButton(page).click()
      const standing = page.getByText('Checks before the next step stand in the way', { exact: false })
      await time.until(standing, 2, 1)
      await expect(page.getByText(/^Checks stand in the way, see the top of the page: P-30/)).toBeVisible()
      await buttonsStand()
      await page.getByRole('button', { name: 'Set aside until the next attempt' }).click()
      await expect(standing).toBeHidden()
      await world.clear()
      await answerLate(world)
      await happens(world, 'mend', 'edge/api')
      await time.pass(120)
      await stepTo(page, time, '50 % new')

      const [record] = (await recordsAt(world, zone, api.hostname)).filter(({ Weight }) => Weight === 50)
      if (!record) throw new Error('There is no member of weight 50')
      const Changes = [
        { Action: 'DELETE' as const, ResourceRecordSet: record },
        { Action: 'CREATE' as const, ResourceRecordSet: { ...record, Weight: 60 } },
      ]
      await route53(world).send(
        new ChangeResourceRecordSetsCommand({ HostedZoneId: zone, ChangeBatch: { Changes } }),
      )
      const drift = situation(page, 'Somebody edited the records by hand')
      await time.until(drift, 3)
      await buttonsStand()
      await drift.getByRole('radio', { name: /^Write “50 % new” again/ }).check()
      await drift.getByRole('button', { name: 'Do this …' }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Write “50 % new” again/ })
        .click()
      await time.soon(status(page, 'Waiting, watched'))
      await expect(drift).toBeHidden()

      await time.pass(60)
      await happens(world, 'fail-health-checks', 'edge/api')
      await time.until(page.getByText('Paused after the automatic abort.').first(), 10)
      await time.soon(rung(page, '0 % new'))
      await buttonsStand()
      await page.getByRole('button', { name: 'Roll back exactly' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Roll back exactly' }).click()
      await time.until(page.getByText('The records are back', { exact: true }), 10)
      await buttonsStand()
      await expectStill(page)
    })
  })
