/** An edit by hand while a cutover stands at 25 %: each choice ends as its words say, in the zone as on the page. */
import {
  type Change,
  ChangeResourceRecordSetsCommand,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53'
import type { Locator, Page } from '@playwright/test'
import { comeBack, expect, newShare, now, originalAgain, shop, test } from './cutover-standing.ts'
import { journalOf, recordsAt, route53, takeRole, type Time, zoneId } from './cutover-steps.ts'
import {
  confirmRollback,
  expectSaid,
  isEnabled,
  look,
  rollBack,
  rung,
  situation,
  strides,
} from './cutover-watching.ts'
import type { World } from './fixtures.ts'

const title = 'Somebody edited the records by hand'

/** As somebody with another tool does it: the new share becomes `percent`, and what else is given comes to it. */
async function editByHand(
  world: World,
  { ours, legacy, added = [] }: { ours?: number; legacy?: number; added?: ResourceRecordSet[] },
): Promise<ResourceRecordSet[]> {
  const HostedZoneId = await zoneId(world, shop.zone)
  const records = await recordsAt(world, HostedZoneId, shop.hostname)
  const edited = records.map((record) => {
    const weight = record.SetIdentifier?.startsWith('ecs-') ? ours : legacy
    return weight === undefined ? record : { ...record, Weight: weight }
  })
  const Changes = [
    ...records.map((record): Change => ({ Action: 'DELETE', ResourceRecordSet: record })),
    ...[...edited, ...added].map((record): Change => ({ Action: 'CREATE', ResourceRecordSet: record })),
  ]
  await route53(world).send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }))
  return recordsAt(world, HostedZoneId, shop.hostname)
}

async function seen(page: Page, time: Time): Promise<Locator> {
  await time.until(situation(page, title), 3, 30)
  return expectSaid(page, title)
}

/** With its one confirmation, whose table is returned before it is clicked. */
async function choose(
  page: Page,
  drift: Locator,
  choice: string,
): Promise<{ confirm: () => Promise<void>; dialog: Locator }> {
  await drift.getByRole('radio', { name: new RegExp(`^${choice}`) }).check()
  await drift.getByRole('button', { name: 'Do this …' }).click()
  const dialog = page.getByRole('dialog', { name: `${choice}?` })
  await expect(dialog.getByRole('table', { name: 'Records now, and afterwards' })).toBeVisible()
  return { dialog, confirm: () => dialog.getByRole('button', { name: choice }).click() }
}

/** What the claim says: `i=3 hi=4 st=active`. */
async function claim(world: World): Promise<string> {
  const journal = await journalOf(world, await zoneId(world, shop.zone))
  const texts = journal.flatMap(({ ResourceRecords = [] }) => ResourceRecords.map(({ Value = '' }) => Value))
  const text = texts.find((each) => each.includes('v=cutover1')) ?? ''
  return [/\bi=\d+/, /hi=\d+/, /st=\w+/].map((part) => part.exec(text)?.[0]).join(' ')
}

/** Copies of records that a member of a weighted group points to. */
async function parkedNames(world: World, id: string): Promise<(string | undefined)[]> {
  return (await journalOf(world, id)).map(({ Name }) => Name).filter((name) => name?.includes('-p.'))
}

/** Once nothing can arrive late any more. The role drops meanwhile. */
async function removeJournal(page: Page, time: Time): Promise<void> {
  await time.pass(20 * 60, 300)
  await takeRole(page)
  await time.until(() => isEnabled(page, /^Remove the journal/), 25, 60)
  await page.getByRole('button', { name: 'Remove the journal' }).click()
  await time.until(now(page, 'Closed'), 5)
}

test('that leads to another state of the plan is adopted: the cutover goes on from there, and back from there', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  const edited = await editByHand(world, { ours: 100, legacy: 0 })
  const drift = await seen(page, time)
  await expect(drift).toContainText('What stands there now is the same as “100 % new”')
  const { dialog, confirm } = await choose(page, drift, 'Adopt “100 % new”')
  await expect(dialog).toContainText('No record differs.')
  await confirm()
  await time.until(rung(page, '100 % new'), 5)
  await expect(drift).toBeHidden()
  expect(await claim(world)).toBe('i=4 hi=4 st=active')
  expect(await recordsAt(world, await zoneId(world, shop.zone), shop.hostname)).toEqual(edited)
  await confirmRollback(page)
  await time.until(now(page, 'Restored'), 5)
  await originalAgain(world)
})

