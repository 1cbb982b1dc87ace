/** Coming back to cutovers: the list, taking over, edits by hand, a deleted journal, and what is left afterwards. */
import {
  type Change,
  ChangeResourceRecordSetsCommand,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53'
import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  expect,
  journalOf,
  type Move,
  recordsAt,
  region,
  route53,
  startCutover,
  takeRole,
  test,
  Time,
  zoneId,
} from './cutover-steps.ts'
import { confirmRollback, situation, takeOver } from './cutover-watching.ts'
import type { World } from './fixtures.ts'

const zone = 'example.com'

/** An A record of 3,600 seconds. */
const www: Move = {
  hostname: 'www.example.com',
  zone,
  cluster: 'edge',
  service: 'www',
  loadBalancer: 'edge-alb',
  targetGroup: 'www',
  search: { pace: 'quick' },
}

async function openPage(page: Page, world: World, hostname: string): Promise<void> {
  const id = await zoneId(world, zone)
  await world.open(page, `/${region}/cutovers/${id}/${hostname}`)
  await takeRole(page)
}

/** As somebody with another tool does it. */
async function editZone(world: World, changes: Change[]): Promise<void> {
  const HostedZoneId = await zoneId(world, zone)
  await route53(world).send(
    new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes: changes } }),
  )
}

const deleting = (set: ResourceRecordSet): Change => ({ Action: 'DELETE', ResourceRecordSet: set })
const creating = (set: ResourceRecordSet): Change => ({ Action: 'CREATE', ResourceRecordSet: set })

/** `ecs 40`, for each member of a weighted group. */
const weights = (records: ResourceRecordSet[]): string[] =>
  records.flatMap(({ SetIdentifier = '', Weight }) =>
    Weight === undefined ? [] : [`${SetIdentifier.split('-')[0] ?? ''} ${Weight}`],
  )
const others = (records: ResourceRecordSet[]): ResourceRecordSet[] =>
  records.filter(({ Weight }) => Weight === undefined)

