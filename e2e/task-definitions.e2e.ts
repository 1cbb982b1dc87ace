/** Families and revisions: where they are used, what differs, deregister, delete, restore; and a registration whose answer is lost. */
import { ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs'
import { expect, type Locator, type Page } from '@playwright/test'
import { test, type World } from './fixtures.ts'
import { callsTo } from './steps.ts'
import { tableBehaviours } from './table-behaviours.ts'

const home = '/ap-northeast-2/task-definitions'
const secret = 'correct-horse-battery-staple'

tableBehaviours('families', {
  path: home,
  name: 'Task definitions',
  sortBy: { id: 'family', heading: 'Family' },
  filter: 'newsletter',
  read: { service: 'ecs', operation: 'ListTaskDefinitionFamilies' },
})

/** Opens the actions of the chosen revisions and takes one. */
async function act(page: Page, action: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

async function takeRole(dialog: Locator): Promise<void> {
  const take = dialog.getByRole('button', { name: 'Take the role deployer for 15 minutes' })
  await take.click()
  await expect(take).toBeHidden()
}

/** Names of the listed revisions, from top to bottom. */
function revisions(page: Page): Locator {
  return page.getByRole('grid', { name: 'newsletter' }).getByRole('rowheader')
}

async function choose(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check()
}

test('a family, where its revisions are used, and one of them', async ({ page, world }) => {
  await world.open(page, home)
  await page.getByRole('link', { name: 'storefront', exact: true }).first().click()
  const grid = page.getByRole('grid', { name: 'storefront' })
  await expect(
    grid.getByRole('row', { name: /^.*storefront:2 ACTIVE storefront \(commerce\)/ }),
  ).toBeVisible()
  await expect(grid.getByRole('row', { name: /storefront:1 ACTIVE –/ })).toBeVisible()

  await page.goto(`${world.origin}${home}/newsletter`)
  await expect(
    page.getByRole('row', { name: /newsletter:3.*schedule weekly-newsletter \(DISABLED\)/ }),
  ).toBeVisible()
  await expect(
    page.getByRole('row', { name: /newsletter:7.*Newsletter 4\.3\.0 · Team: growth/ }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'newsletter:7' }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'awsvpc' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Description Newsletter 4.3.0' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Edit as new revision' })).toHaveAttribute(
    'href',
    '/ap-northeast-2/task-definition-editor?from=newsletter%3A7',
  )
  const json = page.getByRole('region', { name: 'JSON' })
  await expect(json).toContainText('"name": "SMTP_PASSWORD"')
  await expect(page.getByText(secret)).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the value: hidden values' }).click()
  await expect(json).toContainText(secret)
  await page.getByRole('button', { name: 'Hide' }).click()
  await expect(json).not.toContainText(secret)
})

test('two revisions beside each other, by meaning and as text', async ({ page, world }) => {
  await world.open(page, `${home}/newsletter`)
  await choose(page, 'newsletter:7', 'newsletter:3')
  await act(page, 'Compare')
  await expect(page).toHaveURL(`${world.origin}${home}/newsletter/compare?before=3&after=7`)
  const changes = page.getByRole('table', { name: 'Changes' })
  await expect(changes.getByRole('row', { name: 'cpu: changed 256 512' })).toBeVisible()
  await expect(changes.getByRole('row', { name: /secret LIST_KEY: added/ })).toBeVisible()
  // The password is in both and does not differ; the size of a batch is shown to who asks.
  await expect(changes.getByText('SMTP_PASSWORD')).toHaveCount(0)
  const batch = changes.getByRole('row', { name: /BATCH_SIZE/ })
  await expect(batch).not.toContainText('200')
  await batch
    .getByRole('button', { name: /^Show the value/ })
    .first()
    .click()
  await expect(batch).toContainText('200')

  await page.getByRole('button', { name: 'Text' }).click()
  await expect(page).toHaveURL(/view=text/)
  const texts = page.getByRole('main')
  await expect(texts.getByText('newsletter:4.0.1').first()).toBeVisible()
  await expect(texts.getByText('newsletter:4.3.0').first()).toBeVisible()
  await expect(page.getByText(secret)).toHaveCount(0)
})

