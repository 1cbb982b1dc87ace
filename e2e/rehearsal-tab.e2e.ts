/** The tab in which a cutover is rehearsed: how it gets its copy of the account, what it looks like, and what it keeps. */
import { AxeBuilder } from '@axe-core/playwright'
import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ECSClient,
} from '@aws-sdk/client-ecs'
import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeTargetGroupsCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import {
  ListHostedZonesByNameCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { test, type World } from './fixtures.ts'
import { serveSite } from './serve.ts'

test.use({ scenario: 'migration' })

const region = 'ap-northeast-2'
const banner = 'REHEARSAL on a copy of account'

interface Asked {
  service: string
  operation: string
  input: object
  output: object
}

/** Answers about www.example.com, asked for as anybody would. */
async function recordingOf({ accessKeyId, secretAccessKey, sessionToken, config }: World): Promise<object[]> {
  const credentials = { accessKeyId, secretAccessKey, sessionToken }
  const made = { region, credentials, endpoint: config.endpoint }
  const [ecs, elb, dns] = [
    new ECSClient(made),
    new ElasticLoadBalancingV2Client(made),
    new Route53Client(made),
  ]
  const asked: Asked[] = []
  const note = (service: string, operation: string, input: object, output: object): void =>
    void asked.push({ service, operation, input, output })

  const zones = await dns.send(new ListHostedZonesByNameCommand({}))
  note('route53', 'ListHostedZonesByName', {}, zones)
  const zone = zones.HostedZones?.find(({ Config }) => Config?.PrivateZone !== true)
  const name = { HostedZoneId: zone?.Id, StartRecordName: 'www.example.com.', MaxItems: 1 }
  note('route53', 'ListResourceRecordSets', name, await dns.send(new ListResourceRecordSetsCommand(name)))

  const balancers = await elb.send(new DescribeLoadBalancersCommand({ Names: ['edge-alb'] }))
  note('elbv2', 'DescribeLoadBalancers', {}, balancers)
  const listeners = { LoadBalancerArn: balancers.LoadBalancers?.[0]?.LoadBalancerArn }
  note('elbv2', 'DescribeListeners', listeners, await elb.send(new DescribeListenersCommand(listeners)))
  const groups = { Names: ['www'] }
  note('elbv2', 'DescribeTargetGroups', groups, await elb.send(new DescribeTargetGroupsCommand(groups)))

  const clusters = { clusters: ['edge'] }
  note('ecs', 'DescribeClusters', clusters, await ecs.send(new DescribeClustersCommand(clusters)))
  const services = { cluster: 'edge', services: ['www'] }
  note('ecs', 'DescribeServices', services, await ecs.send(new DescribeServicesCommand(services)))
  const definition = { taskDefinition: 'www' }
  note(
    'ecs',
    'DescribeTaskDefinition',
    definition,
    await ecs.send(new DescribeTaskDefinitionCommand(definition)),
  )
  return asked.map((call) => ({ ...(JSON.parse(JSON.stringify(call)) as object), region }))
}

/** Opens the rehearsal as the wizard does: a tab without a tie to this one, which asks on a channel. */
async function open(opener: Page, context: BrowserContext, recorded: object[] | undefined): Promise<Page> {
  const opened = context.waitForEvent('page')
  await opener.evaluate((value) => {
    const id = crypto.randomUUID()
    if (value) {
      const channel = new BroadcastChannel(`tidegate.rehearsal.${id}`)
      channel.addEventListener('message', ({ data }: MessageEvent<{ kind: string }>) => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
        if (data.kind === 'ready') channel.postMessage({ kind: 'here', value })
      })
    }
    window.open(`/?practice=copy#rehearsal=${id}`, '_blank', 'noopener')
  }, recorded)
  return opened
}

const iconOf = (page: Page): Promise<string | null> => page.locator('link[rel="icon"]').getAttribute('href')

test('takes its copy from the tab that opened it, looks like nothing else, and outlives that tab', async ({
  page: opener,
  context,
  world,
}) => {
  const site = await serveSite({ status: 404, type: 'text/plain', body: 'There is no config.json here.\n' })
  const recorded = await recordingOf(world)
  await opener.goto(`${site.origin}/?practice=empty`)
  await expect(opener.getByText('Practice: this AWS is simulated')).toBeVisible()
  const page = await open(opener, context, recorded)
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== site.origin) elsewhere.push(request.url())
  })
  await expect(page.getByText(`${banner} ${world.config.account}.`)).toBeVisible()
  await expect(page).toHaveTitle(/^Rehearsal · /)
  expect(await iconOf(page)).toBe('/icon-rehearsal.svg')
  expect([await iconOf(opener), await opener.title()]).toEqual([
    '/icon.svg',
    expect.not.stringMatching('Rehearsal'),
  ])
  expect(await page.evaluate(() => [window.opener === null, location.hash])).toEqual([true, ''])

  // The same account, service and numbers; on every page it says what it is.
  await page.getByRole('link', { name: 'edge', exact: true }).click()
  await page.getByRole('link', { name: 'www', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'www', level: 1 })).toBeVisible()
  await expect(page.getByText(banner)).toBeVisible()
  await expect(page).toHaveTitle(/^Rehearsal · www/)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).include('#console-top').analyze()
    expect(violations).toEqual([])
  }

  await opener.close()
  await page.getByRole('button', { name: 'Speed, trouble …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Rehearsal' })
  await dialog.getByRole('button', { name: '600×' }).click()
  await dialog.getByRole('button', { name: 'A colleague edits the record' }).click()
  await expect(dialog.getByText('A colleague edits the record: begun.')).toBeVisible()
  // Nothing asks whether the page may be left.
  page.on('dialog', (question) => {
    elsewhere.push('a question')
    void question.accept()
  })
  await page.evaluate(() => window.addEventListener('beforeunload', (event) => event.preventDefault()))
  const reloaded = page.waitForEvent('load')
  await dialog.getByRole('button', { name: 'The tab closes' }).click()
  await reloaded
  await expect(page.getByText(banner)).toBeVisible()
  await page.getByRole('button', { name: 'Speed, trouble …' }).click()
  await expect(dialog.getByRole('button', { name: '600×' })).toHaveAttribute('aria-pressed', 'true')
  await dialog.getByRole('button', { name: 'What happened last' }).click()
  await expect(dialog.getByText('records-changed').first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()

  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: '한국어', exact: true }).click()
  await expect(page.getByText(`계정 ${world.config.account} 사본에서 진행하는 리허설`)).toBeVisible()
  await expect(page).toHaveTitle(/^리허설 · /)
  expect(elsewhere).toEqual([])
  await site.close()
})

test('says what to do when nobody hands anything over', async ({ page: opener, context }) => {
  const site = await serveSite({ status: 404, type: 'text/plain', body: 'There is no config.json here.\n' })
  await opener.goto(`${site.origin}/?practice=empty`)
  const page = await open(opener, context, undefined)
  await expect(page.getByText('Rehearsal: waiting for the recording of your account …')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'There is nothing to rehearse on' })).toBeVisible({
    timeout: 30_000,
  })
  // It never turns into the real console.
  await page.reload()
  await expect(page.getByRole('heading', { name: 'There is nothing to rehearse on' })).toBeVisible()
  await site.close()
})
