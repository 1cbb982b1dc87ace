/** What the reader may not do, keys that have expired, and keys of another account. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { serveSite } from './serve.ts'
import { callsTo, follow } from './steps.ts'

const region = '/ap-northeast-2'
const services = `${region}/clusters/platform/services`

const policies = [
  { policy: 'identity-based', explicit: false, said: /No identity-based policy allows it/ },
  { policy: 'identity-based', explicit: true, said: /explicitly denied in an? identity-based policy/ },
  { policy: 'permissions boundary', explicit: false, said: /No permissions boundary allows it/ },
  { policy: 'service control', explicit: true, said: /explicitly denied in a service control policy/ },
  { policy: 'resource-based', explicit: false, said: /No resource-based policy allows it/ },
  { policy: 'session', explicit: false, said: /No session policy allows it/ },
  { policy: 'VPC endpoint', explicit: false, said: /No VPC endpoint policy allows it/ },
]

test('denied: the action, the resource and the kind of policy are named; the rest of the page works', async ({
  page,
  world,
}) => {
  await world.open(page, services)
  const main = page.getByRole('main')
  await expect(main.getByRole('row')).toHaveCount(6)
  for (const { policy, explicit, said } of policies) {
    await world.clear()
    await world.fault({
      kind: 'deny',
      match: { operation: 'DescribeServices' },
      options: { policy, explicit },
    })
    await main.getByRole('button', { name: 'Refresh' }).click()
    const notice = main.getByRole('group').filter({ hasText: 'Not allowed: ecs:DescribeServices' })
    await expect(notice).toContainText(said)
    await expect(notice).toContainText('arn:aws:ecs:ap-northeast-2:123456789012:service/platform/admin')
    await expect(main.getByRole('row')).toHaveCount(6)
  }

  await world.clear()
  await world.fault({ kind: 'deny', match: { operation: 'GetMetricData' } })
  await follow(page, `${services}/web`)
  await expect(main.getByText('Not allowed: cloudwatch:GetMetricData')).toBeVisible()
  await expect(main.getByText('Steady').first()).toBeVisible()
  await expect(main.getByText(/Not allowed/)).toHaveCount(1)
})

test('expired AWS keys: reads that fail together ask for one renewal, and nobody notices', async ({
  page,
  world,
  context,
}) => {
  await world.open(page, `${services}/web`)
  const main = page.getByRole('main')
  await expect(main.getByRole('region', { name: 'CPU' })).toBeVisible()
  const renewals = async (): Promise<number> =>
    (await callsTo(world, 'cognitoIdentity:GetCredentialsForIdentity')).length
  const refused = async (): Promise<number> =>
    (await callsTo(world, '')).filter(({ outcome = '' }) => /expired/i.test(outcome)).length
  const before = await renewals()
  await world.fault({ kind: 'expired' })
  // Coming back from offline reads everything on the page at once.
  await context.setOffline(true)
  await expect(page.getByText('This browser is offline')).toBeVisible()
  await context.setOffline(false)
  // How many were under way before the first refusal differs from run to run; many at once are a unit test.
  await expect.poll(refused).toBeGreaterThan(0)
  await follow(page, `${services}/web?tab=load-balancing`)
  await expect(main.getByText('healthy').first()).toBeVisible()
  expect(await renewals()).toBe(before + 1)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(main.getByText('The sign-in has ended')).toHaveCount(0)
})

test('keys of another account than the configured one: the page says whose data it shows', async ({
  page,
  world,
}) => {
  await page.clock.install()
  const site = await serveSite({
    body: { ...world.config, auth: { mode: 'keys' }, account: '999988887777' },
  })
  await page.goto(site.origin + services)
  await page.getByLabel('Access key ID').fill(world.accessKeyId)
  await page.getByLabel('Secret access key').fill(world.secretAccessKey)
  await page.getByLabel('Session token').fill(world.sessionToken)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('main').getByRole('row')).toHaveCount(6)
  await page.clock.fastForward(5_000)
  const banner = page.getByRole('status').filter({ hasText: 'Wrong account' })
  await expect(banner).toContainText('these keys open 123456789012')
  await expect(banner).toContainText('set up for 999988887777')
  await site.close()
})
