/** The exceptional states of a cutover: each says what is known, what is safe and what to do, and from each there is a way back. */
import {
  ChangeResourceRecordSetsCommand,
  type Change,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53'
import type { Page } from '@playwright/test'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { comeBack, expect, newShare, now, originalAgain, shop, test } from './cutover-standing.ts'
import { journalOf, recordsAt, region, route53, startCutover, type Time, zoneId } from './cutover-steps.ts'
import { confirmRollback, expectSaid, rollBack, situation } from './cutover-watching.ts'
import { loadWorld, type SavedWorld, saveWorld, type World } from './fixtures.ts'

async function restored(page: Page, world: World, time: Time): Promise<void> {
  await time.until(now(page, 'Restored'), 10, 30)
  await originalAgain(world)
}

/** Back to an earlier state of the plan, with its one confirmation. */
async function stepBack(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Step back' }).click()
  await page.getByRole('menuitem', { name: to }).click()
  const dialog = page.getByRole('dialog', { name: `Step back to “${to}”?` })
  await expect(dialog.getByRole('table', { name: 'Records now, and afterwards' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Step back' }).click()
}

/** The same world, with something of it changed behind everybody's back. */
async function behindTheBack(world: World, change: (state: SavedWorld) => void): Promise<void> {
  const state = await saveWorld(world)
  change(state)
  await loadWorld({ state })
}

const writes = { service: 'route53', operation: 'ChangeResourceRecordSets' }

test('the role loses its permission: what to ask for is said, and going back is tried again by a click', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  await world.fault({ kind: 'deny', match: writes })
  await stepBack(page, '0 % new')
  await time.until(situation(page, 'AWS refuses the write'), 2, 5)
  const blocked = await expectSaid(page, 'AWS refuses the write')
  await expect(blocked).toContainText('Ask for the permission below')
  await expect(blocked).toContainText('"Action": "route53:ChangeResourceRecordSets"')
  await expect(blocked).toContainText('the records are still at “25 % new”')
  await expect(blocked.getByRole('button', { name: 'Download the rollback file' })).toBeVisible()
  await confirmRollback(page)
  await time.until(blocked.getByText('Refused was: roll back exactly', { exact: false }), 2, 5)
  await world.clear()
  await blocked.getByRole('button', { name: 'Try again' }).click()
  await restored(page, world, time)
})

test('the outcome cannot be read: nothing is guessed, and a rollback that is asked for comes first', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  await world.fault({ kind: 'hang', after: true, match: writes, times: 1 })
  await stepBack(page, '0 % new')
  await expect.poll(() => newShareBehind(world)).toBe(0)
  await world.fault({ kind: 'server-error', match: { ...writes, operation: 'ListResourceRecordSets' } })
  await time.until(situation(page, 'The outcome is being read'), 2, 5)
  await expectSaid(page, 'The outcome is being read')
  await confirmRollback(page)
  await world.clear()
  await restored(page, world, time)
})

test('AWS takes none of five attempts: a person decides, here to go back', async ({ page, world, time }) => {
  await comeBack(page, world, time)
  await world.fault({ kind: 'throttle', match: writes })
  await stepBack(page, '0 % new')
  await time.until(situation(page, 'Five attempts were not taken'), 10, 5)
  await expectSaid(page, 'Five attempts were not taken')
  expect(await newShare(world)).toBe(25)
  await expect(page.getByRole('button', { name: 'Resume' })).toBeEnabled()
  await world.clear()
  await confirmRollback(page)
  await restored(page, world, time)
})

test('offline: it says so, waits, and goes on once the network is back', async ({ page, world, time }) => {
  await comeBack(page, world, time)
  await page.context().setOffline(true)
  const offline = await expectSaid(page, 'This browser is offline')
  await expect(offline.getByRole('button', { name: 'Download the rollback file' })).toBeVisible()
  await expect(rollBack(page)).toHaveAttribute('aria-disabled', 'true')
  await page.context().setOffline(false)
  await expect(offline).toBeHidden()
  await confirmRollback(page)
  await restored(page, world, time)
})

test('a step back; then AWS falls back to an older state, which the zone itself says', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  const older = (await saveWorld(world)).dns
  await stepBack(page, '0 % new')
  await time.until(async () => (await newShare(world)) === 0, 2, 5)
  await time.until(now(page, 'Waiting, watched'), 5)
  await behindTheBack(world, (state) => {
    state.dns.hostedZones = older.hostedZones
  })
  await time.until(situation(page, 'AWS fell back to an older state'), 5, 30)
  await expectSaid(page, 'AWS fell back to an older state')
  const rung = page.getByRole('listitem').filter({ hasText: '25 % new' })
  await expect(rung.filter({ hasText: /being written|in force/ })).toBeVisible()
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(situation(page, 'AWS fell back to an older state')).toBeHidden()
  await confirmRollback(page)
  await restored(page, world, time)
})

test('the hosted zone is gone: the records to create again are shown; it comes back, and all goes on', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  const { hostedZones } = (await saveWorld(world)).dns
  const id = await zoneId(world, shop.zone)
  await behindTheBack(world, ({ dns }) => {
    delete dns.hostedZones[id]
  })
  await time.until(situation(page, 'The hosted zone is gone'), 5, 30)
  const gone = await expectSaid(page, 'The hosted zone is gone')
  const table = gone.getByRole('table', { name: 'Records to create again' })
  await expect(table).toContainText('198.51.100.14')
  await expect(gone.getByRole('button', { name: 'Download the rollback file' })).toBeVisible()
  await behindTheBack(world, ({ dns }) => {
    dns.hostedZones = hostedZones
  })
  await gone.getByRole('button', { name: 'Look again' }).click()
  await time.until(now(page, 'Waiting, watched'), 5)
  await confirmRollback(page)
  await restored(page, world, time)
})

