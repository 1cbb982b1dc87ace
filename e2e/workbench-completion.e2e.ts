/** What the task-definition editor offers while one writes, all by keyboard: words of AWS, what the account has, pieces, and what a member means. */
import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { editor, editorPath, pasteOver, shownText } from './workbench-steps.ts'

const account = '123456789012'
const registry = `${account}.dkr.ecr.ap-northeast-2.amazonaws.com`

/** Each value to be filled in has a line of its own. */
const holes = `{
  "family": "web",
  "networkMode": "",
  "requiresCompatibilities": [""],
  "cpu": "",
  "memory": "",
  "executionRoleArn": "",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "",
      "secrets": [{ "name": "TOKEN",
        "valueFrom": "" }],
      "logConfiguration": {
        "logDriver": "",
        "options": {
          "awslogs-group": "",
          "awslogs-region": ""
        }
      }
    }
  ]
}
`

/** Puts the caret between the quotes of an empty text that follows `before`. */
async function goInto(page: Page, before: string): Promise<void> {
  const lines = holes.split('\n')
  const line = lines.findIndex((each) => each.includes(before))
  await goTo(page, line, (lines[line] ?? '').indexOf('""') + 1)
}

/** By “go to line” of the editor. Line and column count from 0. */
async function goTo(page: Page, line: number, column: number): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press('Control+g')
  await expect(editor(page)).not.toBeFocused()
  await page.keyboard.type(`${String(line + 1)}:${String(column + 1)}`)
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
}

/** Asks for what may stand at the caret: again when a change of the page closed the list, as a person does. */
async function offered(page: Page): Promise<Locator> {
  const list = page.getByRole('listbox', { name: 'Suggest' })
  const first = list.getByRole('option').first()
  await expect(async () => {
    if (!(await first.isVisible())) await page.keyboard.press('Control+Space')
    await expect(first).toBeVisible({ timeout: 3_000 })
  }).toPass()
  return list
}

/** Writes a part of a value until the list begins with `wanted`, and takes that. */
async function take(page: Page, part: string, wanted: RegExp): Promise<void> {
  await page.keyboard.type(part)
  const list = page.getByRole('listbox', { name: 'Suggest' })
  await expect(list.getByRole('option').first()).toHaveText(wanted)
  await page.keyboard.press('Enter')
}

async function takeDeployer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Role: viewer' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'deployer' }).click()
  await expect(page.getByRole('button', { name: 'Role: deployer' })).toBeVisible()
}

