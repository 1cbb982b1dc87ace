/** Services in trouble say why, in both languages: a taken host port, a deployment that rolls back, a task killed for its memory. */
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'

async function speak(page: Page, from: 'Settings' | '설정', language: 'English' | '한국어'): Promise<void> {
  await page.getByRole('button', { name: from, exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: language }).click()
}

test('a service stuck on a static host port names the instance that holds it', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/clusters/commerce/services')
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'checkout' }) })
  await expect(row).toContainText('Stuck')
  await expect(row).toContainText('Host port taken on every instance')
  await row.getByRole('link', { name: 'checkout' }).click()

  const why = page.getByRole('group').filter({ hasText: 'Why is it not steady?' })
  await expect(why).toContainText(
    'it wants a fixed host port, and on every container instance that port is taken',
  )
  await expect(why).toContainText('Use a dynamic host port')
  await expect(why).toContainText('is already using a port required by your task')
  const closest = why.getByRole('link', { name: /^Container instance [0-9a-f]{32}$/ })
  const id = (await closest.textContent()) ?? ''
  await expect(why).toContainText(`closest: ${id.slice(0, 8)}`)

  await speak(page, 'Settings', '한국어')
  const korean = page.getByRole('group').filter({ hasText: '왜 안정 상태가 아닌가요?' })
  await expect(korean).toContainText('멈춤')
  await expect(korean).toContainText('모든 컨테이너 인스턴스')
  // AWS's own words stay as AWS wrote them.
  await expect(korean).toContainText('is already using a port required by your task')
  await speak(page, '설정', 'English')

  await closest.click()
  await expect(page).toHaveURL(`${world.origin}/ap-northeast-2/clusters/commerce/instances/${id}`)
  await page.getByRole('tab', { name: 'Ports' }).click()
  const port = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '8080' }) })
  await expect(port).toContainText('checkout:8080')
})

test('a deployment that rolls back shows the circuit breaker and its reason', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/clusters/platform/services/notifications')
  const why = page.getByRole('group').filter({ hasText: 'Why is it not steady?' })
  await expect(why).toContainText('Rolling back')
  await expect(why).toContainText('The circuit breaker goes back to the last deployment that worked.')
  await expect(why).toContainText('The deployment failed: tasks failed to start.')

  await why
    .getByRole('link', { name: /^Deployment ecs-svc/ })
    .first()
    .click()
  await expect(page.getByRole('tab', { name: 'Deployments' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('region', { name: /^Being restored / })).toContainText(
    /ECS deployment circuit breaker: rolling back to deploymentId ecs-svc\/\d+/,
  )
  const failed = page.getByRole('region', { name: /^Failed / })
  await expect(failed).toContainText('ECS deployment circuit breaker: tasks failed to start.')
  await expect(failed).toContainText('3 failed tasks')
  await expect(failed).toContainText('notifications:3')

  await page.getByRole('tab', { name: 'Tasks' }).click()
  await page.getByRole('button', { name: 'Stopped (last hour)' }).click()
  const crashed = page.getByRole('row').filter({ hasText: 'An essential container ended' })
  await expect(crashed.first()).toContainText('notifications:3')
  await crashed
    .first()
    .getByRole('link', { name: /^[0-9a-f]{32}$/ })
    .click()
  await page.getByRole('button', { name: 'Details and log of notifications' }).click()
  await expect(page.getByText('Missing required environment variable SMTP_URL')).toBeVisible()
})

test('a task killed for its memory says so', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/clusters/platform/services/worker?tab=tasks&show=stopped')
  const stopped = page.getByRole('row').filter({ hasText: 'worker:1' })
  await expect(stopped).toHaveCount(2)
  await stopped
    .first()
    .getByRole('link', { name: /^[0-9a-f]{32}$/ })
    .click()
  const why = page.getByRole('group').filter({ hasText: 'This task stopped' })
  await expect(why).toContainText('A container used more memory than its limit and was killed.')
  await expect(why).toContainText('worker ended with 137')
  await expect(why).toContainText('EssentialContainerExited: Essential container in task exited')
  await expect(page.getByRole('row').filter({ hasText: 'platform/worker:1.22.0' })).toContainText('137')

  await speak(page, 'Settings', '한국어')
  await expect(page.getByRole('group').filter({ hasText: '메모리' })).toContainText('137')
})