test.describe('what a colleague left', () => {
  test.use({ scenario: 'mid-cutover' })

  test('lists all claims in their states, once it is said where to look', async ({ page, world }) => {
    await world.open(page, `/${region}/cutovers`)
    await expect(page.getByText('Looked in no hosted zone yet')).toBeVisible()
    await takeRole(page)
    await page.getByRole('button', { name: /Look in zone …/ }).click()
    await page.getByRole('option', { name: /· public/ }).click()
    const table = page.getByRole('grid', { name: 'Open cutovers' })
    const states: [string, string, string][] = [
      ['www.example.com', 'Open: 25 % new', 'Readable'],
      ['example.com', 'Open: 50 % new', 'Readable'],
      ['media.example.com', 'Open: Original', 'Readable'],
      ['api.example.com', 'Finished', 'Readable'],
      ['app.example.com', 'Rolled back', 'Readable'],
      ['search.example.com', 'Open: state 1', 'In a file only'],
      ['portal.example.com', 'Open: state 1', 'Broken'],
    ]
    for (const [hostname, state, snapshot] of states) {
      const row = table
        .getByRole('row')
        .filter({ has: page.getByRole('link', { name: hostname, exact: true }) })
      await expect(row).toContainText(state)
      await expect(row).toContainText(snapshot)
      await expect(row).toContainText('Somebody else')
    }
    const newer = table.getByRole('row').filter({ hasText: 'Written by a newer release' })
    await newer.getByRole('button', { name: 'Which hostname …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Which hostname is it?' })
    await dialog.getByLabel('Hostname').fill('shop.example.com')
    await dialog.getByRole('button', { name: 'Open' }).click()
    await expect(dialog.getByText('This claim belongs to another hostname.')).toBeVisible()
    await dialog.getByLabel('Hostname').fill('docs.example.com')
    await dialog.getByRole('button', { name: 'Open' }).click()
    await expect(
      page.getByRole('heading', {
        name: 'The cutover of docs.example.com cannot be opened from the zone alone',
      }),
    ).toBeVisible()
    // The list looks in the same zones again, and the clusters' page says how many there are.
    await page.goto(`${world.origin}/${region}/clusters`)
    await takeRole(page)
    await expect(page.getByRole('link', { name: '6 open cutovers' })).toBeVisible()
  })

  test('a viewer sees them, and what stands there', async ({ page, world }) => {
    await world.open(page, `/${region}/cutovers?zones=all`, 'viewer')
    const table = page.getByRole('grid', { name: 'Open cutovers' })
    const link = page.getByRole('link', { name: 'www.example.com', exact: true })
    await expect(table.getByRole('row').filter({ has: link })).toContainText('Open: 25 % new')
    await link.click()
    await expect(page.getByRole('heading', { name: 'Cutover of www.example.com' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('25 % new')
    expect((await world.journal()).filter(({ outcome }) => outcome === 'AccessDenied')).toEqual([])
  })

  test('the list and every state pass axe, in both themes', async ({ page, world, time }) => {
    await openPage(page, world, 'example.com')
    await time.settle()
    await expect(situation(page, 'Somebody edited the records by hand')).toBeVisible()
    for (const path of ['cutovers?zones=all', `cutovers/${await zoneId(world, zone)}/search.example.com`]) {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
      await page.evaluate(() => {
        const known = JSON.parse(localStorage.getItem('tidegate.preferences') ?? '{}') as object
        localStorage.setItem('tidegate.preferences', JSON.stringify({ ...known, theme: 'dark' }))
      })
      await page.goto(`${world.origin}/${region}/${path}`)
      await takeRole(page)
      await expect(page.getByRole('main')).toContainText('example.com')
    }
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
  })

  test('an edit by hand is shown three ways, and rolled back exactly', async ({ page, world, time }) => {
    const id = await zoneId(world, zone)
    const before = (await journalOf(world, id)).length
    await openPage(page, world, 'example.com')
    const drift = situation(page, 'Somebody edited the records by hand')
    const table = drift.getByRole('table', { name: 'The edit, three ways' })
    await expect(table).toContainText('weight 50')
    await expect(table).toContainText('weight 60')
    await drift.getByRole('radio', { name: /^Restore the original/ }).check()
    await drift.getByRole('button', { name: 'Do this …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Restore the original?' })
    await expect(dialog.getByText('The edit that is given up')).toBeVisible()
    await dialog.getByRole('button', { name: 'Restore the original' }).click()
    await time.until(page.getByText('The records are back', { exact: true }), 5)
    const records = await recordsAt(world, id, 'example.com')
    expect(records.filter(({ Type }) => Type === 'A')).toEqual([
      expect.objectContaining({ Type: 'A', TTL: 300, ResourceRecords: [{ Value: '203.0.113.11' }] }),
    ])
    // The tombstone stays until nothing can arrive late any more.
    await expect(page.getByRole('button', { name: 'Remove the journal' })).toBeDisabled()
    // The role drops meanwhile, which is said with the way on.
    const weak = situation(page, 'There are no keys for this cutover')
    await time.until(weak, 20, 60)
    await expect(weak).toContainText('The role in use, viewer, may not cut over.')
    await weak.getByRole('button', { name: 'Take the role cutover' }).click()
    await expect(weak).toBeHidden()
    await time.until(() => page.getByRole('button', { name: 'Remove the journal' }).isEnabled(), 25, 120)
    await page.getByRole('button', { name: 'Remove the journal' }).click()
    await time.until(page.getByText('Nothing of this cutover is left in the zone'), 5)
    // Those of the seven other hostnames stay.
    expect((await journalOf(world, id)).length).toBe(before - 2)
    await expectReport(page, 'It was rolled back.')
    await page.getByRole('link', { name: 'Open cutovers' }).first().click()
    await expect(page.getByRole('table', { name: 'Reports kept on this computer' })).toContainText(
      'example.com',
    )
  })

  test('an edit by hand is kept in part: record set by record set, and the cutover ends', async ({
    page,
    world,
    time,
  }) => {
    const id = await zoneId(world, zone)
    const before = await recordsAt(world, id, 'example.com')
    await openPage(page, world, 'example.com')
    const drift = situation(page, 'Somebody edited the records by hand')
    await drift.getByRole('radio', { name: /^Stop, record set by record set/ }).check()
    const go = drift.getByRole('button', { name: 'Do this …' })
    await expect(go).toBeDisabled()
    const ours = drift.getByRole('radiogroup', { name: /^What stays of example\.com A ecs-/ })
    await ours.getByRole('radio', { name: 'As the cutover left it' }).check()
    await expect(go).toBeDisabled()
    const legacy = drift.getByRole('radiogroup', { name: /^What stays of example\.com A legacy-/ })
    await legacy.getByRole('radio', { name: 'The edit' }).check()
    await go.click()
    const dialog = page.getByRole('dialog', { name: 'Stop, record set by record set?' })
    await expect(dialog.getByRole('table', { name: 'Records now, and afterwards' })).toContainText(
      'weight 50',
    )
    await dialog.getByRole('button', { name: 'Stop, record set by record set' }).click()
    await time.until(page.getByText('The cutover was stopped here', { exact: true }), 5)
    expect(weights(before).toSorted()).toEqual(['ecs 40', 'legacy 60'])
    const after = await recordsAt(world, id, 'example.com')
    expect(weights(after).toSorted()).toEqual(['ecs 50', 'legacy 60'])
    expect(others(after)).toEqual(others(before))
  })

  test('a snapshot that is in the file only: another file is refused with its place', async ({
    page,
    world,
  }) => {
    await openPage(page, world, 'search.example.com')
    const box = situation(page, 'The cutover of search.example.com cannot be opened from the zone alone')
    await box.locator('input[type=file]').setInputFiles({
      name: 'rollback.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"v": 1, "id": 7}'),
    })
    await expect(box.getByText('The rollback file is damaged at id: text is expected there.')).toBeVisible()
  })
})

async function expectReport(page: Page, outcome: string): Promise<void> {
  const [markdown] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /as Markdown$/ }).click(),
  ])
  const text = await readFile(await markdown.path(), 'utf8')
  expect(text).toContain(outcome)
  expect(text).toContain('The live records are the original ones, verbatim: everything is restored.')
  const [json] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /as JSON$/ }).click(),
  ])
  const report = JSON.parse(await readFile(await json.path(), 'utf8')) as Record<string, unknown>
  expect(report).toMatchObject({ v: 1, isOriginal: true, isRehearsal: false })
}

