/** From the wizard of a live cutover to the same wizard in its rehearsal, with everything chosen and nothing that reaches AWS. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { region, takeRole, zoneId } from './cutover-steps.ts'
import { callsTo } from './steps.ts'

test.use({ scenario: 'migration' })

test('what was chosen is rehearsed on a copy in a tab without keys', async ({ page, context, world }) => {
  test.setTimeout(180_000)
  const query = new URLSearchParams({
    hostname: 'www.example.com',
    zone: await zoneId(world, 'example.com'),
    cluster: 'edge',
    service: 'www',
    loadBalancer: 'edge-alb',
    targetGroup: 'www',
    pace: 'quick',
  })
  await world.open(page, `/${region}/cutovers/new?${query.toString()}`)
  await takeRole(page)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Run all again' })).toBeEnabled({ timeout: 60_000 })
  for (const box of await page.getByRole('checkbox', { name: /^I have read this/ }).all()) await box.check()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  const opened = context.waitForEvent('page')
  await page.getByRole('button', { name: 'Rehearse this cutover' }).click()
  const rehearsal = await opened
  const elsewhere: string[] = []
  rehearsal.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(page.url()).origin) elsewhere.push(request.url())
  })
  await expect(page.getByText('The new tab has its copy.')).toBeVisible({ timeout: 60_000 })
  await expect(rehearsal.getByText(`REHEARSAL on a copy of account ${world.config.account}.`)).toBeVisible()

  await expect(rehearsal.getByRole('heading', { level: 1, name: 'Preflight' })).toBeVisible()
  await expect(rehearsal.getByRole('button', { name: 'Run all again' })).toBeEnabled({ timeout: 60_000 })
  const chosen = new URL(rehearsal.url()).searchParams
  for (const [name, value] of query) expect(chosen.get(name)).toBe(value)
  // The same records, and no reason of its own not to start.
  await expect(rehearsal.getByText('TTL is 3,600 s', { exact: false })).toBeVisible()
  await expect(rehearsal.getByText(/stands? in the way of a start/)).toBeHidden()
  // Nobody rehearses a rehearsal.
  for (const box of await rehearsal.getByRole('checkbox', { name: /^I have read this/ }).all())
    await box.check()
  await rehearsal.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(rehearsal.getByRole('table', { name: 'Steps' })).toBeVisible()
  await expect(rehearsal.getByRole('button', { name: 'Rehearse this cutover' })).toBeHidden()
  expect(elsewhere).toEqual([])
  expect(await callsTo(world, 'route53:ChangeResourceRecordSets')).toEqual([])
})
