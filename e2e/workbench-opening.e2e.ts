/** The task-definition editor while a revision is on its way, when AWS refuses it, and where the page is long. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { editor, editorPath, pasteOver, shownText } from './workbench-steps.ts'

const describe = { service: 'ecs', operation: 'DescribeTaskDefinition' }

test('while a revision is read nothing else stands in its place', async ({ page, world }) => {
  await world.fault({ kind: 'delay', match: describe, options: { ms: 4_000 } })
  await world.open(page, `${editorPath}?from=newsletter:7`)
  const register = page.getByRole('button', { name: 'Register …' })
  await expect(page.getByRole('status').filter({ hasText: 'Reading newsletter:7' })).toBeVisible()
  await expect(register).toBeDisabled()
  expect(await shownText(page)).toBe('')
  await expect.poll(() => shownText(page)).toContain('"name":"newsletter"')
  await expect(register).toBeEnabled()
})

test('a revision that AWS refuses leaves an empty text, and comes when asked for again', async ({
  page,
  world,
}) => {
  await world.fault({ kind: 'deny', match: describe })
  await world.open(page, `${editorPath}?from=newsletter:7`)
  await expect(page.getByText('Not allowed: ecs:DescribeTaskDefinition')).toBeVisible()
  await expect(page.getByText('newsletter:7 could not be read')).toBeVisible()
  await expect(page.getByText(/^There is no definition yet/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Register …' })).toBeDisabled()
  expect(await shownText(page)).toBe('')

  // What is written instead stays until somebody asks for the revision again.
  await pasteOver(
    page,
    '{ "family": "own", "containerDefinitions": [{ "name": "app", "image": "app:1" }] }\n',
  )
  await expect.poll(() => shownText(page)).toContain('"family":"own"')
  await world.clear()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => shownText(page)).toContain('"name":"newsletter"')
  await expect(page.getByText('Opened from newsletter:7')).toBeVisible()
})

test('a revision that comes by itself after a failure neither locks nor replaces what was written', async ({
  page,
  world,
}) => {
  await world.fault({ kind: 'deny', match: describe })
  await world.open(page, `${editorPath}?from=newsletter:7`)
  await expect(page.getByText('newsletter:7 could not be read')).toBeVisible()
  await pasteOver(
    page,
    '{ "family": "own", "containerDefinitions": [{ "name": "app", "image": "app:1", "memory": 128 }] }\n',
  )
  await expect.poll(() => shownText(page)).toContain('"family":"own"')
  await world.clear()
  await world.fault({ kind: 'delay', match: describe, options: { ms: 2_000 } })
  const asked = page.waitForRequest(
    (request) => request.headers()['x-amz-target']?.endsWith('.DescribeTaskDefinition') ?? false,
  )
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await asked
  await expect(page.getByRole('button', { name: 'Register …' })).toBeEnabled()
  await expect(page.getByText('newsletter:7 could not be read')).toBeVisible()
  await expect(page.getByText('newsletter:7 was not opened: what is written here is kept')).toBeVisible()
  expect(await shownText(page)).toContain('"family":"own"')
})

test('choosing a tab leaves the page where it was scrolled to', async ({ page, world }) => {
  await page.setViewportSize({ width: 700, height: 480 })
  await world.open(page, editorPath)
  await expect(editor(page)).toBeAttached()
  await expect(page.getByLabel('Family', { exact: true })).toHaveValue('web')
  const compare = page.getByRole('tab', { name: /Compare/ })
  await compare.scrollIntoViewIfNeeded()
  const scrolled = (): Promise<number> => page.evaluate(() => scrollY)
  const before = await scrolled()
  expect(before).toBeGreaterThan(0)
  await compare.click()
  await expect(page.getByRole('tabpanel', { name: 'Compare' }).getByRole('table')).toBeVisible()
  expect(await scrolled()).toBe(before)
})

test('what cannot be read is not passed over: neither of the text nor of AWS', async ({ page, world }) => {
  await world.fault({ kind: 'deny', match: { service: 'ecs', operation: 'ListTaskDefinitions' } })
  await world.open(page, editorPath)
  await pasteOver(page, '{\n  "family": "web",\n  "containerDefinitions": [{ "name": web }]\n}\n')
  const missing = page.getByText(/^Part of the text cannot be read/)
  for (const tab of ['Picture', 'Convert', 'Images', 'Compare']) {
    await page.getByRole('tab', { name: tab }).click()
    await expect(page.getByRole('tabpanel', { name: tab }).filter({ has: missing })).toBeVisible()
  }
  await expect(page.getByText('Not allowed: ecs:ListTaskDefinitions')).toBeVisible()
  await page.getByRole('tab', { name: /Problems/ }).click()
  await expect(missing).toHaveCount(0)

  await page.goto(`${world.origin}/ap-northeast-2/task-definitions/newsletter/compare`)
  await expect(page.getByText('Not allowed: ecs:ListTaskDefinitions')).toBeVisible()
  await world.clear()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('table', { name: 'Changes' })).toBeVisible()
})

const arn = (region: string): string => `arn:aws:ecs:${region}:123456789012:task-definition/newsletter:7`

test('the name of a revision opens it, unless it is of another account or Region', async ({
  page,
  world,
}) => {
  await world.open(page, editorPath)
  await pasteOver(page, arn('eu-west-1'))
  await expect(page.getByText('It names newsletter:7 of account 123456789012 in eu-west-1')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Open newsletter/ })).toHaveCount(0)
  await pasteOver(page, arn('ap-northeast-2'))
  await page.getByRole('button', { name: 'Open newsletter:7' }).click()
  await expect(page.getByText('Opened from newsletter:7')).toBeVisible()
  await expect.poll(() => shownText(page)).toContain('"name":"newsletter"')
})

test('going to a line shows the text where it was hidden', async ({ page, world }) => {
  await world.open(page, `${editorPath}?from=newsletter:7&tab=problems&view=side`)
  await expect(editor(page)).toBeHidden()
  await page
    .getByRole('button', { name: /^Go to line/ })
    .first()
    .click()
  await expect(editor(page)).toBeFocused()
  await expect(page).not.toHaveURL(/view=side/)
})
