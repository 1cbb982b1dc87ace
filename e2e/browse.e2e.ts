/** Browsing: from the clusters to a container's log lines, from a load balancer to a task, and every tab on the way. */
import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './fixtures.ts'

const taskLink = /^[0-9a-f]{32}$/

/** Opens a tab and checks that it says what it is for. */
async function seeTab(page: Page, name: string, content: (panel: Locator) => Locator): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click()
  await expect(content(page.getByRole('tabpanel', { name, exact: true })).first()).toBeVisible()
}

/** The text that Ctrl+V types into a field, which is emptied again. */
async function pasted(field: Locator): Promise<string> {
  await field.fill('')
  await field.press('ControlOrMeta+V')
  const text = await field.inputValue()
  await field.fill('')
  await field.press('Escape')
  return text
}

test('from the clusters to a container and its log', async ({ page, world }) => {
  await world.open(page, '/')
  await expect(page).toHaveURL(`${world.origin}/ap-northeast-2/clusters`)
  const tile = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'commerce' }) })
  await expect(tile).toContainText(/Services\s*4/)
  await expect(tile).toContainText(/Container instances\s*3/)
  await page.getByRole('button', { name: 'Table' }).click()
  await expect(page).toHaveURL(/view=table/)
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'platform' }) })
  await expect(row.getByRole('gridcell')).toHaveText([/ACTIVE/, '5', '15', '0', '0', 'FARGATE, FARGATE_SPOT'])

  await page.getByRole('link', { name: 'commerce' }).click()
  await expect(page).toHaveURL(`${world.origin}/ap-northeast-2/clusters/commerce/services`)
  const services = page.getByRole('grid', { name: 'Services' })
  await expect(services.getByRole('rowheader')).toHaveText([
    'checkout',
    'mariadb',
    'node-exporter',
    'storefront',
  ])
  await services.getByRole('link', { name: 'storefront' }).click()

  const home = `${world.origin}/ap-northeast-2/clusters/commerce/services/storefront`
  await expect(page).toHaveURL(home)
  await expect(page.getByRole('link', { name: 'Open in AWS console' })).toHaveAttribute(
    'href',
    'https://ap-northeast-2.console.aws.amazon.com/ecs/v2/clusters/commerce/services/storefront?region=ap-northeast-2',
  )
  await expect(page.getByRole('definition').filter({ hasText: 'Steady' })).toBeVisible()
  await expect(page.getByRole('application', { name: /^CPU Average: latest/ })).toBeVisible()
  await seeTab(page, 'Deployments', (panel) => panel.getByRole('row').filter({ hasText: 'storefront:1' }))
  await seeTab(page, 'Events', (panel) => panel.getByText('(service storefront) has reached a steady state.'))
  await seeTab(page, 'Load balancing', (panel) => panel.getByRole('row').filter({ hasText: 'healthy' }))
  await seeTab(page, 'Tags', (panel) => panel.getByRole('row', { name: 'Team commerce' }))
  await seeTab(page, 'Tasks', (panel) => panel.getByRole('link', { name: taskLink }))
  await expect(page).toHaveURL(`${home}?tab=tasks`)
  await page.goBack()
  await expect(page).toHaveURL(`${home}?tab=tags`)
  await expect(page.getByRole('tab', { name: 'Tags' })).toHaveAttribute('aria-selected', 'true')
  await page.goForward()
  await expect(page.getByRole('grid', { name: 'Tasks' }).getByRole('link', { name: taskLink })).toHaveCount(3)

  await page.getByRole('button', { name: 'Copy ARN' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  expect(await pasted(page.getByRole('combobox', { name: 'Filter Tasks' }))).toBe(
    'arn:aws:ecs:ap-northeast-2:123456789012:service/commerce/storefront',
  )

  const task = page.getByRole('grid', { name: 'Tasks' }).getByRole('link', { name: taskLink }).first()
  const id = (await task.getAttribute('aria-label')) ?? ''
  await task.click()
  await expect(page).toHaveURL(`${world.origin}/ap-northeast-2/clusters/commerce/tasks/${id}`)
  await expect(page.getByRole('link', { name: 'Open in AWS console' })).toHaveAttribute(
    'href',
    `https://ap-northeast-2.console.aws.amazon.com/ecs/v2/clusters/commerce/services/storefront/tasks/${id}?region=ap-northeast-2`,
  )
  const container = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'storefront' }) })
  await expect(container).toContainText('RUNNING')
  await expect(container).toContainText('.dkr.ecr.ap-northeast-2.amazonaws.com/commerce/storefront:2.15.0')
  await expect(container).toContainText(/3000 → \d{5}\/tcp/)
  await page.getByRole('button', { name: 'Details and log of storefront' }).click()
  await expect(page.getByText('{"level":"info","method":"GET","path":"/"').first()).toBeVisible()
  await seeTab(page, 'Network', (panel) => panel.getByRole('row', { name: /^storefront 3000 \d{5} tcp/ }))
  await seeTab(page, 'Timeline', (panel) => panel.getByRole('row', { name: /Image pull ended/ }))
  await seeTab(page, 'Tags', (panel) => panel.getByRole('row', { name: 'aws:ecs:serviceName storefront' }))
})

