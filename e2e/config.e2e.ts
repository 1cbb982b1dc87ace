/** What config.json can do: be wrong in a way that the page names, ask for typed keys, and send each service elsewhere. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { type ConfigAnswer, serveSite } from './serve.ts'

const good = {
  account: '123456789012',
  regions: ['ap-northeast-2'],
  auth: { mode: 'keys' },
}

interface Mistake {
  name: string
  answer: ConfigAnswer
  en: string
  ko: string
}

const mistakes: Mistake[] = [
  {
    name: 'a wrong type',
    answer: { body: { ...good, account: 123_456_789_012 } },
    en: 'account is wrong. It must be a text, in quotes.',
    ko: 'account 값이 잘못되었습니다. 따옴표로 묶은 텍스트이어야 합니다.',
  },
  {
    name: 'an unknown mode',
    answer: { body: { ...good, auth: { mode: 'saml' } } },
    en: 'auth.mode is wrong. It must be "cognito" | "keys".',
    ko: 'auth.mode 값이 잘못되었습니다.',
  },
  {
    name: 'a missing key',
    answer: { body: { ...good, regions: undefined } },
    en: 'regions is missing. It must be a list [ … ].',
    ko: 'regions 키가 없습니다.',
  },
  {
    name: 'a misspelt service',
    answer: { body: { ...good, endpoints: { ecz: 'https://ecs.example.com' } } },
    en: 'endpoints.ecz is not a key that Tidegate knows. Is it misspelt?',
    ko: 'endpoints.ecz 키를 알 수 없습니다.',
  },
  {
    name: 'invalid JSON',
    answer: { body: '{ "account": "123456789012", }' },
    en: 'The file is not valid JSON:',
    ko: '파일이 올바른 JSON이 아닙니다:',
  },
  {
    name: 'a web page',
    answer: { type: 'text/html', body: '<!doctype html><title>Welcome</title>' },
    en: 'A web page came instead of the file',
    ko: '파일 대신 웹 페이지가 왔습니다.',
  },
  {
    name: 'nothing at all',
    answer: { status: 404, type: 'text/plain', body: 'Not found\n' },
    en: 'The file could not be read: HTTP 404 Not Found',
    ko: '파일을 읽을 수 없습니다: HTTP 404 Not Found',
  },
]

test('a wrong configuration is a page that names the key, in both languages', async ({ page, browser }) => {
  const korean = await browser.newContext({ locale: 'ko-KR' })
  const second = await korean.newPage()
  for (const { name, answer, en, ko } of mistakes) {
    await test.step(name, async () => {
      const site = await serveSite(answer)
      await page.goto(`${site.origin}/ap-northeast-2/clusters`)
      await expect(page.getByRole('heading')).toHaveText('Tidegate is not configured correctly')
      await expect(page.getByRole('alert')).toContainText(`${site.origin}/config.json`)
      await expect(page.getByRole('listitem')).toContainText(en)
      await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible()
      await second.goto(`${site.origin}/ap-northeast-2/clusters`)
      await expect(second.getByRole('heading')).toHaveText('Tidegate 구성이 올바르지 않습니다')
      await expect(second.getByRole('listitem')).toContainText(ko)
      await expect(second.locator('html')).toHaveAttribute('lang', 'ko')
      await site.close()
    })
  }
  await korean.close()
})

test('several mistakes are all named, and a corrected file opens after a reload', async ({ page }) => {
  const answer: ConfigAnswer = { body: { ...good, account: '12', regions: ['Seoul'], practise: true } }
  const site = await serveSite(answer)
  await page.goto(site.origin)
  await expect(page.getByRole('listitem')).toHaveText([
    'account is wrong. It must be an AWS account ID of 12 digits, in quotes.',
    'regions[0] is wrong. It must be an AWS Region such as "ap-northeast-2".',
    'practise is not a key that Tidegate knows. Is it misspelt?',
  ])
  answer.body = good
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByText('This console is set up for temporary credentials.')).toBeVisible()
  await site.close()
})

test('typed keys stay in memory, and endpoints lead each service elsewhere', async ({ page, world }) => {
  const { hostname, port } = new URL(world.config.endpoint)
  const forLogs = `http://localhost:${port}`
  const site = await serveSite({
    body: {
      ...good,
      regions: world.config.regions,
      endpoint: `http://${hostname}:${port}`,
      endpoints: { elbv2: forLogs, logs: forLogs },
    },
  })
  const origins = new Map<string, Set<string>>()
  page.on('request', (request) => {
    const service = /\/(\w+)\/aws4_request/.exec(request.headers().authorization ?? '')?.[1]
    if (service === undefined) return
    origins.set(service, (origins.get(service) ?? new Set()).add(new URL(request.url()).origin))
  })
  await page.goto(`${site.origin}/ap-northeast-2/clusters/commerce/services/storefront?tab=load-balancing`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Needed').first()).toBeVisible()
  await page.getByLabel('Access key ID').fill(world.accessKeyId)
  await page.getByLabel('Secret access key').fill(world.secretAccessKey)
  await page.getByLabel('Session token').fill(world.sessionToken)
  await page.getByRole('button', { name: 'Sign in' }).click()

  await expect(page.getByRole('grid', { name: 'Targets' })).toContainText('healthy')
  await expect(page.getByText('Signed in with typed keys. They are kept in memory only')).toBeVisible()
  await expect(page.getByRole('button', { name: 'User: Typed keys' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Role: keys' })).toBeVisible()
  expect([...(origins.get('ecs') ?? [])]).toEqual([`http://${hostname}:${port}`])
  expect([...(origins.get('elasticloadbalancing') ?? [])]).toEqual([forLogs])
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), location.href]),
  )
  for (const secret of [world.accessKeyId, world.secretAccessKey, world.sessionToken])
    expect(kept).not.toContain(secret)

  await page.reload()
  await expect(page.getByLabel('Secret access key')).toHaveValue('')
  await expect(page.getByText('Signed in with typed keys.')).toBeHidden()
  await site.close()
})
