/** Each guard trips in a browser: what it saw against which limit, what follows, and that going back stays one click away. */
import { CloudWatchClient, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch'
import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  ElasticLoadBalancingV2Client,
  ModifyListenerCommand,
  ModifyRuleCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Locator, Page } from '@playwright/test'
import { comeBack, expect, newShare, now, originalAgain, shop, test } from './cutover-standing.ts'
import { happens, region, type Time } from './cutover-steps.ts'
import { confirmRollback, nextButton, rollBack, situation } from './cutover-watching.ts'
import type { SavedWorld, World } from './fixtures.ts'

/** `G2 Server errors`, its row among the guards. */
const guard = (page: Page, title: string): Locator =>
  page.getByRole('listitem').filter({ hasText: new RegExp(`^${title}`) })

/** Until it has tripped; it says what it measured, from where on that is too much, and what follows. */
async function trips(page: Page, time: Time, title: string, says: RegExp): Promise<void> {
  const row = guard(page, title)
  await time.until(row.getByText('tripped', { exact: true }), 12, 30)
  await expect(row).toContainText(says)
}

/** Nothing goes forward, traffic stays, and the way back is open. */
async function expectPaused(page: Page, world: World, says: RegExp): Promise<void> {
  const stopped = situation(page, 'A guard stopped it')
  await expect(stopped).toContainText(says)
  await expect(page.getByText('Paused: a guard tripped.').first()).toBeVisible()
  await expect(nextButton(page)).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('button', { name: 'Resume' })).toHaveAttribute('aria-disabled', 'true')
  expect(await newShare(world)).toBe(25)
  await expect(rollBack(page)).toBeEnabled()
}

/** Once the guards were clean twice in a row. */
async function mayResume(page: Page, time: Time): Promise<void> {
  const resume = page.getByRole('button', { name: 'Resume' })
  await time.until(async () => (await resume.getAttribute('aria-disabled')) !== 'true', 10, 30)
}

/** Without a person: nothing new is answered any more, TTLs are low, and a person decides what comes next. */
async function expectTakenBack(page: Page, world: World, time: Time, says: RegExp): Promise<void> {
  await time.until(async () => (await newShare(world)) === 0, 2)
  const stopped = situation(page, 'Traffic was taken back automatically')
  await expect(stopped).toContainText(says)
  await expect(page.getByText('Paused after the automatic abort.').first()).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'by itself' })).toBeHidden()
  await expect(rollBack(page)).toBeEnabled()
}

/** One click and one confirmation later the zone is as it was. */
async function expectWayBack(page: Page, world: World, time: Time): Promise<void> {
  await confirmRollback(page)
  await time.until(now(page, 'Restored'), 5)
  await originalAgain(world)
}

function clientOf(world: World) {
  const { accessKeyId, secretAccessKey, sessionToken, config } = world
  const credentials = { accessKeyId, secretAccessKey, sessionToken }
  return { region, endpoint: config.endpoint, credentials }
}

type Software = SavedWorld['images'][string]

/** Another behaviour of the new side's software; `mend` takes it back. */
function software(change: Software): { changed: { by: (world: SavedWorld) => void } } {
  return {
    changed: {
      by(world) {
        const [image] = Object.keys(world.images).filter((name) => name.endsWith('edge/shop:1.0.0'))
        if (image === undefined) throw new Error('There is no image of the shop')
        const before = world.images[image] ?? {}
        world.spoiltImages = { [image]: before }
        world.images[image] = { ...before, ...change, http: { ...before.http, ...change.http } }
      },
    },
  }
}

test.describe('G2: one request in ten fails', () => {
  test.use(software({ errorShare: 0.1 }))

  test('traffic goes back after a countdown, which a person may stop', async ({ page, world, time }) => {
    await comeBack(page, world, time)
    await trips(page, time, 'G2 Server errors', /moves back after 30 s.*\d\s?% \/ 2\s?%/)
    const due = page.getByRole('alert').filter({ hasText: 'traffic goes back to “0 % new” by itself' })
    await due.getByRole('button', { name: 'Stop the automatic abort' }).click()
    await expectPaused(page, world, /G2 \d+(\.\d)?% of requests failed with 5XX in 2 of the last 3 minutes/)
    // It stays stopped while the same trouble goes on: a person has decided.
    await time.pass(120, 30)
    await expect(due).toBeHidden()
    await expectPaused(page, world, /the limit is 2%/)
    await expectWayBack(page, world, time)
  })
})

