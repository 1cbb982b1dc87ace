/** The task-definition editor: paste, clean, see, fix, register, and update the service. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { callsTo } from './steps.ts'
import { editor, editorPath, pasteOver, shownText } from './workbench-steps.ts'

/** As `aws ecs describe-task-definition` answers an older client: nulls, and members that cannot be written. */
const mariadb = `{
    "taskDefinition": {
        "taskDefinitionArn": "arn:aws:ecs:ap-northeast-2:123456789012:task-definition/mariadb:1",
        "containerDefinitions": [
            {
                "name": "mariadb",
                "image": "public.ecr.aws/docker/library/mariadb:11.4",
                "cpu": 256,
                "memory": 512,
                "links": null,
                "portMappings": [
                    { "containerPort": 3306, "hostPort": 3306, "protocol": "tcp" },
                    { "containerPort": 33060, "hostPort": 33060, "protocol": "tcp" }
                ],
                "essential": true,
                "entryPoint": null,
                "command": null,
                "environment": [{ "name": "MARIADB_ROOT_PASSWORD", "value": "canary-7f3a" }],
                "mountPoints": [{ "sourceVolume": "data", "containerPath": "/var/lib/mysql", "readOnly": null }]
            }
        ],
        "family": "mariadb",
        "taskRoleArn": null,
        "networkMode": "bridge",
        "revision": 1,
        "volumes": [{ "name": "data", "host": { "sourcePath": "/data/mariadb" } }],
        "status": "ACTIVE",
        "requiresAttributes": [{ "name": "com.amazonaws.ecs.capability.docker-remote-api.1.18" }],
        "placementConstraints": [],
        "compatibilities": ["EC2"],
        "registeredAt": 1700000000.0
    }
}`

test('a pasted database is cleaned, seen, fixed, registered and runs', async ({ page, world }) => {
  test.slow()
  await world.open(page, editorPath)
  await pasteOver(page, mariadb)
  const pasted = page.getByRole('tabpanel', { name: /Pasted/ })
  await expect(pasted).toContainText('Task definition · ')
  await expect(pasted).toContainText('taskDefinitionArn')
  await expect(pasted).toContainText('links')
  await expect.poll(() => shownText(page)).not.toContain('null')
  expect(await shownText(page)).toContain('"value":"•••1"')

  await page.getByRole('tab', { name: /Picture/ }).click()
  await expect(page.getByLabel('Family', { exact: true })).toHaveValue('mariadb')
  await expect(page.getByRole('region', { name: 'Start order and volumes' })).toContainText('/data/mariadb')
  await page.getByRole('button', { name: 'Ports (2)' }).click()
  await page.getByRole('button', { name: 'Remove port 33060' }).click()
  await expect(page.getByRole('button', { name: 'Ports (1)' })).toBeVisible()
  await expect.poll(() => shownText(page)).not.toContain('33060')

  await page.getByRole('tab', { name: /Problems/ }).click()
  await expect(page.getByText('MARIADB_ROOT_PASSWORD').first()).toBeVisible()

  await page.getByRole('button', { name: 'Register …' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Changes against mariadb:1')).toBeVisible()
  await dialog.getByRole('button', { name: /^Take the role deployer/ }).click()
  await dialog.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(dialog.getByText('mariadb:2 is registered')).toBeVisible()
  await dialog.getByRole('button', { name: 'Update a service …' }).click()
  const update = page.getByRole('dialog', { name: 'Update a service to mariadb:2' })
  await update.getByRole('button', { name: /^Service/ }).click()
  await page.getByRole('option', { name: /^mariadb/ }).click()
  await expect(update.getByText('What this starts')).toBeVisible()
  await update.getByRole('button', { name: 'Update the service' }).click()
  await expect(update.getByText(/is being deployed with mariadb:2/)).toBeVisible()
  await world.advance('PT10M')
  await update.getByRole('link', { name: 'Watch the deployment' }).click()
  await page.getByRole('tab', { name: 'Tasks' }).click()
  await expect(page.getByText('mariadb:2').first()).toBeVisible()
  expect(await callsTo(world, 'ecs:RegisterTaskDefinition')).toHaveLength(1)
  expect(await callsTo(world, 'ecs:UpdateService')).toHaveLength(1)
})

test('string numbers are mended as they are pasted, and one undo shows what it was', async ({
  page,
  world,
}) => {
  await world.open(page, editorPath)
  const written = `{
  "family": "webserver",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "nginx",
      "cpu": "99",
      "memory": "100",
      "portMappings": [{ "containerPort": "80", "hostPort": "8080" }]
    }
  ]
}`
  await pasteOver(page, written)
  await expect(page.getByRole('tab', { name: /Pasted/ })).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => shownText(page)).toContain('"cpu":99')
  expect(await shownText(page)).toContain('"hostPort":8080')
  await page.getByRole('button', { name: 'Undo: show what was pasted' }).click()
  await expect.poll(() => shownText(page)).toContain('"cpu":"99"')
  await page.getByRole('tab', { name: /Problems/ }).click()
  await page.getByRole('button', { name: /^Fix all safe \([1-9]/ }).click()
  await expect.poll(() => shownText(page)).toContain('"cpu":99')
  await expect(page.getByRole('button', { name: 'Register …' })).toBeEnabled()
})

test('text and picture are one document: either edits the other, and undo is shared', async ({
  page,
  world,
}) => {
  await world.open(page, editorPath)
  await pasteOver(
    page,
    '{\n  // by hand\n  "family": "api",\n  "containerDefinitions": [{ "name": "app", "image": "app:1" }]\n}\n',
  )
  await page.getByRole('tab', { name: /Picture/ }).click()
  const image = page.getByLabel('Image', { exact: true })
  await expect(image).toHaveValue('app:1')
  await image.fill('app:2')
  await image.press('Enter')
  await expect.poll(() => shownText(page)).toContain('"image":"app:2"')
  expect(await shownText(page)).toContain('//byhand')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(image).toHaveValue('app:1')
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.type(' "cpu": "256",')
  await expect(page.getByLabel('Task CPU (units)')).toHaveValue('256')
})

test('a host port that another service of the cluster takes is told', async ({ page, world }) => {
  await world.open(page, `${editorPath}?cluster=commerce&service=storefront&tab=problems`)
  await pasteOver(
    page,
    '{\n  "family": "storefront",\n  "containerDefinitions": [\n    { "name": "storefront", "image": "app:1", "memory": 64, "portMappings": [{ "containerPort": 80, "hostPort": 3306 }] }\n  ]\n}\n',
  )
  await expect(page.getByText('Service mariadb of this cluster takes host port 3306 too.')).toBeVisible()
})
