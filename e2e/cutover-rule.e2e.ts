/** Weights within one load balancer: a hostname that is there already, whose rule still forwards to old instances. No record of it is touched. */
import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  ElasticLoadBalancingV2Client,
  ModifyRuleCommand,
  type Rule,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Page } from '@playwright/test'
import {
  allRecords,
  expect,
  journalOf,
  type Move,
  region,
  startCutover,
  test,
  type Time,
  zoneId,
} from './cutover-steps.ts'
import {
  confirmRollback,
  expectSaid,
  isEnabled,
  look,
  nextButton,
  rollBack,
  rung,
  situation,
  soak,
  status,
} from './cutover-watching.ts'
import type { World } from './fixtures.ts'

const orders: Move = {
  hostname: 'orders.example.com',
  zone: 'example.com',
  cluster: 'edge',
  service: 'orders',
  loadBalancer: 'orders-alb',
  targetGroup: 'orders',
  search: { strategy: 'rule', pace: 'own', weights: '0,25,100' },
}

/** Takes the next step, and waits until its state is in force. */
async function step(page: Page, time: Time, label: string): Promise<void> {
  await soak(page, time)
  await nextButton(page).click()
  await time.soon(status(page, 'Waiting, watched'))
  await expect(rung(page, label)).toBeVisible()
  await look(page)
}

function elb({ accessKeyId, secretAccessKey, sessionToken, config }: World): ElasticLoadBalancingV2Client {
  const credentials = { accessKeyId, secretAccessKey, sessionToken }
  return new ElasticLoadBalancingV2Client({ region, endpoint: config.endpoint, credentials })
}

/** Every rule of the HTTPS listener, read by a client that is not ours. */
async function allRules(world: World): Promise<Rule[]> {
  const client = elb(world)
  const { LoadBalancers = [] } = await client.send(
    new DescribeLoadBalancersCommand({ Names: [orders.loadBalancer] }),
  )
  const { LoadBalancerArn } = LoadBalancers[0] ?? {}
  const { Listeners = [] } = await client.send(new DescribeListenersCommand({ LoadBalancerArn }))
  const listener = Listeners.find(({ Protocol }) => Protocol === 'HTTPS')
  const { Rules = [] } = await client.send(new DescribeRulesCommand({ ListenerArn: listener?.ListenerArn }))
  return Rules
}

/** The rule for the hostname. */
async function ruleOf(world: World): Promise<Rule | undefined> {
  return (await allRules(world)).find(({ Conditions }) =>
    Conditions?.some(({ Values }) => Values?.includes(orders.hostname)),
  )
}

/** As somebody with another tool does it: the share of the new group, percent. */
async function editByHand(world: World, share: number): Promise<void> {
  const rule = await ruleOf(world)
  const TargetGroups = rule?.Actions?.[0]?.ForwardConfig?.TargetGroups?.map(({ TargetGroupArn = '' }) => ({
    TargetGroupArn,
    Weight: TargetGroupArn.includes('orders-legacy') ? 100 - share : share,
  }))
  const Actions = [{ Type: 'forward' as const, ForwardConfig: { TargetGroups } }]
  await elb(world).send(new ModifyRuleCommand({ RuleArn: rule?.RuleArn, Actions }))
}

/** Weights by target group, of the rule for the hostname. */
async function weights(world: World): Promise<Record<string, number | undefined>> {
  const groups = (await ruleOf(world))?.Actions?.[0]?.ForwardConfig?.TargetGroups ?? []
  return Object.fromEntries(
    groups.map(({ TargetGroupArn = '', Weight }) => [TargetGroupArn.split('/')[1], Weight]),
  )
}