test.describe('G2b: more than every second request fails', () => {
  test.use(software({ errorShare: 0.6 }))

  test('traffic goes back at once', async ({ page, world, time }) => {
    await comeBack(page, world, time)
    await trips(page, time, 'G2b Severe server errors', /moves back at once.*\d\s?% \/ 20\s?%/)
    await expectTakenBack(page, world, time, /G2b \d+(\.\d)?% of requests failed with 5XX within one minute/)
    await expectWayBack(page, world, time)
  })
})

test('G2c: somebody breaks the listener’s rule, and visitors get 404: it pauses', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  const { elb, listener } = await httpsListener(world, 'shop-alb')
  const { Rules = [] } = await elb.send(new DescribeRulesCommand({ ListenerArn: listener.ListenerArn }))
  const RuleArn = Rules.find(({ IsDefault }) => !IsDefault)?.RuleArn
  const Conditions = [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/health'] } }]
  await elb.send(new ModifyRuleCommand({ RuleArn, Conditions }))
  await trips(page, time, 'G2c Client errors', /pauses.*\d\s?% \/ 10\s?%/)
  await expectPaused(
    page,
    world,
    /G2c \d+(\.\d)?% of requests were answered with 4XX in 2 of the last 3 minutes/,
  )
  await expectWayBack(page, world, time)
})

test.describe('G3: answers take two seconds', () => {
  test.use(software({ http: { '/': { status: 200, latencyMs: 2_000 } } }))

  test('it pauses, and goes on when the guards were clean twice', async ({ page, world, time }) => {
    await comeBack(page, world, time)
    await trips(page, time, 'G3 Response time', /pauses.*\d s \/ 1 s/)
    await expectPaused(
      page,
      world,
      /G3 The 95th percentile of response times reached \d(\.\d+)? s in 3 of the/,
    )
    await happens(world, 'mend', 'edge/shop')
    await mayResume(page, time)
    await expect(guard(page, 'G3 Response time')).toContainText('clear')
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect(situation(page, 'A guard stopped it')).toBeHidden()
    await expect(page.getByRole('button', { name: 'Pause' })).toBeEnabled()
    await expectWayBack(page, world, time)
  })
})