test('values are offered: enumerations, sizes that Fargate has, Regions', async ({ page, world }) => {
  await world.open(page, editorPath)
  await pasteOver(page, holes)
  await goInto(page, '"networkMode"')
  const modes = await offered(page)
  await expect(modes.getByRole('option')).toHaveText([/awsvpc/, /bridge/, /host/, /none/])
  await take(page, 'aws', /^"awsvpc"/)
  await expect.poll(() => shownText(page)).toContain('"networkMode":"awsvpc",')

  await goInto(page, '"requiresCompatibilities"')
  const types = await offered(page)
  await expect(types.getByRole('option')).toHaveText([/EC2/, /EXTERNAL/, /FARGATE/, /MANAGED_INSTANCES/])
  await take(page, 'FAR', /FARGATE/)
  await expect.poll(() => shownText(page)).toContain('"requiresCompatibilities":["FARGATE"]')

  await goInto(page, '"cpu"')
  await offered(page)
  await take(page, '102', /1024/)
  await expect.poll(() => shownText(page)).toContain('"cpu":"1024"')
  await goInto(page, '"memory"')
  const sizes = await offered(page)
  await expect(sizes.getByRole('option')).toHaveText([/2048/, /3072/, /4096/, /5120/, /6144/, /7168/, /8192/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => shownText(page)).toContain('"memory":"3072"')

  await goInto(page, '"logDriver"')
  await offered(page)
  await take(page, 'awsl', /awslogs/)
  await expect.poll(() => shownText(page)).toContain('"logDriver":"awslogs"')
  await goInto(page, '"awslogs-region"')
  await offered(page)
  await take(page, 'us-e', /us-east-1/)
  await expect.poll(() => shownText(page)).toContain('"awslogs-region":"us-east-1"')
})

test('what the account has is offered: roles, images, secrets, log groups', async ({ page, world }) => {
  await world.open(page, editorPath)
  await takeDeployer(page)
  await pasteOver(page, holes)
  await goInto(page, '"executionRoleArn"')
  const roles = await offered(page)
  await expect(roles.getByRole('option', { name: /ecsTaskExecutionRole/ })).toContainText(
    'Pulls images and writes logs',
  )
  await take(page, 'TaskExec', /ecsTaskExecutionRole/)
  await expect
    .poll(() => shownText(page))
    .toContain(`"executionRoleArn":"arn:aws:iam::${account}:role/ecsTaskExecutionRole"`)

  await goInto(page, '"image"')
  await offered(page)
  await take(page, 'newsl', /newsletter/)
  await expect.poll(() => shownText(page)).toContain(`"image":"${registry}/newsletter"`)
  // What follows is offered by itself, with the caret still between the quotes.
  const images = page.getByRole('listbox', { name: 'Suggest' })
  await expect(images.getByRole('option', { name: /:4\.2\.0/ })).toBeVisible()
  await expect(images.getByRole('option', { name: /@sha256/ }).first()).toBeVisible()
  await take(page, ':4.1', /:4\.1\.0/)
  await expect.poll(() => shownText(page)).toContain(`"image":"${registry}/newsletter:4.1.0"`)

  await goInto(page, '"valueFrom"')
  const secrets = await offered(page)
  await expect(secrets.getByRole('option', { name: /commerce\/mariadb/ })).toContainText('Secrets Manager')
  await take(page, 'api/tok', /platform\/api\/token/)
  await expect.poll(() => shownText(page)).toContain('"valueFrom":"/platform/api/token"')

  await goInto(page, '"awslogs-group"')
  await offered(page)
  await take(page, 'ecs/web', /\/ecs\/web/)
  await expect.poll(() => shownText(page)).toContain('"awslogs-group":"/ecs/web"')
})

test('keys are offered with what they mean, snippets have places to fill in, and a key says what it is', async ({
  page,
  world,
}) => {
  await world.open(page, editorPath)
  await pasteOver(page, '{\n  "family": "web",\n  \n  "containerDefinitions": []\n}\n')
  await goTo(page, 2, 2)
  await page.keyboard.type('"netw')
  const keys = page.getByRole('listbox', { name: 'Suggest' })
  await expect(keys.getByRole('option', { name: /^networkMode/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(() => shownText(page)).toContain('"networkMode":')

  await pasteOver(page, '{\n  "family": "web",\n  "containerDefinitions": [\n    \n  ]\n}\n')
  await goTo(page, 3, 4)
  await page.keyboard.type('sidec')
  await expect(page.getByRole('option', { name: /^sidecar/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('proxy')
  await page.keyboard.press('Tab')
  await page.keyboard.type('envoy:1')
  await page.keyboard.press('Escape')
  await expect.poll(() => shownText(page)).toContain('"name":"proxy","image":"envoy:1","essential":false')

  await goTo(page, 1, 4)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.press('ControlOrMeta+i')
  await expect(page.getByRole('tooltip').filter({ hasText: 'family' })).toContainText(
    'You must specify a family',
  )
})

test('what may not be read is said in the list, and taking that writes nothing', async ({ page, world }) => {
  await world.open(page, editorPath)
  await pasteOver(page, holes)
  await goInto(page, '"executionRoleArn"')
  const roles = await offered(page)
  await expect(roles.getByRole('option')).toHaveText([/^Not allowed: iam:ListRoles/])
  await page.keyboard.press('Enter')
  await expect(roles).toBeHidden()
  await goInto(page, '"valueFrom"')
  const secrets = await offered(page)
  await expect(secrets.getByRole('option')).toHaveText([
    /^Not allowed: secretsmanager:ListSecrets/,
    /^Not allowed: ssm:DescribeParameters/,
  ])
  await page.keyboard.press('Escape')
  expect(await shownText(page)).toContain('"executionRoleArn":"","containerDefinitions"')
})
