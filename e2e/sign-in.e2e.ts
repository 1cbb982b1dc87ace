/** Signing in and out: the hosted page, the silent return, what is kept where, and what happens when a session grows old. */
import type { Page, Request, Response } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

const link = '/ap-northeast-2/clusters/commerce/services/checkout?tab=events'

/** The answer that brings tokens; the next one after this is called. */
function nextTokens(page: Page): Promise<Response> {
  return page.waitForResponse((response) => response.url().endsWith('/oauth2/token'))
}

/** The answer that brings AWS keys. */
function nextKeys(page: Page): Promise<Response> {
  return page.waitForResponse((response) =>
    targetOf(response.request()).endsWith('GetCredentialsForIdentity'),
  )
}

function targetOf(request: Request): string {
  return request.headers()['x-amz-target'] ?? ''
}

/** Everything that outlives the page in this browser. */
function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map((one) => one.name)
    if (databases.length > 0) throw new Error(`Look into ${databases.join(', ')} as well`)
    const storage = [Object.entries(localStorage), Object.entries(sessionStorage)]
    return JSON.stringify([storage, document.cookie, window.name])
  })
}

async function fillIn(page: Page, user: string, password: string): Promise<void> {
  await page.getByLabel('Username').fill(user)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('lands where the link pointed, returns silently, and keeps no secret', async ({
  page,
  world,
  context,
}) => {
  const addresses: string[] = []
  page.on('framenavigated', (frame) => addresses.push(frame.url()))
  const [tokens, keys] = [nextTokens(page), nextKeys(page)]

  await page.goto(world.origin + link)
  await expect(page.getByRole('heading', { name: 'Tidegate' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to Tidegate' })).toBeVisible()
  await fillIn(page, 'demo', 'not-the-password')
  await expect(page.getByRole('alert')).toHaveText('Incorrect username or password.')
  await expect(page.getByLabel('Username')).toHaveValue('demo')
  await fillIn(page, 'demo', 'tidegate-demo')

  const events = page.getByRole('tab', { name: 'Events' })
  await expect(events).toHaveAttribute('aria-selected', 'true')
  await expect(page).toHaveURL(world.origin + link)
  const banner = page.getByRole('banner')
  await expect(banner).toContainText('1234-5678-9012')
  await expect(banner.getByRole('button', { name: 'Region: ap-northeast-2' })).toBeVisible()
  await expect(banner.getByRole('button', { name: 'Role: viewer' })).toBeVisible()

  const { access_token, id_token, refresh_token } = (await (await tokens).json()) as Record<string, string>
  const { Credentials } = (await (await keys).json()) as { Credentials: Record<string, unknown> }
  const secrets = [access_token, id_token, refresh_token, Credentials.SecretKey, Credentials.SessionToken]
  const kept = `${await stored(page)} ${addresses.join(' ')}`
  for (const secret of secrets) {
    expect(typeof secret).toBe('string')
    expect(kept).not.toContain(secret)
  }
  // What the trip to the sign-in page needed is gone with it.
  expect(await page.evaluate(() => sessionStorage.getItem('tidegate.sign-in'))).toBeNull()

  addresses.length = 0
  await page.reload()
  await expect(events).toHaveAttribute('aria-selected', 'true')
  await expect(page).toHaveURL(world.origin + link)
  const second = await context.newPage()
  await second.goto(`${world.origin}/us-east-1/clusters`)
  await expect(second.getByRole('link', { name: 'analytics' })).toBeVisible()
  expect(addresses.filter((address) => address.includes('/login?'))).toEqual([])

  await page.getByRole('button', { name: 'User: demo' }).click()
  const signOut = page.getByRole('menuitem', { name: 'Sign out' })
  await expect(signOut).toContainText('AWS keys already handed out stay valid for up to an hour')
  await signOut.click()
  await expect(page).toHaveURL(`${world.origin}/sign-in`)
  await expect(page.getByText('You are signed out. AWS keys that were already handed out')).toBeVisible()
  await expect(second.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(second.getByRole('link', { name: 'analytics' })).toBeHidden()
  await page.goto(world.origin + link)
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('goes on with new keys when hours have passed', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/clusters/commerce/services/checkout')
  const status = page.getByRole('definition').filter({ hasText: '2 h ago' })
  await expect(status).toBeVisible()
  const renewed = nextKeys(page)
  await world.advance('PT2H')
  await page.getByRole('button', { name: 'Refresh' }).first().click()
  expect((await renewed).ok()).toBe(true)
  await expect(page.getByRole('definition').filter({ hasText: '4 h ago' })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('heading', { name: 'checkout', level: 1 })).toBeVisible()
})

test('asks to sign in again when the session was revoked, and keeps the page', async ({ page, world }) => {
  const path = '/ap-northeast-2/clusters/platform/services?q=web&desc=true'
  const tokens = nextTokens(page)
  await world.open(page, path)
  const row = page.getByRole('link', { name: 'web', exact: true })
  await expect(row).toBeVisible()
  const address = page.url()
  const { loginDomain, clientId } = world.config.auth
  const { refresh_token = '' } = (await (await tokens).json()) as Record<string, string>
  const revoked = await page.request.post(`${loginDomain}/oauth2/revoke`, {
    form: { token: refresh_token, client_id: clientId },
  })
  expect(revoked.ok()).toBe(true)
  // Two hours later the keys, the ID token and the session of the hosted page are over too.
  await world.advance('PT2H')
  // Not a click: the page polls, and its dialog may already be in the way of the pointer.
  await page.getByRole('button', { name: 'Refresh' }).first().dispatchEvent('click')

  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog).toBeVisible()
  await expect(page).toHaveURL(address)
  const opening = page.waitForEvent('popup')
  await dialog.getByRole('link', { name: 'Sign in in a new tab' }).click()
  const tab = await opening
  await tab.getByRole('button', { name: 'Sign in' }).click()
  await fillIn(tab, 'demo', 'tidegate-demo')
  await expect(tab.getByRole('heading', { name: /^Clusters/ })).toBeVisible()

  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(address)
  await expect(row).toBeVisible()
  const read = page.waitForResponse((response) => targetOf(response.request()).endsWith('DescribeServices'))
  await page.getByRole('button', { name: 'Refresh' }).first().click()
  expect((await read).status()).toBe(200)
})