test('back from 25 %: the rule and the zone are word for word what they were', async ({
  page,
  world,
  time,
}) => {
  test.setTimeout(300_000)
  const zone = await zoneId(world, orders.zone)
  const [records, rules] = [await allRecords(world, zone), await allRules(world)]
  await startCutover(page, world, time, orders)
  await step(page, time, '0 % new')
  expect(await weights(world)).toEqual({ 'orders-legacy': 100, orders: 0 })
  await step(page, time, '25 % new')
  await time.pass(300, 30)
  expect(await weights(world)).toEqual({ 'orders-legacy': 75, orders: 25 })
  await rollBack(page).click()
  const dialog = page.getByRole('dialog', { name: /^Roll .* back exactly/ })
  const changes = dialog.getByRole('table', { name: 'The rule now, and afterwards' })
  await expect(changes.getByRole('row', { name: 'orders-legacy' })).toContainText(
    /75 % of the requests.*100 % of the requests/,
  )
  await expect(changes.getByRole('row', { name: /^orders 25 %/ })).toContainText('not there')
  await dialog.getByRole('button', { name: 'Roll back exactly' }).click()
  await time.until(status(page, 'Restored'), 5)
  await expect(page.getByText('The rule is back', { exact: true })).toBeVisible()
  await expect(page.getByText('The rule does exactly what it did: everything is restored.')).toBeVisible()
  expect(await allRules(world)).toEqual(rules)
  await time.until(() => isEnabled(page, /^Remove the journal/), 25, 300)
  await page.getByRole('button', { name: 'Remove the journal' }).first().click()
  await time.until(status(page, 'Closed'), 5)
  expect(await allRecords(world, zone)).toEqual(records)
  expect(await allRules(world)).toEqual(rules)
})

test('to the end: all requests go to the new group, and no record of the hostname was touched', async ({
  page,
  world,
  time,
}) => {
  test.setTimeout(300_000)
  const zone = await zoneId(world, orders.zone)
  const [records, rules] = [await allRecords(world, zone), await allRules(world)]
  await startCutover(page, world, time, orders)
  for (const label of ['0 % new', '25 % new', '100 % new']) await step(page, time, label)
  await soak(page, time, /^Begin the hold/)
  await page.getByRole('button', { name: 'Begin the hold' }).click()
  await time.until(page.getByRole('button', { name: 'Go on without the evidence' }), 5)
  await page.getByRole('button', { name: 'Go on without the evidence' }).click()
  await page.getByLabel('Why is that right?').fill('Orders arrive.')
  await page.getByRole('button', { name: 'Finish for this reason' }).click()
  await time.until(status(page, 'Finished'), 5)
  await expect(
    page.getByText('The rule sends all requests to the new target group.', { exact: false }),
  ).toBeVisible()
  await expect(page.getByText('The rule does not do what it did at first.')).toBeVisible()
  expect(await weights(world)).toEqual({ 'orders-legacy': 0, orders: 100 })
  const others = (all: Rule[]) =>
    all.filter(({ Conditions }) => !Conditions?.some(({ Values }) => Values?.includes(orders.hostname)))
  expect(others(await allRules(world))).toEqual(others(rules))
  expect(await journalOf(world, zone)).toHaveLength(2)
  await time.until(() => isEnabled(page, /^Remove the journal/), 25, 300)
  await page.getByRole('button', { name: 'Remove the journal' }).first().click()
  await time.until(status(page, 'Closed'), 5)
  expect(await allRecords(world, zone)).toEqual(records)
})

test('somebody edits the rule by hand: it is shown by shares, and written again by a click', async ({
  page,
  world,
  time,
}) => {
  await startCutover(page, world, time, orders)
  await step(page, time, '0 % new')
  await step(page, time, '25 % new')
  await editByHand(world, 40)
  const title = 'Somebody changed the rule by hand'
  await time.until(situation(page, title), 3, 30)
  const drift = await expectSaid(page, title)
  const legacy = drift
    .getByRole('table', { name: 'The edit of the rule' })
    .getByRole('row', { name: 'orders-legacy' })
  await expect(legacy).toContainText(/75 % of the requests.*60 % of the requests/)
  const choice = 'Write “25 % new” again'
  await drift.getByRole('radio', { name: new RegExp(`^${choice}`) }).check()
  await drift.getByRole('button', { name: 'Do this …' }).click()
  const dialog = page.getByRole('dialog', { name: `${choice}?` })
  await expect(dialog.getByRole('table', { name: 'The edit that is given up' })).toContainText('60 %')
  await expect(dialog.getByRole('table', { name: 'The rule now, and afterwards' })).toContainText('75 %')
  await dialog.getByRole('button', { name: choice }).click()
  await time.until(status(page, 'Waiting, watched'), 5)
  await expect(drift).toBeHidden()
  expect(await weights(world)).toEqual({ 'orders-legacy': 75, orders: 25 })
})

