/** What becomes of a registration and of an update that AWS refuses, seen by somebody who has read to the end of the dialog. */
import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { callsTo } from './steps.ts'
import { editorPath, pasteOver } from './workbench-steps.ts'

/** Says something else than web:1 about nearly all, so that the dialog is longer than the window. */
const other = `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [{ "name": "web", "image": "nginx:1.27", "portMappings": [{ "containerPort": 80 }] }]
}
`

/** Scrolls a dialog to its end, as a person does who reads the checks. */
async function readToTheEnd(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByText('The same as a command').hover()
  await page.mouse.wheel(0, 5_000)
  await expect(dialog.getByText('The same as a command')).toBeInViewport()
}

test('what AWS refuses is said beside the button, wherever the dialog is scrolled to', async ({
  page,
  world,
}) => {
  await page.setViewportSize({ width: 1440, height: 700 })
  await world.open(page, editorPath)
  await pasteOver(page, other)
  await page.getByRole('button', { name: 'Register …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Register a revision of web' })
  await dialog.getByRole('button', { name: /^Take the role deployer/ }).click()
  await expect(dialog.getByText('Changes against web:1')).toBeVisible()
  await world.fault({ kind: 'deny', match: { service: 'ecs', operation: 'RegisterTaskDefinition' } })
  await readToTheEnd(page, dialog)
  await expect(dialog.getByText('Changes against web:1')).not.toBeInViewport()
  const register = dialog.getByRole('button', { name: 'Register', exact: true })
  await register.click()
  await expect(dialog.getByText('Not allowed: ecs:RegisterTaskDefinition')).toBeInViewport()

  await world.clear()
  await register.click()
  await expect(dialog.getByText('web:2 is registered')).toBeVisible()
  expect(await callsTo(world, 'ecs:RegisterTaskDefinition', 'ok')).toHaveLength(1)

  await dialog.getByRole('button', { name: 'Update a service …' }).click()
  const update = page.getByRole('dialog', { name: 'Update a service to web:2' })
  await update.getByRole('button', { name: /^Service/ }).click()
  await page.getByRole('option', { name: /^web/ }).click()
  await expect(update.getByText('Changes from web:1 to web:2')).toBeVisible()
  await world.fault({ kind: 'deny', match: { service: 'ecs', operation: 'UpdateService' } })
  await readToTheEnd(page, update)
  await update.getByRole('button', { name: 'Update the service' }).click()
  await expect(update.getByText('Not allowed: ecs:UpdateService')).toBeInViewport()
})
