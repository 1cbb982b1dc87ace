/** Protected records: lifted for the cutover and set again at its end, also where AWS refuses that for a while. */
import {
  CreateResourceRecordSetProtectionsCommand,
  ListResourceRecordSetProtectionsCommand,
  type ResourceRecordSetProtection,
} from '@aws-sdk/client-route-53'
import {
  expect,
  journalOf,
  type Move,
  recordsAt,
  route53,
  startCutover,
  takeRole,
  test,
  zoneId,
} from './cutover-steps.ts'
import { confirmRollback, expectSaid, isEnabled, nextButton, situation, status } from './cutover-watching.ts'
import type { World } from './fixtures.ts'

/** An A record of 3,600 seconds. */
const www: Move = {
  hostname: 'www.example.com',
  zone: 'example.com',
  cluster: 'edge',
  service: 'www',
  loadBalancer: 'edge-alb',
  targetGroup: 'www',
  search: { pace: 'quick' },
}

/** Somebody protects the record, with a word why. */
async function protectRecord(world: World): Promise<void> {
  const HostedZoneId = await zoneId(world, www.zone)
  const Protections = [
    { RecordName: `${www.hostname}.`, RecordType: 'A' as const, Comment: 'ask the web team' },
  ]
  await route53(world).send(new CreateResourceRecordSetProtectionsCommand({ HostedZoneId, Protections }))
}

async function protections(world: World): Promise<ResourceRecordSetProtection[]> {
  const HostedZoneId = await zoneId(world, www.zone)
  const { ResourceRecordSetProtections = [] } = await route53(world).send(
    new ListResourceRecordSetProtectionsCommand({ HostedZoneId }),
  )
  return ResourceRecordSetProtections
}

test('refused while it is lifted, and while it is set again: each time a person resumes, and it ends as it was', async ({
  page,
  world,
  time,
}) => {
  const id = await zoneId(world, www.zone)
  const title = 'The protections could not be changed'
  await protectRecord(world)
  const [before, records] = [await protections(world), await recordsAt(world, id, www.hostname)]
  expect(before).toHaveLength(1)

  await world.fault({ kind: 'deny', match: { operation: 'DeleteResourceRecordSetProtections' } })
  await startCutover(page, world, time, www)
  await time.until(situation(page, title), 3, 2)
  const said = await expectSaid(page, title)
  await expect(said).toContainText('five attempts')
  await expect(nextButton(page)).toHaveAttribute('aria-disabled', 'true')
  expect(await protections(world)).toEqual(before)
  await world.clear()
  await page.getByRole('button', { name: 'Resume' }).click()
  await time.until(() => isEnabled(page, /^Next: /), 5, 2)
  await expect(situation(page, title)).toBeHidden()
  expect(await protections(world)).toEqual([])
  await nextButton(page).click()
  await time.soon(status(page, 'Waiting, watched'))

  await world.fault({ kind: 'deny', match: { operation: 'CreateResourceRecordSetProtections' } })
  await confirmRollback(page)
  await time.soon(situation(page, title))
  await expectSaid(page, title)
  expect(await recordsAt(world, id, www.hostname)).toEqual(records)
  expect(await protections(world)).toEqual([])
  // The journal alone says what was protected: it stays as long as that is owed.
  await expect(page.getByRole('button', { name: 'Remove the journal' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await world.clear()
  await page.getByRole('button', { name: 'Resume' }).click()
  await time.until(async () => (await protections(world)).length > 0, 2, 2)
  await expect(situation(page, title)).toBeHidden()
  expect(await protections(world)).toEqual(before)

  await time.pass(20 * 60, 300)
  await takeRole(page)
  await time.until(() => isEnabled(page, /^Remove the journal/), 5, 30)
  await page.getByRole('button', { name: 'Remove the journal' }).click()
  await time.until(status(page, 'Closed'), 5)
  expect(await journalOf(world, id)).toEqual([])
  expect(await protections(world)).toEqual(before)
})

test('set by somebody in the middle of it blocks the step: removed, it goes on, and is set again', async ({
  page,
  world,
  time,
}) => {
  await startCutover(page, world, time, www)
  await time.until(() => nextButton(page).isEnabled(), 5)
  await protectRecord(world)
  await nextButton(page).click()
  const blocked = situation(page, 'AWS refuses the write')
  await time.until(blocked, 3)
  await expect(blocked).toContainText('“ask the web team”')
  await blocked.getByRole('button', { name: 'Remove the protection and go on' }).click()
  await time.until(() => nextButton(page).isEnabled(), 5)
  await nextButton(page).click()
  await time.soon(status(page, 'Waiting, watched'))
  await confirmRollback(page)
  await time.until(page.getByText('The records are back', { exact: true }), 5)
  await page.getByRole('button', { name: 'Set them again' }).click()
  await expect(page.getByRole('button', { name: 'Set them again' })).toBeHidden()
  expect(await protections(world)).toEqual([
    expect.objectContaining({ RecordName: 'www.example.com.', Comment: 'ask the web team' }),
  ])
})