test('a page opened anew while the hosted zone is gone shows the original records: as noted here, or from the rollback file', async ({
  page,
  world,
  time,
  elsewhere,
}) => {
  await comeBack(page, world, time)
  const { hostedZones } = (await saveWorld(world)).dns
  const id = await zoneId(world, shop.zone)
  await behindTheBack(world, ({ dns }) => {
    delete dns.hostedZones[id]
  })
  const title = 'The hosted zone is gone'
  const path = `/${region}/cutovers/${id}/${shop.hostname}`
  await world.open(page, path)
  const here = await expectSaid(page, title)
  await expect(here.getByRole('table', { name: 'Records to create again' })).toContainText('198.51.100.14')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    here.getByRole('button', { name: 'Download the rollback file' }).click(),
  ])

  const other = await elsewhere()
  await world.open(other.page, path)
  const there = await expectSaid(other.page, title)
  await expect(there).toContainText('This computer noted no cutover of shop.example.com in it.')
  await expect(there.getByRole('table')).toHaveCount(0)
  await there.locator('input[type=file]').setInputFiles(await file.path())
  await expect(there.getByRole('table', { name: 'Records to create again' })).toContainText('198.51.100.14')

  await behindTheBack(world, ({ dns }) => {
    dns.hostedZones = hostedZones
  })
  await there.getByRole('button', { name: 'Look again' }).click()
  await expect(situation(other.page, 'This cutover was left, or somebody else drives it')).toContainText(
    '25 % new',
  )
})

test('another cutover has claimed the hostname: this one writes nothing, and the other is opened', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  await claimAnew(world, '01K9OTHERCUTOVER0000000000')
  await time.until(situation(page, 'Another cutover of this hostname is open'), 5, 30)
  const other = await expectSaid(page, 'Another cutover of this hostname is open')
  await expect(other).toContainText('01K9OTHERCUTOVER0000000000')
  await expect(rollBack(page)).toHaveAttribute('aria-disabled', 'true')
  await other.getByRole('button', { name: 'Open the other cutover' }).click()
  await expect(situation(page, 'This cutover was left, or somebody else drives it')).toContainText('25 % new')
  await confirmRollback(page)
  await restored(page, world, time)
})