test.describe('AWS refuses the rule five times', () => {
  const title = 'The listener rule could not be set'
  const refused = { kind: 'deny', match: { operation: 'ModifyRule' } }

  /** On the way to 25 %: the claim went on, and the rule did not. */
  async function stuck(page: Page, world: World, time: Time): Promise<void> {
    await startCutover(page, world, time, orders)
    await step(page, time, '0 % new')
    await soak(page, time)
    await world.fault(refused)
    await nextButton(page).click()
    await time.until(situation(page, title), 3, 2)
    const said = await expectSaid(page, title)
    await expect(said).toContainText('Requests go where the rule sent them before')
    await expect(said.getByRole('button', { name: 'Download the rollback file' })).toBeVisible()
    await expect(page.getByText('Paused: the rule could not be set.').first()).toBeVisible()
    await expect(rollBack(page)).toBeEnabled()
    expect(await weights(world)).toEqual({ 'orders-legacy': 100, orders: 0 })
  }

  test('a person sees to the cause and resumes: it goes on where it stood', async ({ page, world, time }) => {
    await stuck(page, world, time)
    await world.clear()
    await page.getByRole('button', { name: 'Resume' }).click()
    await time.until(status(page, 'Waiting, watched'), 5)
    await expect(situation(page, title)).toBeHidden()
    await expect(rung(page, '25 % new')).toBeVisible()
    expect(await weights(world)).toEqual({ 'orders-legacy': 75, orders: 25 })
  })

  test('also on the way back; once it may be set, the rule is word for word what it was', async ({
    page,
    world,
    time,
  }) => {
    const rules = await allRules(world)
    await stuck(page, world, time)
    await confirmRollback(page)
    await time.pass(30, 2)
    await expect(situation(page, title)).toBeVisible()
    // The claim says that it goes back; the rule itself does not yet.
    await expect(status(page, 'Restored')).toBeHidden()
    expect(await allRules(world)).not.toEqual(rules)
    await world.clear()
    await page.getByRole('button', { name: 'Resume' }).click()
    await time.until(status(page, 'Restored'), 5)
    await expect(situation(page, title)).toBeHidden()
    await expect(page.getByText('The rule is back', { exact: true })).toBeVisible()
    expect(await allRules(world)).toEqual(rules)
  })
})

test('the wizard says which strategy it takes, and plans it', async ({ page, world, time }) => {
  const { hostname, zone, cluster, service, loadBalancer, targetGroup } = orders
  const wish = { hostname, cluster, service, loadBalancer, targetGroup, zone: await zoneId(world, zone) }
  const query = new URLSearchParams({ ...wish, step: 'preflight' })
  await world.open(page, `/${region}/cutovers/new?${query.toString()}`)
  await time.until(() => page.getByRole('button', { name: 'Run all again' }).isEnabled(), 5, 1)
  const check = page.getByRole('listitem').filter({ hasText: 'P-15' }).first()
  await expect(check).toContainText('already points to this load balancer')
  await expect(check).toContainText('choose “Weights within one load balancer” in the next step')
  const boxes = page.getByRole('checkbox', { name: /^I (have read this|take this upon myself)/ })
  for (let index = 0; index < (await boxes.count()); index++) await boxes.nth(index).check()
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByText('There is no such plan')).toBeVisible()
  await expect(page.getByText('Twice the TTL, where that is longer.')).toBeVisible()
  await page.getByRole('radio', { name: 'Weights within one load balancer' }).check()
  await expect(page.getByText(/^Twice the TTL|twice the TTL/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: '2. 5 % new' })).toBeVisible()
  await page.getByRole('button', { name: '2. 5 % new' }).click()
  await expect(page.getByRole('region', { name: 'Actions of the rule' })).toContainText('"Weight": 95')
  const requests = page.getByRole('table', { name: 'Where requests go' })
  await expect(requests.getByRole('row', { name: 'orders-legacy' })).toContainText('95 % of the requests')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByText(/^Checks that stand in the way/)).toHaveCount(0)
})