test('a journal that was deleted by hand is written again from the file, by a computer that knows nothing', async ({
  page,
  world,
  time,
  browser,
}) => {
  const id = await zoneId(world, zone)
  const original = await recordsAt(world, id, www.hostname)
  const file = page.waitForEvent('download')
  await startCutover(page, world, time, www)
  const path = await (await file).path()
  await time.until(() => page.getByRole('button', { name: /^Next: / }).isEnabled(), 5)
  await page.getByRole('button', { name: /^Next: / }).click()
  await time.until(page.getByText('Waiting, watched', { exact: true }), 5)
  await editZone(world, (await journalOf(world, id)).map(deleting))
  await time.until(situation(page, 'Somebody deleted the journal'), 3)

  const other = await browser.newPage()
  const otherTime = new Time(other, world, false)
  await otherTime.install()
  await other.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
  await openPage(other, world, www.hostname)
  const none = situation(other, 'www.example.com has no open cutover')
  await none.locator('input[type=file]').setInputFiles(path)
  const lost = situation(other, 'Somebody deleted the journal')
  await lost.getByRole('button', { name: 'Write the journal again' }).click()
  await otherTime.until(other.getByText('Waiting, watched', { exact: true }), 5)
  expect((await journalOf(world, id)).length).toBe(2)

  await confirmRollback(other)
  await otherTime.until(other.getByText('The records are back', { exact: true }), 5)
  expect(await recordsAt(world, id, www.hostname)).toEqual(original)
  await other.close()
})

test('two operators: one takes over, the other is fenced off, told so, and takes it back', async ({
  page,
  world,
  time,
  browser,
}) => {
  await startCutover(page, world, time, www)
  await time.until(() => page.getByRole('button', { name: /^Next: / }).isEnabled(), 5)

  const other = await browser.newPage()
  const otherTime = new Time(other, world, false)
  await otherTime.install()
  await other.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
  await openPage(other, world, www.hostname)
  await takeOver(other, www.hostname)
  await otherTime.until(() => other.getByRole('button', { name: /^Next: / }).isEnabled(), 5)

  // The first one does not know yet: its step is refused by the zone.
  await page.getByRole('button', { name: /^Next: / }).click()
  const taken = situation(page, 'Somebody took this cutover over')
  await time.until(taken, 3)
  await expect(page.getByRole('button', { name: 'Take over' }).last()).toBeVisible()
  await taken.getByLabel('Type www.example.com to confirm').fill('www.example.com')
  await taken.getByRole('button', { name: 'Take over' }).click()
  await time.until(() => page.getByRole('button', { name: /^Next: / }).isEnabled(), 5)
  await otherTime.until(situation(other, 'Somebody took this cutover over'), 3)
  await other.close()
})

test('a manual edit in mid-step stops it; what was expected is written again', async ({
  page,
  world,
  time,
}) => {
  const id = await zoneId(world, zone)
  await startCutover(page, world, time, www)
  await time.until(() => page.getByRole('button', { name: /^Next: / }).isEnabled(), 5)
  await page.getByRole('button', { name: /^Next: / }).click()
  await time.until(page.getByText('Waiting, watched', { exact: true }), 5)
  const [record] = await recordsAt(world, id, www.hostname)
  if (!record) throw new Error('There is no record')
  await editZone(world, [
    deleting(record),
    creating({ ...record, ResourceRecords: [{ Value: '198.51.100.77' }] }),
  ])
  const drift = situation(page, 'Somebody edited the records by hand')
  await time.until(drift, 3)
  await expect(drift).toContainText('198.51.100.77')
  await drift.getByRole('radio', { name: /^Write “TTL lowered” again/ }).check()
  await drift.getByRole('button', { name: 'Do this …' }).click()
  await page
    .getByRole('dialog', { name: 'Write “TTL lowered” again?' })
    .getByRole('button', { name: 'Write “TTL lowered” again' })
    .click()
  await time.until(page.getByText('Waiting, watched', { exact: true }), 5)
  await expect(drift).toBeHidden()
  expect(await recordsAt(world, id, www.hostname)).toEqual([record])
})
