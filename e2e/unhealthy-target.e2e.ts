/** An unhealthy target: its reason in words, and the task behind it, on the target group's page and on the service's. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

const means = 'The health check of /healthz was answered with HTTP 404; the target group accepts 200.'
const code = 'Target.ResponseCodeMismatch: Health checks failed with these codes: [404]'

test('says why a target is unhealthy, and which task it is', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/target-groups')
  const groups = page.getByRole('grid', { name: 'Target groups' })
  await expect(groups.getByRole('row', { name: /^admin/ })).toContainText('1 healthy, 1 unhealthy')
  await groups.getByRole('link', { name: 'admin', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Target group admin' })).toBeVisible()

  const targets = page.getByRole('grid', { name: 'Targets' })
  const unhealthy = targets.getByRole('row').filter({ hasText: 'unhealthy' })
  await expect(unhealthy).toHaveCount(1)
  await expect(unhealthy).toContainText(means)
  await expect(unhealthy).toContainText(code)
  // Trouble comes first.
  await expect(targets.getByRole('row').nth(1)).toContainText('unhealthy')
  const task = unhealthy.getByRole('link', { name: /^[0-9a-f]{32}$/ })
  const id = (await task.getAttribute('aria-label')) ?? ''

  await unhealthy.getByRole('link', { name: 'admin', exact: true }).click()
  const why = page.getByRole('group').filter({ hasText: 'Why is it not steady?' })
  await expect(why).toContainText('Unhealthy targets')
  await expect(why).toContainText('The new task runs, but the load balancer finds it unhealthy')
  await expect(why).toContainText(means)
  await expect(why).toContainText(code)
  await expect(why.getByRole('link', { name: 'admin', exact: true })).toHaveAttribute(
    'href',
    '/ap-northeast-2/target-groups/admin',
  )
  await expect(page.getByRole('definition').filter({ hasText: 'Unhealthy targets' })).toBeVisible()

  await page.getByRole('tab', { name: 'Load balancing' }).click()
  await expect(targets.getByRole('row').filter({ hasText: code })).toContainText('unhealthy')
  await page.getByRole('tab', { name: 'Overview' }).click()
  await why.getByRole('link', { name: `task ${id}` }).click()
  await expect(page).toHaveURL(`${world.origin}/ap-northeast-2/clusters/platform/tasks/${id}`)
  await expect(page.getByRole('rowheader', { name: 'admin' })).toBeVisible()
})

test('says the same in Korean', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/clusters/platform/services/admin')
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: '한국어' }).click()
  const why = page.getByRole('group').filter({ hasText: '왜 안정 상태가 아닌가요? 비정상 대상' })
  await expect(why).toContainText(
    '/healthz 상태 확인에 HTTP 404로 응답했습니다. 대상 그룹은 200만 허용합니다.',
  )
  await expect(why).toContainText(code)
})