test('that leads back to a state before is adopted, too: the step is taken again from there', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  await editByHand(world, { ours: 0, legacy: 100 })
  const drift = await seen(page, time)
  const { confirm } = await choose(page, drift, 'Adopt “0 % new”')
  await confirm()
  await time.until(rung(page, '0 % new'), 5)
  expect(await claim(world)).toBe('i=2 hi=3 st=active')
  await look(page)
  await time.until(() => isEnabled(page, /^Next: 25 % new/), 10, strides.moved)
  await page.getByRole('button', { name: 'Next: 25 % new' }).click()
  await time.soon(rung(page, '25 % new'))
  expect(await newShare(world)).toBe(25)
})

test('is kept, and the cutover ends with it: nothing of the hostname is written any more', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  const id = await zoneId(world, shop.zone)
  const edited = await editByHand(world, { ours: 40, legacy: 60 })
  const drift = await seen(page, time)
  await expect(drift).not.toContainText('is the same as')
  const { dialog, confirm } = await choose(page, drift, 'Stop here')
  await expect(dialog).toContainText('No record differs.')
  await confirm()
  await time.until(now(page, 'Finished'), 5)
  await expect(page.getByText('The cutover was stopped here', { exact: true })).toBeVisible()
  await expect(rung(page, '25 % new')).toBeVisible()
  expect(await claim(world)).toBe('i=3 hi=3 st=done')
  expect(await recordsAt(world, id, shop.hostname)).toEqual(edited)
  const parked = await parkedNames(world, id)
  await removeJournal(page, time)
  // What the legacy member points to stays, too.
  expect(parked).toHaveLength(1)
  expect((await journalOf(world, id)).map(({ Name }) => Name)).toEqual(parked)
  expect(await recordsAt(world, id, shop.hostname)).toEqual(edited)
})

test('is kept in part: what was added stays, what was changed goes back; until the journal goes, so does all of it', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  const id = await zoneId(world, shop.zone)
  const before = await recordsAt(world, id, shop.hostname)
  const address: ResourceRecordSet = {
    Name: `${shop.hostname}.`,
    Type: 'AAAA',
    TTL: 60,
    ResourceRecords: [{ Value: '2001:db8::7' }],
  }
  const edited = await editByHand(world, { ours: 40, added: [address] })
  const drift = await seen(page, time)
  const table = drift.getByRole('table', { name: 'The edit, three ways' })
  await expect(table).toContainText('Added')
  await expect(table).toContainText('Edited')
  const choice = 'Stop, record set by record set'
  await drift.getByRole('radio', { name: new RegExp(`^${choice}`) }).check()
  const whatStays = (record: RegExp) => drift.getByRole('radiogroup', { name: record })
  await whatStays(/^What stays of shop\.example\.com AAAA/)
    .getByRole('radio', { name: 'The edit' })
    .check()
  await whatStays(/^What stays of shop\.example\.com A ecs-/)
    .getByRole('radio', { name: 'As the cutover left it' })
    .check()
  const { dialog, confirm } = await choose(page, drift, choice)
  await expect(dialog.getByRole('table', { name: 'Records now, and afterwards' })).toContainText('weight 25')
  await confirm()
  await time.until(now(page, 'Finished'), 5)
  expect(await claim(world)).toBe('i=3 hi=3 st=done')
  const added = edited.filter(({ Type }) => Type === 'AAAA')
  expect(added).toHaveLength(1)
  expect(await recordsAt(world, id, shop.hostname)).toEqual([...before, ...added])
  await rollBack(page).click()
  const back = page.getByRole('dialog', { name: /^Roll .* back exactly/ })
  await expect(back.getByRole('table', { name: 'The edit that is given up' })).toContainText('2001:db8::7')
  await back.getByRole('button', { name: 'Roll back exactly' }).click()
  await time.until(now(page, 'Restored'), 5)
  await originalAgain(world)
})