test.describe('without permission from the start', () => {
  const www = { ...shop, hostname: 'www.example.com', service: 'www', targetGroup: 'www', tick: [] }

  test('somebody else runs the commands, this page reads along; with a permission it goes back from here', async ({
    page,
    world,
    time,
  }) => {
    await world.fault({ kind: 'deny', match: writes })
    const before = await recordsAt(world, await zoneId(world, shop.zone), www.hostname)
    const move = { ...www, loadBalancer: 'edge-alb', search: { pace: 'own', weights: '0,100', bake: '1' } }
    await startCutover(page, world, time, move)
    await time.until(situation(page, 'Somebody else writes, this page reads along'), 2, 5)
    const manual = await expectSaid(page, 'Somebody else writes, this page reads along')
    await expect(manual).toContainText('The zone is at “Original”.')
    await expect(rollBack(page)).toHaveAttribute('aria-disabled', 'true')
    await expect(manual.getByRole('button', { name: 'Prepare the start again' })).toBeVisible()
    const command = manual.getByRole('region', { name: /^Next: to/ })
    const printed = await command.innerText()
    await world.clear()
    await runCommand(world, printed)
    await manual.getByRole('button', { name: 'Read the zone now' }).click()
    await expect(manual).toContainText('The zone is at “TTL lowered”.')
    await expect(manual.getByRole('region', { name: 'Back to the original, from here' })).toBeVisible()
    await confirmRollback(page)
    await time.until(now(page, 'Restored'), 10, 30)
    expect(await recordsAt(world, await zoneId(world, shop.zone), www.hostname)).toEqual(before)
  })
})

/** As whoever was handed it does, in a shell. */
async function runCommand(world: World, printed: string): Promise<void> {
  const [, id, batch = ''] = /--hosted-zone-id (\S+) --change-batch '([^]*)'\s*$/.exec(printed) ?? []
  const ChangeBatch = JSON.parse(batch) as { Changes: Change[] }
  await route53(world).send(new ChangeResourceRecordSetsCommand({ HostedZoneId: id, ChangeBatch }))
}

/** The zone as it is, also while nobody can read it. */
async function newShareBehind(world: World): Promise<number | undefined> {
  const { dns } = await saveWorld(world)
  const records = dns.hostedZones[await zoneId(world, shop.zone)]?.records ?? []
  return records.find(({ Name, SetIdentifier }) => Name === `${shop.hostname}.` && isNew(SetIdentifier))
    ?.Weight
}

function isNew(setIdentifier: string | undefined): boolean {
  return setIdentifier?.startsWith('ecs-') ?? false
}

/** Another cutover's claim and snapshot in place of those that stand there. */
async function claimAnew(world: World, id: string): Promise<void> {
  const HostedZoneId = await zoneId(world, shop.zone)
  const journal = await journalOf(world, HostedZoneId)
  // What is parked beside it stays as it is.
  const texts = journal.filter(({ Type }) => Type === 'TXT')
  const Changes = texts.flatMap((record): Change[] => [
    { Action: 'DELETE', ResourceRecordSet: record },
    {
      Action: 'CREATE',
      ResourceRecordSet: record.Name?.includes('-s.') ? snapshotOf(record, id) : claimOf(record, id),
    },
  ])
  await route53(world).send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }))
}

function claimOf(record: ResourceRecordSet, id: string): ResourceRecordSet {
  const Value = record.ResourceRecords?.[0]?.Value?.replace(/id=\w+/, `id=${id}`).replace(
    /x=\w+/,
    'x=0123456789abcdef',
  )
  return { ...record, ResourceRecords: [{ Value }] }
}

/** One value: its number, then deflated JSON in strings of 250 characters. */
function snapshotOf(record: ResourceRecordSet, id: string): ResourceRecordSet {
  const strings = [...(record.ResourceRecords?.[0]?.Value ?? '').matchAll(/"([^"]*)"/g)].map(
    ([, text]) => text,
  )
  const packed = Buffer.from(strings.slice(1).join(''), 'base64url')
  const snapshot = JSON.parse(inflateRawSync(packed).toString()) as object
  const again = deflateRawSync(JSON.stringify({ ...snapshot, id })).toString('base64url')
  const Value = ['1/1 ', ...(again.match(/.{1,250}/g) ?? [])].map((text) => `"${text}"`).join(' ')
  return { ...record, ResourceRecords: [{ Value }] }
}
