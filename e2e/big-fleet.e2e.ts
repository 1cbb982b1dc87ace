/** Five thousand services: the first rows cost six calls, the rest comes within the budget, and a filter says what it knows. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { callsTo } from './steps.ts'

test.use({ scenario: 'big-fleet' })

test('first rows for six calls, then a sweep within the budget', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/clusters/fleet/services')
  const main = page.getByRole('main')
  await expect(main.getByRole('rowheader').first()).toBeVisible()
  const journal = await world.journal()
  const first = journal.filter(({ type, name }) => type === 'call' && name.startsWith('ecs:'))
  // What stood in the journal when the fifth batch had come: nothing else of ECS was asked before.
  const batches = first.filter(({ name }) => name === 'ecs:DescribeServices').slice(0, 5)
  const upToRows = first
    .slice(0, first.findIndex((call) => call === batches.at(-1)) + 1)
    .map(({ name }) => name)
  expect(upToRows).toEqual(['ecs:ListServices', ...Array.from({ length: 5 }, () => 'ecs:DescribeServices')])

  const since = Date.now()
  const calls = async (): Promise<number> => (await callsTo(world, 'ecs:')).length
  const callsBefore = await calls()
  const filter = main.getByRole('combobox', { name: 'Filter Services' })
  await filter.fill('status = ACTIVE')
  await filter.press('Enter')
  const progress = main.getByText(/^[\d,]+ matches among the [\d,]+ of [\d,]+\+ known so far$/)
  await expect(progress).toBeVisible()
  const listed = async (): Promise<number> =>
    Number(/of ([\d,]+)\+/.exec(await progress.innerText())?.[1]?.replace(',', '') ?? 0)
  const soFar = await listed()
  await expect.poll(listed).toBeGreaterThan(soFar)

  // A quarter of 20 calls a second for reads of services, and half of a burst of 100 once.
  const seconds = (Date.now() - since) / 1000
  const spent = (await calls()) - callsBefore
  expect(spent).toBeLessThanOrEqual(25 + 5 * (seconds + 1))
})
