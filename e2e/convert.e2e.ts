/** From Elastic Beanstalk to Fargate: a Dockerrun file becomes a definition, a revision, and what a service behind an ALB runs. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { callsTo } from './steps.ts'
import { editorPath, pasteOver, shownText } from './workbench-steps.ts'

const dockerrun = `{
  "AWSEBDockerrunVersion": 2,
  "volumes": [{ "name": "conf", "host": { "sourcePath": "/var/app/current/conf" } }],
  "containerDefinitions": [
    {
      "name": "api",
      "image": "public.ecr.aws/docker/library/node:22",
      "essential": false,
      "memory": 256,
      "environment": [{ "name": "TOKEN", "value": "canary-91c4" }]
    },
    {
      "name": "web",
      "image": "public.ecr.aws/docker/library/nginx:stable",
      "memory": 128,
      "portMappings": [{ "hostPort": 80, "containerPort": 8080 }],
      "links": ["api"],
      "mountPoints": [{ "sourceVolume": "conf", "containerPath": "/etc/nginx/conf.d" }]
    }
  ]
}`

test('a Dockerrun file becomes a registered Fargate definition behind an ALB', async ({ page, world }) => {
  test.slow()
  await world.open(page, editorPath)
  await pasteOver(page, dockerrun)
  await page.getByRole('tab', { name: 'Convert' }).click()
  const panel = page.getByRole('tabpanel', { name: 'Convert' })

  // What is lost and what has to be decided is said before anything is made of it.
  const notes = panel.getByRole('list', { name: 'What changes on the way' })
  await expect(notes).toContainText(
    'Put the files of /var/app/current/conf into the image at web:/etc/nginx/conf.d',
  )
  await expect(notes).toContainText('what speaks to api speaks to localhost now')
  await expect(panel).not.toContainText('canary-91c4')
  await panel.getByLabel('Family of the task definition').fill('no family')
  await expect(panel.getByText('This is not taken for an answer')).toBeVisible()
  await panel.getByLabel('Family of the task definition').fill('shop')
  await panel.getByLabel('Log group', { exact: true }).fill('/ecs/web')
  await expect(panel.getByLabel('Region of the log group')).toHaveAttribute('placeholder', 'ap-northeast-2')
  await panel.getByLabel('Execution role').fill('arn:aws:iam::123456789012:role/ecsTaskExecutionRole')
  await panel.getByRole('button', { name: 'Put it into the editor' }).click()

  await expect.poll(() => shownText(page)).toContain('"family":"shop"')
  await expect(panel.getByText('AWS::ECS::TaskDefinition')).toBeVisible()
  await page.getByRole('button', { name: 'Register …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Take the role deployer/ }).click()
  await dialog.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(dialog.getByText('shop:1 is registered')).toBeVisible()

  await dialog.getByRole('button', { name: 'Update a service …' }).click()
  const update = page.getByRole('dialog', { name: 'Update a service to shop:1' })
  await update.getByRole('button', { name: /^Service/ }).click()
  await page.getByRole('option', { name: /^web\b/ }).click()
  await update.getByRole('button', { name: 'Update the service' }).click()
  await expect(update.getByText(/is being deployed with shop:1/)).toBeVisible()
  await world.advance('PT10M')
  await update.getByRole('link', { name: 'Watch the deployment' }).click()
  await page.getByRole('tab', { name: 'Tasks' }).click()
  await expect(page.getByText('shop:1').first()).toBeVisible()
  await page.getByRole('tab', { name: 'Load balancing' }).click()
  await expect(page.getByText('8080').first()).toBeVisible()
  expect(await callsTo(world, 'ecs:RegisterTaskDefinition')).toHaveLength(1)
})
