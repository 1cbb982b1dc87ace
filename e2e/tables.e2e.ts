/** The shared behaviour of tables, on every page that is one. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { follow } from './steps.ts'
import { tableBehaviours } from './table-behaviours.ts'

const region = '/ap-northeast-2'
const commerce = `${region}/clusters/commerce`

tableBehaviours('clusters', {
  path: `${region}/clusters?view=table`,
  name: 'Clusters',
  sortBy: { id: 'name', heading: 'Cluster' },
  filter: 'commerce',
  read: { service: 'ecs', operation: 'DescribeClusters' },
})

tableBehaviours('services', {
  path: `${region}/clusters/platform/services`,
  name: 'Services',
  sortBy: { id: 'running', heading: 'Running' },
  filter: 'notif',
  read: { service: 'ecs', operation: 'DescribeServices' },
})

tableBehaviours('tasks', {
  path: `${commerce}/tasks`,
  name: 'Tasks',
  sortBy: { id: 'service', heading: 'Service' },
  filter: 'mariadb',
  read: { service: 'ecs', operation: 'DescribeTasks' },
})

tableBehaviours('container instances', {
  path: `/us-east-1/clusters/analytics/instances`,
  name: 'Container instances',
  sortBy: { id: 'running', heading: 'Running' },
  filter: 'DRAINING',
  read: { service: 'ecs', operation: 'DescribeContainerInstances' },
})

tableBehaviours('load balancers', {
  path: `${region}/load-balancers`,
  name: 'Load balancers',
  sortBy: { id: 'name', heading: 'Name' },
  filter: 'commerce',
  read: { service: 'elbv2', operation: 'DescribeLoadBalancers' },
})

tableBehaviours('target groups', {
  path: `${region}/target-groups`,
  name: 'Target groups',
  sortBy: { id: 'port', heading: 'Port' },
  filter: 'storefront',
  read: { service: 'elbv2', operation: 'DescribeTargetGroups' },
})

tableBehaviours('events', {
  path: `${region}/clusters/platform/services/admin?tab=events`,
  name: 'Events',
  sortBy: { id: 'time', heading: 'Time' },
  filter: 'registered',
  read: { service: 'ecs', operation: 'DescribeServices' },
  opensARow: false,
})

test.describe('in an empty account', () => {
  test.use({ scenario: 'empty' })

  test('every list says that there is nothing and why', async ({ page, world }) => {
    await world.open(page, `/us-east-1/clusters`)
    const main = page.getByRole('main')
    await expect(main.getByText('No clusters')).toBeVisible()
    await expect(main.getByText(/in another Region: choose it at the top/)).toBeVisible()
    for (const [path, said] of [
      [`/us-east-1/clusters?view=table`, 'No clusters'],
      [`/us-east-1/load-balancers`, 'No load balancers'],
      [`/us-east-1/target-groups`, 'No target groups'],
    ] as const) {
      await follow(page, path)
      await expect(main.getByText(said).first()).toBeVisible()
    }
  })
})
