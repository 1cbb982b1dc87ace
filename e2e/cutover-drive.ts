/** Drives a cutover that advances by itself, as a person who only looks at the application does; and ends it one way or the other. */
import { readFile } from 'node:fs/promises'
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Layout } from './cutover-layouts.ts'
import { startCutover, type Time, zoneId } from './cutover-steps.ts'
import { gaitOf, guardsLooked, status, strides } from './cutover-watching.ts'
import { expectZone, readZone, withRecords } from './cutover-zone.ts'
import type { World } from './fixtures.ts'

/** Whose page and world it is, and the one hand on both clocks. */
export interface Stage {
  page: Page
  world: World
  time: Time
}

/** A cutover that was started, and what there was before. */
export interface Started {
  /** Id of the zone. */
  zone: string
  before: ResourceRecordSet[]
  /** What the plan says of each state, as downloaded before the first write. */
  plan: { label: string; records: ResourceRecordSet[] }[]
}

/** Minutes after the last write until nothing can arrive late any more: 20, and one by which the page's clock may be ahead of the world's. */
const fencedFor = 21

const inForce = (page: Page): Locator => page.getByRole('listitem').filter({ hasText: 'in force' })

/** Through the wizard to the first write. */
export async function begin({ page, world, time }: Stage, { move, prepare }: Layout): Promise<Started> {
  await prepare?.(world)
  const zone = await zoneId(world, move.zone)
  const before = await readZone(world, zone)
  const download = page.waitForEvent('download', { timeout: 0 })
  await startCutover(page, world, time, move)
  const file = JSON.parse(await readFile(await (await download).path(), 'utf8')) as Pick<Started, 'plan'>
  return { zone, before, plan: file.plan }
}

async function advanceTo(stage: Stage, state: StateName): Promise<void> {
  const name = stage.page.getByText(state, { exact: true })
  await goOn(stage, inForce(stage.page).filter({ has: name }))
}

/** Looks at the application in each state, and accepts that few requests say little, until something is seen. */
async function goOn({ page, time }: Stage, seen: Locator): Promise<void> {
  let accepted = false
  const gait = gaitOf(page)
  await time.settle()
  for (let count = 0; count < 120; count++) {
    if (await seen.isVisible()) return
    await look(page)
    accepted = (await acceptTooLittle(page)) || accepted
    if (accepted) await resume(page)
    const isWatched = await status(page, 'Waiting, watched').isVisible()
    const stride = await gait()
    await time.pass(stride, stride)
    if (isWatched && stride === strides.moved) await expect(guardsLooked(page)).toBeVisible()
  }
  throw new Error(`It never came to ${String(seen)}`)
}

async function look(page: Page): Promise<void> {
  const opened = page.getByRole('checkbox', { name: 'I opened it and saw the application' })
  if ((await opened.isVisible()) && !(await opened.isChecked())) await opened.check()
}

/** Hostnames with few visitors have too few at half of the answers, now and then. Where guards stopped for more than that, it is not offered. */
async function acceptTooLittle(page: Page): Promise<boolean> {
  const stopped = page.getByRole('region', { name: 'A guard stopped it' })
  const accept = stopped.getByRole('button', {
    name: 'Accept that there is too little traffic to judge by',
  })
  if (!(await accept.isVisible()) || !(await accept.isEnabled())) return false
  await accept.click()
  return true
}

/** Guards must have been clean twice. */
async function resume(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Resume' })
  if ((await button.isVisible()) && (await button.isEnabled())) await button.click()
}

/** What people call a state, and what the plan calls it. */
const labels = {
  Original: 'D0',
  'TTL lowered': 'ttl-prep',
  '0 % new': 'w0',
  '50 % new': 'w50',
  '100 % new': 'w100',
  Final: 'final',
}
type StateName = keyof typeof labels

/** Until that state is in force: then the zone holds what the plan said of it. Returns its index. */
export async function reach(
  stage: Stage,
  { move: { hostname } }: Layout,
  { zone, before, plan }: Started,
  state: StateName,
): Promise<number> {
  await advanceTo(stage, state)
  const index = plan.findIndex(({ label }) => label === labels[state])
  const records = withRecords(before, hostname, plan[index]?.records ?? [])
  const claim = new RegExp(` i=${index} hi=${index} st=active `)
  await expectZone(stage.world, zone, { hostname, records, claim })
  return index
}

/** One click and one confirmation, until Route 53 has the original everywhere. */
export async function rollBack({ page, time }: Stage, way = 'Roll back exactly'): Promise<void> {
  await page.getByRole('button', { name: way }).click()
  await page.getByRole('dialog').getByRole('button', { name: way }).click()
  await time.until(status(page, 'Restored'), 5, strides.busy)
}

/** From the last soak into the hold, and out of it for a reason that somebody types. */
export async function endHold(stage: Stage, button: string): Promise<void> {
  const { page } = stage
  const override = page.getByRole('button', { name: 'Go on without the evidence' })
  await goOn(stage, override)
  await override.click()
  await page.getByLabel('Why is that right?').fill('The partners have been told.')
  await page.getByRole('button', { name: button }).click()
}

/** Once nothing can arrive late any more. */
export async function removeJournal({ page, time }: Stage): Promise<void> {
  const button = page.getByRole('button', { name: 'Remove the journal' })
  await expect(button).toBeDisabled()
  await time.pass(fencedFor * 60, fencedFor * 60)
  await button.click()
  await time.until(status(page, 'Closed'), 5, strides.busy)
}