test('a person sets another limit: it is in force from the next look on, and so is the usual one again', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  const edit = page.getByRole('button', { name: 'Edit thresholds' })
  const dialog = page.getByRole('dialog', { name: 'Thresholds of the guards' })
  const seconds = dialog.getByRole('region', { name: 'G3 Response time' }).getByLabel('Seconds (p95)')
  await edit.click()
  await seconds.fill('fast')
  await expect(dialog.getByText('A number from 0 on')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await seconds.fill('0.01')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await trips(page, time, 'G3 Response time', /the limit is 0?\.01 s/)
  await expectPaused(page, world, /G3 The 95th percentile of response times/)
  await edit.click()
  await expect(seconds).toHaveValue('0.01')
  await dialog.getByRole('button', { name: 'Back to the defaults' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await mayResume(page, time)
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(situation(page, 'A guard stopped it')).toBeHidden()
})

test.describe('G7 and G4: a colleague deploys a version that never becomes healthy', () => {
  test.use({ changed: { by: givesTime } })

  test('it pauses', async ({ page, world, time }) => {
    await comeBack(page, world, time)
    await deployBroken(world)
    await trips(page, time, 'G7 ECS deployment', /pauses.*A new deployment of the service started/)
    await expectPaused(page, world, /G7 A new deployment of the service started during the cutover/)
    await trips(page, time, 'G4 Unhealthy targets', /pauses.*\d \/ 0.*unhealthy in 3 of the last 5 minutes/)
    await expectPaused(page, world, /G4 \d targets? (was|were) unhealthy/)
    await expect(guard(page, 'G1 Healthy targets')).toContainText('clear')
    await expectWayBack(page, world, time)
  })
})

test('G5: somebody puts the wrong certificate on the listener: it pauses', async ({ page, world, time }) => {
  await comeBack(page, world, time)
  const wrong = (await httpsListener(world, 'docs-alb')).listener.Certificates
  const { elb, listener } = await httpsListener(world, 'shop-alb')
  const Certificates = [{ CertificateArn: wrong?.[0]?.CertificateArn }]
  await elb.send(new ModifyListenerCommand({ ListenerArn: listener.ListenerArn, Certificates }))
  await trips(page, time, 'G5 Connection errors', /pauses.*\d\s?% \/ 1\s?%/)
  await expectPaused(page, world, /G5 TLS negotiation with clients fails.*Most likely the certificate/)
  await expectWayBack(page, world, time)
})

test('G6: a chosen alarm rings: after the countdown traffic is back, then a person decides', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  await time.until(guard(page, 'G6 CloudWatch alarms').getByText('1 chosen alarm is OK.'), 2, 30)
  const alarm = { AlarmName: 'shop-5xx', StateValue: 'ALARM' as const, StateReason: 'Payments fail' }
  await new CloudWatchClient(clientOf(world)).send(new SetAlarmStateCommand(alarm))
  await trips(page, time, 'G6 CloudWatch alarms', /moves back after 30 s.*1 \/ 0.*In ALARM: shop-5xx/)
  await expectTakenBack(page, world, time, /G6 In ALARM: shop-5xx/)
  await expectWayBack(page, world, time)
})

test('G8: somebody edits the records: nothing is overwritten, and a person decides', async ({
  page,
  world,
  time,
}) => {
  await comeBack(page, world, time)
  await happens(world, 'edit-records', shop.hostname)
  await trips(page, time, 'G8 Records', /pauses.*The records were changed by somebody else/)
  await expect(situation(page, 'Somebody edited the records by hand')).toBeVisible()
  await expect(nextButton(page)).toHaveAttribute('aria-disabled', 'true')
  await rollBack(page).click()
  const dialog = page.getByRole('dialog', { name: /^Roll .* back exactly/ })
  await expect(dialog.getByText('The edit that is given up')).toBeVisible()
  await dialog.getByRole('button', { name: 'Leave it as it is' }).click()
  await expectWayBack(page, world, time)
})

test.describe('G9: hardly anybody comes', () => {
  test.use({ changed: { by: withFewVisitors } })

  test('it pauses; who accepts that goes on', async ({ page, world, time }) => {
    await comeBack(page, world, time)
    const stopped = situation(page, 'A guard stopped it')
    await time.until(stopped, 15, 30)
    const row = guard(page, 'G9 Traffic to judge by')
    await expect(row).toContainText(
      /pauses.*\d \/ 50.*Too little traffic to judge: \d+ requests? in 3 minutes/,
    )
    await expectPaused(page, world, /G9 Too little traffic to judge: \d+ requests?/)
    await stopped.getByRole('button', { name: 'Accept that there is too little traffic to judge by' }).click()
    await mayResume(page, time)
    await expect(row).toContainText('clear')
    await page.getByRole('button', { name: 'Resume' }).click()
    await expect(stopped).toBeHidden()
    await expectWayBack(page, world, time)
  })
})

/** One in thirty goes to the shop. */
function withFewVisitors({ internet }: SavedWorld): void {
  for (const visitors of Object.values(internet.visitors))
    if (visitors.host === shop.hostname) visitors.rps /= 30
}

async function httpsListener(world: World, balancer: string) {
  const elb = new ElasticLoadBalancingV2Client(clientOf(world))
  const { LoadBalancers } = await elb.send(new DescribeLoadBalancersCommand({ Names: [balancer] }))
  const LoadBalancerArn = LoadBalancers?.[0]?.LoadBalancerArn
  const { Listeners } = await elb.send(new DescribeListenersCommand({ LoadBalancerArn }))
  const listener = Listeners?.find(({ Protocol }) => Protocol === 'HTTPS')
  if (!listener) throw new Error(`${balancer} has no HTTPS listener`)
  return { elb, listener }
}

/** ECS leaves tasks that are not healthy alone for so long that they are seen in one minute after the other. */
function givesTime({ regions }: SavedWorld): void {
  for (const { ecs } of Object.values(regions))
    for (const service of Object.values(ecs.services)) service.healthCheckGracePeriodSeconds = 1_800
}

/** The tasks of the old version keep running, as long as those of the new one are not healthy. */
async function deployBroken(world: World): Promise<void> {
  const ecs = new ECSClient(clientOf(world))
  const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'shop' }))
  const { family, networkMode, cpu, memory, requiresCompatibilities, executionRoleArn } = taskDefinition ?? {}
  const containerDefinitions = taskDefinition?.containerDefinitions?.map((container) => ({
    ...container,
    image: container.image?.replace('1.0.0', '2.0.0'),
  }))
  const given = { family, networkMode, cpu, memory, requiresCompatibilities, executionRoleArn }
  const made = await ecs.send(new RegisterTaskDefinitionCommand({ ...given, containerDefinitions }))
  const { cluster, service } = shop
  const taskDefinitionArn = made.taskDefinition?.taskDefinitionArn
  await ecs.send(new UpdateServiceCommand({ cluster, service, taskDefinition: taskDefinitionArn }))
  await happens(world, 'fail-health-checks', `${cluster}/${service}`)
}
