/** No value that may be secret shows in the editor's page, its address, storage, copies or messages until somebody asks for it. */
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { serveSite } from './serve.ts'
import { editor, editorPath, pasteOver, shownText } from './workbench-steps.ts'

/** One word for each string that may be secret, by where it stands. */
const secrets = {
  environment: 'canary-01x',
  label: 'canary-02x',
  logOption: 'canary-03x',
  commandFlag: 'canary-04x',
  commandNext: 'canary-05x',
  entryPoint: 'canary-06x',
  healthCheck: 'canary-07x',
  driverOption: 'canary-08x',
  volumeLabel: 'canary-09x',
  tag: 'canary-10x',
  address: 'canary-11x',
  firelensOption: 'canary-12x',
  routerVariable: 'canary-13x',
  systemControl: 'canary-14x',
  comment: 'canary-15x',
}

const definition = `{
  // To try it: run --password=${secrets.comment}
  "family": "mariadb",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "mariadb",
      "image": "public.ecr.aws/docker/library/mariadb:11.4",
      "workingDirectory": "/srv/https://ci:${secrets.address}@example.com/",
      "cpu": 256,
      "memory": 512,
      "essential": true,
      "entryPoint": ["sh", "-c", "export API_TOKEN=${secrets.entryPoint}; exec start"],
      "command": ["serve", "--db-password=${secrets.commandFlag}", "--secret", "${secrets.commandNext}"],
      "environment": [{ "name": "GREETING", "value": "${secrets.environment}" }],
      "dockerLabels": { "com.example.note": "${secrets.label}" },
      "healthCheck": { "command": ["CMD-SHELL", "curl -fu probe:${secrets.healthCheck} http://localhost || exit 1"] },
      "systemControls": [{ "namespace": "kernel.token", "value": "${secrets.systemControl}" }],
      "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "splunk", "splunk_token": "${secrets.logOption}" } },
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/var/lib/mysql" }]
    },
    {
      "name": "router",
      "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
      "memory": 64,
      "essential": false,
      "firelensConfiguration": { "type": "fluentbit", "options": { "note": "${secrets.firelensOption}" } },
      "environment": [{ "name": "NOTE", "value": "${secrets.routerVariable}" }]
    }
  ],
  "volumes": [
    {
      "name": "data",
      "dockerVolumeConfiguration": {
        "scope": "shared",
        "autoprovision": true,
        "driverOpts": { "o": "${secrets.driverOption}" },
        "labels": { "note": "${secrets.volumeLabel}" }
      }
    }
  ],
  "tags": [{ "key": "api-token", "value": "${secrets.tag}" }, { "key": "team", "value": "shop" }]
}
`

/** Notes what is copied; a page may not read the clipboard. */
async function noteCopies(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const copies: string[] = []
    Object.assign(window, { copies })
    navigator.clipboard.writeText = (text) => Promise.resolve(void copies.push(text))
  })
}

function copiesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { copies: string[] }).copies)
}

/** The document with what its fields hold, the address, all storage, and what was copied. */
async function everything(page: Page): Promise<string> {
  const seen = await page.evaluate(async () => {
    // In the page there is nothing from outside of this function.
    // oxlint-disable-next-line unicorn/consistent-function-scoping
    const read = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('storage cannot be read')))
      })
    const stored: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await read(indexedDB.open(name))
      for (const store of database.objectStoreNames)
        stored.push(await read(database.transaction(store).objectStore(store).getAll()))
      database.close()
    }
    const fields = [...document.querySelectorAll('input, textarea')] as (
      | HTMLInputElement
      | HTMLTextAreaElement
    )[]
    return [
      document.documentElement.outerHTML,
      document.title,
      location.href,
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), stored]),
      ...fields.map(({ value }) => value),
    ]
  })
  return [...seen, ...(await copiesOf(page))].join('\n')
}

async function expectNoSecrets(page: Page, where: string): Promise<void> {
  const seen = await everything(page)
  const shown = Object.entries(secrets).filter(([, word]) => seen.includes(word))
  expect([where, ...shown.map(([name]) => name)]).toEqual([where])
}

/** Copies all that can be copied in a part of the page. */
async function copyAll(page: Page): Promise<void> {
  for (const button of await page.getByRole('button', { name: /^Copy (?!ARN)/ }).all()) {
    const before = (await copiesOf(page)).length
    await button.click()
    await expect.poll(async () => (await copiesOf(page)).length).toBe(before + 1)
  }
}

