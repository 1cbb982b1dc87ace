/** A newcomer with no account: from the address in the README to a hostname that was moved, held, finished and put back, in few actions. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { serveSite } from './serve.ts'

/** All of it at 600 times the speed, in this computer's own time. */
const most = { actions: 25, seconds: 180 }

/** Where a picture of each step is kept; nowhere unless asked. */
const pictures = process.env.WALKTHROUGH_PICTURES

const address = '/?practice=migration'
const hostname = 'www.example.com'

test.use({ viewport: { width: 1200, height: 820 }, actionTimeout: 90_000 })

/** Counts what a hand does: each click, each text typed, each choice. */
class Newcomer {
  readonly #page: Page
  readonly #since = Date.now()
  actions = 0

  constructor(page: Page) {
    this.#page = page
  }

  async click(target: Locator): Promise<void> {
    this.actions++
    await target.click()
  }

  async tick(target: Locator): Promise<void> {
    this.actions++
    await target.check()
  }

  async type(target: Locator, text: string): Promise<void> {
    this.actions++
    await target.fill(text)
  }

  seconds(): number {
    return (Date.now() - this.#since) / 1000
  }

  /** Of what is on the screen, with `at` in its middle. */
  async picture(name: string, at?: Locator): Promise<void> {
    if (pictures === undefined) return
    await mkdir(pictures, { recursive: true })
    // Charts come with a part of the page that is loaded later.
    await this.#page.waitForLoadState('networkidle')
    await at?.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await this.#page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
  }
}

test('reaches a finished cutover and a rollback without an account', async ({ page }) => {
  test.setTimeout(240_000)
  const site = await serveSite({ status: 404, type: 'text/plain', body: 'There is no config.json here.\n' })
  const newcomer = new Newcomer(page)
  await page.goto(`${site.origin}${address}`)
  await prepare(page, newcomer)
  await start(page, newcomer)
  await watch(page, newcomer)
  await finish(page, newcomer)
  await putBack(page, newcomer)
  const seconds = Math.round(newcomer.seconds())
  console.log(`Walkthrough: ${String(newcomer.actions)} actions, ${String(seconds)} s`)
  expect(newcomer.actions).toBeLessThanOrEqual(most.actions)
  expect(seconds).toBeLessThanOrEqual(most.seconds)
  await site.close()
})

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name })

/** From the first page to the plan. */
async function prepare(page: Page, newcomer: Newcomer): Promise<void> {
  await newcomer.click(page.getByRole('link', { name: 'edge', exact: true }))
  await newcomer.click(page.getByRole('link', { name: 'www', exact: true }))
  await expect(page.getByRole('link', { name: 'Move a hostname here' })).toBeVisible()
  await newcomer.picture('01-service')
  await newcomer.click(page.getByRole('link', { name: 'Move a hostname here' }))
  await newcomer.type(page.getByLabel('Hostname that moves'), hostname)
  await newcomer.tick(page.getByRole('radio', { name: /Public hosted zone/ }))
  await expect(page.getByText('Proposed from the service.')).toHaveCount(2)
  await newcomer.picture('02-what-moves')
  await newcomer.click(button(page, 'Next'))
  await expect(button(page, 'Run all again')).toBeEnabled({ timeout: 60_000 })
  for (const box of await page.getByRole('checkbox', { name: /^I have read this/ }).all())
    await newcomer.tick(box)
  await newcomer.picture('03-preflight', page.getByText('TTL is 3,600 s', { exact: false }))
  await newcomer.click(button(page, 'Next'))
  await newcomer.click(page.getByRole('radio', { name: /^Simple swap/ }))
  await expect(page.getByRole('table', { name: 'Steps' }).getByRole('row')).toHaveCount(3)
  await newcomer.picture('04-plan', page.getByRole('table', { name: 'Steps' }))
  await newcomer.click(button(page, 'Next'))
}

/** The file that leads back, the hostname typed once more, and the first write. */
async function start(page: Page, newcomer: Newcomer): Promise<void> {
  const download = page.waitForEvent('download')
  await newcomer.click(button(page, 'Download the rollback file'))
  await download
  await newcomer.tick(page.getByRole('checkbox', { name: 'Auto-advance' }))
  await newcomer.type(page.getByLabel(`Type ${hostname} to confirm`), hostname)
  await newcomer.picture('05-confirm', button(page, 'Start the cutover'))
  await newcomer.click(button(page, 'Start the cutover'))
  await expect(heading(page, `Cutover of ${hostname}`)).toBeVisible()
  await newcomer.click(button(page, '600×'))
}

/** The steps go by themselves; somebody has to look at the application in each state. */
async function watch(page: Page, newcomer: Newcomer): Promise<void> {
  const look = page.getByRole('checkbox', { name: 'I opened it and saw the application' })
  await expect(heading(page, 'Verification of “TTL lowered”')).toBeVisible({ timeout: 60_000 })
  await newcomer.picture('06-run', heading(page, `Cutover of ${hostname}`))
  await newcomer.tick(look)
  await expect(heading(page, 'Verification of “Final”')).toBeVisible({ timeout: 90_000 })
  await newcomer.tick(look)
  await newcomer.picture('07-look', look)
}

/** Not on evidence, which takes a day, but for a reason. */
async function finish(page: Page, newcomer: Newcomer): Promise<void> {
  await newcomer.click(page.getByRole('button', { name: 'Go on without the evidence …' }))
  await newcomer.type(page.getByLabel('Why is that right?'), 'It was a rehearsal.')
  await newcomer.picture('08-hold', page.getByLabel('Why is that right?'))
  await newcomer.click(button(page, 'Finish for this reason'))
  await expect(page.getByText('The cutover is finished', { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('It is complete.')).toBeVisible()
  await newcomer.picture('09-finished', page.getByText('It is complete.'))
}

async function putBack(page: Page, newcomer: Newcomer): Promise<void> {
  await newcomer.click(button(page, 'Roll back exactly'))
  const dialog = page.getByRole('dialog', { name: /^Roll .* back exactly/ })
  await expect(dialog.getByRole('table', { name: 'Records now, and afterwards' })).toBeVisible()
  await newcomer.picture('10-roll-back')
  await newcomer.click(dialog.getByRole('button', { name: 'Roll back exactly' }))
  await expect(page.getByText('The records are back', { exact: true })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('This was practice in a simulated account', { exact: false })).toBeVisible()
  await expect(page.getByText('It was rolled back.')).toBeVisible()
  await expect(
    page.getByText('The live records are the original ones, verbatim: everything is restored.'),
  ).toBeVisible()
  await newcomer.picture('11-restored', page.getByText('It was rolled back.'))
}
