/** AWS answers, but not with what was asked for: too many calls, errors, broken bodies, half a list, pages that lead nowhere. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { callsTo, follow } from './steps.ts'

const region = '/ap-northeast-2'
const services = `${region}/clusters/platform/services`
const admin = `${services}/admin`

test('throttled: the last rows stay with their age, the console slows down and says so, and recovers', async ({
  page,
  world,
}) => {
  await page.clock.install()
  await world.open(page, services)
  const main = page.getByRole('main')
  await expect(main.getByRole('row')).toHaveCount(6)
  await world.fault({ kind: 'throttle', match: { service: 'ecs' } })
  await main.getByRole('button', { name: 'Refresh' }).click()

  // It is also said to screen readers a little later: the first is the one to see.
  const asked = main.getByText('AWS asks for fewer calls').first()
  await expect(asked).toBeVisible()
  await expect(main.getByText('What you see is the last good answer.')).toBeVisible()
  await expect(main.getByRole('row')).toHaveCount(6)
  await expect(main.getByRole('img', { name: 'Out of date' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'reads half as often' })).toBeVisible()

  // Load balancing has a limit of its own.
  await follow(page, `${region}/target-groups`)
  await expect(main.getByRole('heading', { name: 'Target groups', level: 1 })).toBeVisible()
  await expect(main.getByRole('link', { name: 'notifications' })).toBeVisible()
  await expect(main.getByText('AWS asks for fewer calls')).toHaveCount(0)

  await page.goBack()
  await expect(main.getByRole('row')).toHaveCount(6)
  await world.clear()
  await page.clock.fastForward(20_000)
  await expect(asked).toBeHidden()
  await expect(main.getByRole('img', { name: 'Out of date' })).toBeHidden()
  await page.clock.fastForward(60_000)
  await expect(page.getByText('reads half as often')).toBeHidden()
})

test('one call in five fails: nobody notices', async ({ page, world }) => {
  await world.open(page, `${region}/clusters`)
  await world.fault({ kind: 'server-error', share: 0.2 })
  const main = page.getByRole('main')
  for (const [path, shown] of [
    [services, 'worker'],
    [admin, 'Utilization'],
    [`${region}/target-groups`, 'notifications'],
    [`${region}/load-balancers`, 'platform-alb'],
    [`${region}/clusters/commerce/instances`, 'ACTIVE'],
  ] as const) {
    await follow(page, path)
    await expect(main.getByText(shown).first(), path).toBeVisible({ timeout: 10_000 })
    await expect(main.getByText('AWS did not answer as expected'), path).toHaveCount(0)
  }
  const journal = await world.journal()
  const failed = journal.filter(({ type, outcome }) => type === 'call' && outcome !== 'ok')
  expect(failed.length).toBeGreaterThan(1)
})

test('broken bodies: the panel names the trouble, the rest of the page goes on', async ({ page, world }) => {
  await world.open(page, services)
  await world.fault({ kind: 'html', match: { operation: 'GetMetricData' } })
  await world.fault({ kind: 'truncated', match: { operation: 'DescribeTargetHealth' } })
  const main = page.getByRole('main')

  await follow(page, admin)
  const broken = main.getByRole('group').filter({ hasText: 'AWS did not answer as expected' }).first()
  await expect(broken).toContainText('cloudwatch:GetMetricData · MalformedAnswer')
  await expect(broken).toContainText('<!DOCTYPE html>')
  await expect(main.getByRole('heading', { name: 'admin', level: 1 })).toBeVisible()
  await expect(main.getByText('Deploying').first()).toBeVisible()

  await main.getByRole('tab', { name: 'Load balancing' }).click()
  await expect(main.getByText('elasticloadbalancing:DescribeTargetHealth · MalformedAnswer')).toBeVisible()
  await expect(main.getByText('AWS did not answer as expected')).toHaveCount(1)

  await world.clear()
  await main.getByRole('button', { name: 'Try again' }).click()
  await expect(main.getByText('Target.ResponseCodeMismatch').first()).toBeVisible()
})

test('half an answer: the rows that came are shown, the missing ones are named', async ({ page, world }) => {
  await world.open(page, `${region}/clusters`)
  await world.fault({
    kind: 'partial-failures',
    match: { operation: 'DescribeServices' },
    options: { count: 2 },
  })
  const main = page.getByRole('main')
  await follow(page, services)
  await expect(main.getByText('3 of 5; 2 failed: MISSING')).toBeVisible()
  await main.getByRole('button', { name: 'Which ones' }).click()
  await expect(main.getByRole('listitem').filter({ hasText: 'MISSING' })).toHaveText([
    'web: MISSING',
    'worker: MISSING',
  ])
  await expect(main.getByRole('row', { name: /admin/ })).toContainText('Deploying')
})

test('an empty page with a token is not the end, and a token that repeats is not for ever', async ({
  page,
  world,
}) => {
  await world.open(page, `${region}/load-balancers`)
  const main = page.getByRole('main')
  await world.fault({ kind: 'empty-page', match: { operation: 'ListServices' }, times: 1 })
  await follow(page, services)
  await expect(main.getByRole('row')).toHaveCount(6)
  await expect(main.getByText('No services')).toHaveCount(0)

  await world.fault({ kind: 'repeated-token', match: { operation: 'ListTasks' } })
  await main.getByRole('tab', { name: 'Tasks' }).click()
  await expect(main.getByText('ecs:ListTasks · RepeatedToken')).toBeVisible()
  expect((await callsTo(world, 'ecs:ListTasks')).length).toBeLessThanOrEqual(4)
})