test('every tab of a cluster, and an instance with the ports in use', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/clusters/commerce')
  await expect(page.getByText('4 services')).toBeVisible()
  await seeTab(page, 'Tasks', (panel) => panel.getByRole('link', { name: taskLink }))
  await page.getByRole('button', { name: 'Stopped (last hour)' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'sales-report:1' })).toBeVisible()
  await seeTab(page, 'Capacity', (panel) =>
    panel.getByRole('row', { name: /^commerce-ec2 Auto Scaling.* commerce-nodes ACTIVE/ }),
  )
  await expect(page.getByRole('row', { name: /^ap-northeast-2a 1 1 4 0/ })).toBeVisible()
  await seeTab(page, 'Tags', (panel) => panel.getByRole('row', { name: 'Environment production' }))
  await seeTab(page, 'Container instances', (panel) => panel.getByRole('link', { name: /^i-/ }))
  await expect(page.getByRole('row').filter({ hasText: 'ap-northeast-2a' })).toContainText('Connected')
  await page
    .getByRole('row')
    .filter({ hasText: 'ap-northeast-2a' })
    .getByRole('link', { name: /^i-/ })
    .click()

  await expect(page.getByRole('heading', { name: /^Container instance i-/ })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'mariadb:1' })).toBeVisible()
  await seeTab(page, 'Ports', (panel) =>
    panel.getByRole('row', { name: /^3306 tcp [0-9a-f]{32} mariadb mariadb:3306/ }),
  )
  await expect(
    page.getByRole('row', { name: /^51678 tcp Reserved on every instance: ECS agent/ }),
  ).toBeVisible()
  await seeTab(page, 'Attributes', (panel) => panel.getByRole('row', { name: 'ecs.instance-type m5.large' }))
  await seeTab(page, 'Tags', (panel) => panel.getByRole('row', { name: 'Name commerce-node' }))
})

test('from a load balancer by its rules to a task; then the other Region', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/clusters')
  await page.getByRole('link', { name: 'Load balancers' }).click()
  await page.getByRole('link', { name: 'platform-alb' }).click()
  const rules = page.getByRole('table', { name: 'HTTPS:443' })
  await expect(rules.getByRole('row')).toHaveText([
    /Priority/,
    '10path is /api/*forward to api',
    '20path is /notify/*forward to notifications',
    '30host is admin.example.comforward to admin',
    'defaultno other rule matchesforward to web',
  ])
  await seeTab(page, 'Target groups', (panel) => panel.getByRole('row', { name: /^web 4 healthy/ }))
  await seeTab(page, 'Metrics', (panel) =>
    panel.getByRole('application', { name: /^Requests by target group web: latest/ }),
  )
  await page.getByRole('tab', { name: 'Listeners and rules' }).click()
  await rules.getByRole('link', { name: 'api' }).click()

  await expect(page).toHaveURL(`${world.origin}/ap-northeast-2/target-groups/api`)
  const targets = page.getByRole('grid', { name: 'Targets' })
  await expect(targets.getByRole('row').filter({ hasText: 'healthy' })).toHaveCount(3)
  const link = targets.getByRole('link', { name: taskLink }).first()
  const address = (await targets.getByRole('rowheader').first().textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('rowheader', { name: 'api' })).toBeVisible()
  await seeTab(page, 'Network', (panel) => panel.getByText(address))

  await page.getByRole('button', { name: 'Region: ap-northeast-2' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'us-east-1' }).click()
  await expect(page).toHaveURL(`${world.origin}/us-east-1/clusters`)
  await page.getByRole('link', { name: 'analytics' }).click()
  await expect(page.getByRole('link', { name: 'dashboard' })).toBeVisible()
  await page.getByRole('tab', { name: 'Container instances' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'us-east-1c' })).toContainText('DRAINING')
  await expect(page.getByRole('row').filter({ hasText: 'us-east-1b' })).toContainText(/disconnected/i)
  // The Region of the last visit is where the console opens.
  await page.getByRole('link', { name: 'Tidegate, to the clusters' }).click()
  await expect(page).toHaveURL(`${world.origin}/us-east-1/clusters`)
})
