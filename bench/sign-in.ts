/** Signs a browser in through the hosted page, so that what is opened next comes back silently. */
import type { BrowserContext } from '@playwright/test'

export async function signIn(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(origin)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Username').fill('demo')
  await page.getByLabel('Password').fill('tidegate-demo')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('main').waitFor()
  await page.close()
}