test('revisions are deregistered and deleted, but none in use and none of the newest', async ({
  page,
  world,
}) => {
  await world.open(page, `${home}/newsletter`)
  await choose(page, 'newsletter:3', 'newsletter:4', 'newsletter:7')
  await act(page, /^Deregister/)
  const dialog = page.getByRole('dialog', { name: 'Deregister revisions of newsletter' })
  await expect(dialog.getByText('newsletter:7 is among the newest 3, which are kept')).toBeVisible()
  await expect(dialog.getByText('newsletter:3 is run by schedule weekly-newsletter')).toBeVisible()
  await takeRole(dialog)
  const confirm = dialog.getByRole('button', { name: 'Deregister', exact: true })
  await expect(dialog.getByText('1 revision will go')).toBeVisible()
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel('Type newsletter to confirm').fill('newsletter')
  await confirm.click()
  await expect(dialog.getByText('newsletter:4 is INACTIVE now')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(revisions(page)).toHaveText(['newsletter:7', 'newsletter:6', 'newsletter:5', 'newsletter:3'])

  await page.getByRole('button', { name: 'INACTIVE', exact: true }).click()
  await expect(revisions(page)).toHaveText(['newsletter:4', 'newsletter:2', 'newsletter:1'])
  await choose(page, 'newsletter:1', 'newsletter:2')
  await act(page, /^Delete/)
  const deletion = page.getByRole('dialog', { name: 'Delete revisions of newsletter' })
  await deletion.getByLabel('Type newsletter to confirm').fill('newsletter')
  await deletion.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(deletion.getByText('newsletter:1 is being deleted')).toBeVisible()
  await expect(deletion.getByText('newsletter:2 is being deleted')).toBeVisible()
  await deletion.getByRole('button', { name: 'Close' }).last().click()
  await expect(revisions(page)).toHaveText(['newsletter:4'])
  expect((await callsTo(world, 'ecs:DeregisterTaskDefinition')).length).toBe(1)
  expect((await callsTo(world, 'ecs:DeleteTaskDefinitions')).length).toBe(1)
})

test('what could not be read about its use keeps everything as it is', async ({ page, world }) => {
  await world.fault({ kind: 'server-error', match: { service: 'scheduler', operation: 'ListSchedules' } })
  await world.open(page, `${home}/newsletter`)
  await expect(page.getByText(/Which schedules run the revisions could not be read/)).toBeVisible()
  await choose(page, 'newsletter:4')
  await act(page, /^Deregister/)
  const dialog = page.getByRole('dialog', { name: 'Deregister revisions of newsletter' })
  await takeRole(dialog)
  await dialog.getByLabel('Type newsletter to confirm').fill('newsletter')
  await expect(dialog.getByRole('button', { name: 'Deregister', exact: true })).toBeDisabled()
  await expect(dialog.getByText(/being read again/)).toBeVisible()
  expect(await callsTo(world, 'ecs:DeregisterTaskDefinition')).toEqual([])
})

async function openRestore(page: Page, world: World): Promise<Locator> {
  await world.open(page, `${home}/newsletter?show=inactive`)
  await choose(page, 'newsletter:1')
  await act(page, /^Restore/)
  const dialog = page.getByRole('dialog', { name: 'Register a revision of newsletter' })
  await expect(dialog.getByText('Changes against newsletter:7, the newest ACTIVE revision')).toBeVisible()
  await takeRole(dialog)
  return dialog
}

test('a deregistered revision is restored as a copy, checked against the account and given to a service', async ({
  page,
  world,
}) => {
  const dialog = await openRestore(page, world)
  await expect(dialog.getByText(/There is no log group \/ecs\/newsletter/)).toBeVisible()
  await expect(dialog.getByText('4 checks passed')).toBeVisible()
  await dialog.getByRole('button', { name: 'The same as a command' }).click()
  await expect(dialog.getByRole('region', { name: 'AWS CLI command' })).toContainText(
    'aws ecs register-task-definition',
  )
  await expect(dialog.getByText(secret)).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(dialog.getByText('newsletter:8 is registered')).toBeVisible()

  await dialog.getByRole('button', { name: 'Update a service' }).click()
  const update = page.getByRole('dialog', { name: 'Update a service to newsletter:8' })
  await update.getByRole('button', { name: /^Service/ }).click()
  await page.getByRole('option', { name: /^worker/ }).click()
  await expect(
    update.getByText('A deployment starts: worker goes from worker:1 to newsletter:8.'),
  ).toBeVisible()
  await update.getByRole('button', { name: 'Update the service' }).click()
  await expect(update.getByText('worker is being deployed with newsletter:8')).toBeVisible()
  expect((await callsTo(world, 'ecs:UpdateService')).length).toBe(1)
  await update.getByRole('link', { name: 'Watch the deployment' }).click()
  await expect(page.getByRole('row', { name: /newsletter:8/ }).first()).toBeVisible()
})

const registering = { service: 'ecs', operation: 'RegisterTaskDefinition' }

async function register(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Register', exact: true }).click()
}

test('a registration whose answer is lost is found again, and is one revision', async ({ page, world }) => {
  const dialog = await openRestore(page, world)
  await world.fault({ kind: 'stall', match: registering, times: 1 })
  await register(dialog)
  // The answer has half a minute to come.
  await expect(dialog.getByText('newsletter:8 is registered')).toBeVisible({ timeout: 60_000 })
  await expect(dialog.getByText(/the revision was found by its tag/)).toBeVisible()
  expect((await callsTo(world, 'ecs:RegisterTaskDefinition')).length).toBe(1)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('button', { name: 'ACTIVE', exact: true }).click()
  await expect(revisions(page)).toHaveText([8, 7, 6, 5, 4, 3].map((number) => `newsletter:${number}`))
})

test('what the browser sends again by itself when the connection breaks is one revision too', async ({
  page,
  world,
}) => {
  const dialog = await openRestore(page, world)
  await world.fault({ kind: 'reset-after', match: registering, times: 1 })
  await register(dialog)
  await expect(dialog.getByText('newsletter:8 is registered')).toBeVisible({ timeout: 30_000 })
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('button', { name: 'ACTIVE', exact: true }).click()
  await expect(revisions(page)).toHaveText([8, 7, 6, 5, 4, 3].map((number) => `newsletter:${number}`))
})

test('who registers after somebody else sees what changed since, before anything is sent', async ({
  page,
  world,
}) => {
  const dialog = await openRestore(page, world)
  const { accessKeyId, secretAccessKey, sessionToken, config } = world
  const colleague = new ECSClient({
    region: 'ap-northeast-2',
    endpoint: config.endpoint,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
  })
  await colleague.send(
    new RegisterTaskDefinitionCommand({
      family: 'newsletter',
      containerDefinitions: [{ name: 'newsletter', image: 'colleague:1', memory: 64 }],
    }),
  )
  await register(dialog)
  await expect(dialog.getByText('Something else changed it first')).toBeVisible()
  await expect(dialog.getByText('Changes against newsletter:8, the newest ACTIVE revision')).toBeVisible()
  await expect(dialog.getByRole('row', { name: /image: changed colleague:1/ })).toBeVisible()
  expect((await callsTo(world, 'ecs:RegisterTaskDefinition')).length).toBe(1)
  await register(dialog)
  await expect(dialog.getByText('newsletter:9 is registered')).toBeVisible()
})

test('a registration that never arrived is said to be so', async ({ page, world }) => {
  const dialog = await openRestore(page, world)
  await world.fault({ kind: 'reset-before', match: registering })
  await register(dialog)
  const lost = dialog.getByText(/no revision with the mark of this registration has appeared/)
  await expect(lost).toBeVisible({ timeout: 60_000 })
  expect((await world.journal()).filter(({ name }) => name === 'task-definition-registered')).toEqual([])
})

test('without a role that may register, everything can be read and nothing sent', async ({ page, world }) => {
  await world.open(page, `${home}/newsletter/7`, 'viewer')
  await page.getByRole('button', { name: 'Update a service' }).click()
  const update = page.getByRole('dialog', { name: 'Update a service to newsletter:7' })
  await update.getByRole('button', { name: /^Service/ }).click()
  await page.getByRole('option', { name: /^storefront/ }).click()
  await expect(update.getByText('None of your roles may do this')).toBeVisible()
  await expect(update.getByText(/Target group storefront of storefront takes instance targets/)).toBeVisible()
  await expect(update.getByRole('button', { name: 'Update the service' })).toBeDisabled()
})
