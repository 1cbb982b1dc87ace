/** What cannot be read again during a cutover: charts and answers stay as they were read last, one line says what failed, and a click says all. */
import { comeBack, expect, test } from './cutover-standing.ts'
import { expectStill, noteShifts } from './cutover-watching.ts'

test('what was read last stays in its place, and one line says what cannot be read again', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  const answers = page.getByRole('table', { name: 'DNS answers' })
  const authoritative = answers.getByRole('row', { name: /^Route 53, authoritative · A/ })
  await time.until(authoritative.filter({ hasText: '25 % new by the records' }), 5)
  const rows = await answers.getByRole('row').count()
  const about = page.getByText(/^CloudWatch does not see all of the legacy/)
  await expect(about).toBeVisible()
  await noteShifts(page)
  await world.fault({ kind: 'deny', match: { service: 'cloudwatch', operation: 'GetMetricData' } })
  await world.fault({ kind: 'deny', match: { service: 'route53', operation: 'TestDNSAnswer' } })

  const line = page.getByRole('button', { name: 'Not allowed: cloudwatch:GetMetricData' })
  await time.until(line, 5, 10)
  await expect(about).toBeHidden()
  await expect(page.getByText(/not read: cloudwatch:GetMetricData/)).toBeVisible()
  await line.click()
  const all = page.getByRole('dialog', { name: 'Not allowed: cloudwatch:GetMetricData' })
  await expect(all).toContainText('What you see is the last good answer.')
  await expect(all).toContainText('This role may not perform cloudwatch:GetMetricData')
  await expect(all).toContainText(/Request ID:.*[\da-f]{8}-/)
  await page.keyboard.press('Escape')
  await expect(all).toBeHidden()
  // Of the answers only the one that may not be asked for is missing.
  await time.until(authoritative.filter({ hasText: 'AccessDenied' }), 5, 10)
  await expect(answers.getByRole('row')).toHaveCount(rows)

  await world.clear()
  await time.until(about, 5, 10)
  await time.until(authoritative.filter({ hasNotText: 'AccessDenied' }), 5, 10)
  await expectStill(page)
})
