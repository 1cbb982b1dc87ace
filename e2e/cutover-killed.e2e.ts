/** A tab that is killed in mid-step. Another browser, which knows nothing, goes on from the claim and back exactly; each write is done once. */
import type { Change } from '@aws-sdk/client-route-53'
import type { Page } from '@playwright/test'
import {
  comeBack,
  type Elsewhere,
  expect,
  newShare,
  now,
  openCutover,
  originalAgain,
  shop,
  test,
} from './cutover-standing.ts'
import type { Time } from './cutover-steps.ts'
import { confirmRollback, rollBack, situation, takeOver } from './cutover-watching.ts'
import type { World } from './fixtures.ts'

/** What every change of the zone since `from` left in the claim: `g=5 i=3 st=active`. */
async function claimsSince(world: World, from: number): Promise<string[]> {
  const changes = (await world.journal()).filter(({ name }) => name === 'records-changed')
  return changes.slice(from).map(({ detail }) => {
    const created = (detail as { changes: Change[] }).changes.filter(({ Action }) => Action === 'CREATE')
    const values = created.flatMap(({ ResourceRecordSet: set }) => set?.ResourceRecords ?? [])
    const claim = values.find(({ Value }) => Value?.includes('v=cutover1'))?.Value ?? ''
    return [/g=\d+/, /\bi=\d+/, /st=\w+/].map((part) => part.exec(claim)?.[0]).join(' ')
  })
}

async function changesSoFar(world: World): Promise<number> {
  return (await claimsSince(world, 0)).length
}

const nextStep = async (page: Page, time: Time): Promise<void> => {
  const button = page.getByRole('button', { name: 'Next: 100 % new' })
  await time.until(() => button.isEnabled(), 15, 30)
  await button.click()
}

/** Which alarms were chosen at the start is not in the zone: it is asked for again. */
async function watchAlarm({ page, time }: Elsewhere): Promise<void> {
  const guard = page.getByRole('listitem').filter({ hasText: /^G6 CloudWatch alarms/ })
  await expect(guard).toContainText('not watched')
  await expect(guard).toContainText('Choose them again.')
  await page.getByRole('button', { name: 'Choose alarms' }).click()
  const dialog = page.getByRole('dialog', { name: 'Alarms that are watched' })
  await dialog.getByRole('combobox').fill('shop-5xx')
  await dialog.getByRole('combobox').press('Enter')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await time.until(guard.getByText('1 chosen alarm is OK.'), 2, 30)
}

const change = { service: 'route53', operation: 'ChangeResourceRecordSets' }

test('between a write and its answer, and AWS had done it: it goes on from where it stands', async ({
  page,
  world,
  time,
  elsewhere,
}) => {
  await comeBack(page, world, time)
  const from = await changesSoFar(world)
  await world.fault({ kind: 'hang', after: true, match: change, times: 1 })
  await nextStep(page, time)
  await expect.poll(() => newShare(world)).toBe(100)
  await expect(now(page, 'Writing')).toBeVisible()
  await page.context().close()

  const other = await elsewhere()
  await openCutover(other.page, world)
  const found = situation(other.page, 'This cutover was left, or somebody else drives it')
  await found.getByText('Its claim says “100 % new”', { exact: false }).waitFor()
  await takeOver(other.page, shop.hostname)
  await other.time.until(now(other.page, 'Waiting, watched'), 5)
  await confirmRollback(other.page)
  await other.time.until(now(other.page, 'Restored'), 5)
  await originalAgain(world)
  expect(await claimsSince(world, from)).toEqual([
    'g=6 i=4 st=active',
    'g=7 i=4 st=active',
    'g=8 i=0 st=rolledback',
  ])
})

test('between a write and its answer, and it never arrived: nothing is done twice, nothing is lost', async ({
  page,
  world,
  time,
  elsewhere,
}) => {
  await comeBack(page, world, time)
  const from = await changesSoFar(world)
  await world.fault({ kind: 'hang', match: change, times: 1 })
  await nextStep(page, time)
  await expect(now(page, 'Writing')).toBeVisible()
  await page.context().close()

  const other = await elsewhere()
  await openCutover(other.page, world)
  const found = situation(other.page, 'This cutover was left, or somebody else drives it')
  await found.getByText('Its claim says “25 % new”', { exact: false }).waitFor()
  // Taking over is not needed to go back.
  await confirmRollback(other.page)
  await other.time.until(now(other.page, 'Restored'), 5)
  await originalAgain(world)
  expect(await claimsSince(world, from)).toEqual(['g=6 i=0 st=rolledback'])
})

test('during a wait: it is waited for anew, the next step is taken, and everything goes back', async ({
  page,
  world,
  time,
  elsewhere,
}) => {
  await comeBack(page, world, time)
  const from = await changesSoFar(world)
  await time.pass(30, 30)
  await page.context().close()

  const other = await elsewhere()
  await openCutover(other.page, world)
  await takeOver(other.page, shop.hostname)
  await other.time.until(now(other.page, 'Waiting, watched'), 5)
  await watchAlarm(other)
  await other.page.getByRole('checkbox', { name: 'I opened it and saw the application' }).check()
  await nextStep(other.page, other.time)
  await other.time.soon(now(other.page, 'Waiting, watched'))
  expect(await newShare(world)).toBe(100)
  await confirmRollback(other.page)
  await other.time.until(now(other.page, 'Restored'), 5)
  await originalAgain(world)
  expect(await claimsSince(world, from)).toEqual([
    'g=6 i=3 st=active',
    'g=7 i=4 st=active',
    'g=8 i=0 st=rolledback',
  ])
})

test('in mid-rollback: whoever comes next finds everything restored', async ({
  page,
  world,
  time,
  elsewhere,
}) => {
  await comeBack(page, world, time)
  const from = await changesSoFar(world)
  await world.fault({ kind: 'hang', after: true, match: change, times: 1 })
  await confirmRollback(page)
  await expect.poll(() => newShare(world)).toBeUndefined()
  await page.context().close()

  const other = await elsewhere()
  await openCutover(other.page, world)
  await now(other.page, 'Restored').waitFor()
  await expect(other.page.getByText('The records are back', { exact: true })).toBeVisible()
  await expect(rollBack(other.page)).toHaveAttribute('aria-disabled', 'true')
  await originalAgain(world)
  expect(await claimsSince(world, from)).toEqual(['g=6 i=0 st=rolledback'])
})