test('strings that may be secret are nowhere until they are asked for', async ({ page, world }) => {
  test.slow()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('request', (request) => said.push(request.url()))
  await noteCopies(page)
  await world.open(page, editorPath)
  await pasteOver(page, definition)
  await expect.poll(() => shownText(page)).toContain('"family":"mariadb"')
  expect(await shownText(page)).toContain('//Totryit:run--password=•••')
  await expectNoSecrets(page, 'the text')
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await expect.poll(() => shownText(page)).toContain('"team"')
  await expectNoSecrets(page, 'the end of the text')

  for (const tab of ['Pasted', 'Problems', 'Images', 'Hidden', 'Picture']) {
    await page.getByRole('tab', { name: new RegExp(tab) }).click()
    await expect(page.getByRole('tabpanel', { name: new RegExp(tab) })).not.toBeEmpty()
    await copyAll(page)
    await expectNoSecrets(page, tab)
  }
  for (const part of ['Environment (1)', /^Health check/, 'Command, one word a line'])
    await page.getByRole('button', { name: part }).first().click()
  await expect(page.getByRole('textbox', { name: 'Command, one word a line' }).first()).toHaveValue(
    /--db-password=•••/,
  )
  await expectNoSecrets(page, 'the picture, opened')

  await page.getByRole('tab', { name: /Convert/ }).click()
  for (const form of [
    'CloudFormation (YAML)',
    'CloudFormation (JSON)',
    'Terraform',
    'AWS CDK (TypeScript)',
    'AWS CLI',
  ]) {
    await page.getByRole('button', { name: /^Write it as/ }).click()
    await page.getByRole('option', { name: form }).click()
    await expect(page.getByRole('region', { name: form })).toContainText('•••')
    await copyAll(page)
    await expectNoSecrets(page, form)
  }

  await page.getByRole('tab', { name: /Hidden/ }).click()
  await page.getByRole('button', { name: 'Show the value: GREETING' }).click()
  await expect(page.getByText(secrets.environment)).toBeVisible()
  await page.getByRole('button', { name: 'Hide' }).click()
  await expectNoSecrets(page, 'what was hidden again')

  await page.getByRole('button', { name: 'Register …' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Changes against mariadb:1')).toBeVisible()
  await dialog.getByRole('button', { name: 'The same as a command' }).click()
  await copyAll(page)
  await expectNoSecrets(page, 'the review')
  await dialog.getByRole('button', { name: /^Take the role deployer/ }).click()
  await dialog.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(dialog.getByText('mariadb:2 is registered')).toBeVisible()
  await expectNoSecrets(page, 'what was registered')
  expect((await copiesOf(page)).some((copy) => copy.includes('•••'))).toBe(true)

  await world.open(page, '/ap-northeast-2/task-definitions/mariadb')
  await expect(page.getByText('team: shop')).toBeVisible()
  await expectNoSecrets(page, 'the list of revisions')
  await page.getByRole('link', { name: 'mariadb:2' }).click()
  await expect(page.getByRole('region', { name: 'JSON' })).toContainText('•••')
  await copyAll(page)
  await expectNoSecrets(page, 'the revision')
  await page.getByRole('link', { name: 'Compare with the one before' }).click()
  await expect(page.getByText('Container router: added')).toBeVisible()
  await expectNoSecrets(page, 'the changes')
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await expect(page.locator('.monaco-diff-editor')).toContainText('•••')
  await expectNoSecrets(page, 'the changes as text')
  for (const word of Object.values(secrets)) expect(said.join('\n')).not.toContain(word)
})

test('a paste that cannot be read shows no values, in JSON or in YAML', async ({ page, world }) => {
  await noteCopies(page)
  await world.open(page, editorPath)
  await pasteOver(page, definition.replace('"networkMode":', '"networkMode"'))
  await expect.poll(() => shownText(page)).toContain('"family":"mariadb"')
  await expectNoSecrets(page, 'broken JSON')
  await pasteOver(
    page,
    `family: mariadb\ncontainerDefinitions:\n- name: db\n  image: mariadb\n  environment:\n  - {name: A, value: *${secrets.environment}}\n`,
  )
  await expect.poll(() => shownText(page)).toContain('family:mariadb')
  await expect(page.getByRole('tabpanel', { name: /Pasted/ })).toContainText('cannot be read as YAML')
  await expectNoSecrets(page, 'broken YAML')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expectNoSecrets(page, 'an undo')
})

test('a practice account that is loaded again has placeholders in their place', async ({ page }) => {
  test.slow()
  const site = await serveSite({ status: 404, type: 'text/plain', body: 'There is no config.json here.\n' })
  await noteCopies(page)
  await page.goto(`${site.origin}${editorPath}?practice=migration`)
  await pasteOver(page, definition)
  await page.getByRole('button', { name: 'Register …' }).click()
  const review = page.getByRole('dialog')
  await review.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(review.getByText('mariadb:1 is registered')).toBeVisible()
  await review.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByText('are not kept when this page is loaded again')).toBeHidden()

  // What is worth keeping: records that were changed.
  await page.getByRole('button', { name: 'Scenario, speed, faults …' }).click()
  const practice = page.getByRole('dialog', { name: 'Practice' })
  await practice.getByRole('button', { name: 'A colleague edits the record' }).click()
  await expect(practice.getByText('A colleague edits the record: begun.')).toBeVisible()
  const reloaded = page.waitForEvent('load')
  await practice.getByRole('button', { name: 'The tab closes' }).click()
  await reloaded
  await expect(page.getByRole('button', { name: 'Scenario, speed, faults …' })).toBeVisible()
  await expectNoSecrets(page, 'what was kept')
  await expect(page.getByText('are not kept when this page is loaded again')).toBeVisible()
  const kept = await page.evaluate(() => sessionStorage.getItem('tidegate.practice.world'))
  expect(kept).toContain('mariadb')
  expect(kept).toContain('value-not-kept-1')

  await page.getByRole('link', { name: 'Task definitions', exact: true }).click()
  await page.getByRole('link', { name: 'mariadb', exact: true }).click()
  await page.getByRole('link', { name: 'mariadb:1' }).click()
  await expect(page.getByRole('region', { name: 'JSON' })).toContainText('value-not-kept-1')
  await page.getByRole('link', { name: 'Edit as new revision' }).click()
  await expect.poll(() => shownText(page)).toContain('"value":"value-not-kept-')
  await page.getByRole('button', { name: 'Register …' }).click()
  await expect(review.getByText('It says the same as mariadb:1.')).toBeVisible()
  await review.getByRole('button', { name: 'Register anyway' }).click()
  await expect(review.getByText('mariadb:2 is registered')).toBeVisible()
  await site.close()
})
