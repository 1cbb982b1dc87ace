/** Every route in both themes: no serious finding of axe, one first heading, the right language, nothing wider than a phone. */
import { AxeBuilder } from '@axe-core/playwright'
import { type Page, expect } from '@playwright/test'
import { test, type World } from './fixtures.ts'
import { serveSite } from './serve.ts'
import { follow } from './steps.ts'

const region = '/ap-northeast-2'
const commerce = `${region}/clusters/commerce`
const admin = `${region}/clusters/platform/services/admin`

/** Address, and a text that is there once the page has its data. */
type Stop = [path: string, shown: string | RegExp]

const fleetPages: Stop[] = [
  [`${region}/clusters`, 'commerce'],
  [`${region}/clusters?view=table`, 'commerce'],
  [`${commerce}/services`, 'mariadb'],
  [`${commerce}/tasks`, 'storefront'],
  [`${commerce}/tasks?show=stopped`, 'Stop reason'],
  [`${commerce}/instances`, 'ACTIVE'],
  [`${commerce}/capacity`, 'commerce-ec2'],
  [`${commerce}/tags`, 'Tags'],
  [admin, 'Utilization'],
  [`${admin}?tab=tasks`, 'RUNNING'],
  [`${admin}?tab=deployments`, 'admin:2'],
  [`${admin}?tab=events`, 'has reached a steady state'],
  [`${admin}?tab=load-balancing`, 'Target.ResponseCodeMismatch'],
  [`${admin}?tab=tags`, 'Tags'],
  [`${commerce}/services/checkout`, 'Utilization'],
]

const otherPages: Stop[] = [
  [`${region}/load-balancers`, 'commerce-alb'],
  [`${region}/load-balancers/platform-alb`, 'Listeners'],
  [`${region}/load-balancers/platform-alb?tab=target-groups`, 'notifications'],
  [`${region}/load-balancers/platform-alb?tab=metrics`, 'Requests'],
  [`${region}/target-groups`, 'storefront'],
  [`${region}/target-groups/admin`, 'Target.ResponseCodeMismatch'],
  [`${region}/target-groups/admin?tab=metrics`, 'Requests'],
  [`${region}/nowhere/at/all`, 'There is no such page'],
  ['/mars-north-1/clusters', 'There is no such page'],
  [`${region}/clusters/missing/services`, /ClusterNotFoundException/],
]

const definitions = `${region}/task-definitions`
const definitionPages: Stop[] = [
  [definitions, 'newsletter'],
  [`${definitions}/newsletter`, 'Newsletter 4.3.0'],
  [`${definitions}/newsletter?show=inactive`, 'INACTIVE'],
  [`${definitions}/newsletter/7`, 'SMTP_PASSWORD'],
  [`${definitions}/newsletter/compare?before=3&after=7`, 'LIST_KEY'],
]

/** One task with all its tabs, and one container instance with all of its. */
async function detailPages(page: Page): Promise<Stop[]> {
  const first = async (part: string, filter = ''): Promise<string> => {
    await follow(page, `${commerce}/${part}${filter}`)
    const link = page.getByRole('main').getByRole('rowheader').getByRole('link').first()
    await expect(link).toHaveAttribute('href', new RegExp(`/${part}/`))
    return (await link.getAttribute('href')) ?? ''
  }
  const instance = await first('instances')
  const task = await first('tasks', '?q=service:storefront')
  return [
    [task, 'Last status'],
    [`${task}?tab=network`, 'Network'],
    [`${task}?tab=timeline`, 'Timeline'],
    [`${task}?tab=tags`, 'Tags'],
    [instance, 'Agent'],
    [`${instance}?tab=ports`, '51678'],
    [`${instance}?tab=attributes`, 'ecs.os-type'],
    [`${instance}?tab=tags`, 'Tags'],
  ]
}

/** Of axe's rules, those that see colours: themes differ in nothing else. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** What axe calls serious or critical, as one line each. */
async function findings(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, target }) => `${id}: ${String(target)} ${html.slice(0, 200)}`),
    )
}

async function checkPage(page: Page, where: string): Promise<void> {
  await expect.soft(page.getByRole('heading', { level: 1 }), `${where}: one first heading`).toHaveCount(1)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  expect.soft(await findings(page), `${where}, light`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect.soft(await findings(page, colourRules), `${where}, dark`).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  await expect
    .soft(async () => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, `${where}: scrolls sideways at 390 px`).toBeLessThanOrEqual(0)
    })
    .toPass({ timeout: 3_000 })
  await page.setViewportSize({ width: 1440, height: 900 })
}

async function walk(page: Page, stops: Stop[]): Promise<void> {
  for (const [path, shown] of stops) {
    await follow(page, path)
    await expect(page.getByRole('main').getByText(shown).first(), path).toBeVisible()
    await checkPage(page, path)
  }
}

async function signIn(page: Page, world: World): Promise<void> {
  test.setTimeout(180_000)
  await world.open(page, `${region}/clusters`)
  await expect(page.getByRole('main').getByText('commerce').first()).toBeVisible()
}

test('clusters and services', async ({ page, world }) => {
  await signIn(page, world)
  await walk(page, fleetPages)
})

test('tasks, container instances, load balancing, and pages that are not there', async ({ page, world }) => {
  await signIn(page, world)
  await walk(page, [...(await detailPages(page)), ...otherPages])
})

test('task definitions', async ({ page, world }) => {
  await signIn(page, world)
  await walk(page, definitionPages)
})

test('sign-in, typed keys, a wrong configuration', async ({ page, world }) => {
  await page.goto(`${world.origin}/sign-in`)
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await checkPage(page, 'sign-in')

  const keys = await serveSite({ body: { ...world.config, auth: { mode: 'keys' } } })
  await page.goto(keys.origin)
  await expect(page.getByLabel('Access key ID')).toBeVisible()
  await checkPage(page, 'typed keys')
  await keys.close()

  const broken = await serveSite({ body: { ...world.config, account: 'twelve' } })
  await page.goto(broken.origin)
  await expect(page.getByText(/account is wrong/)).toBeVisible()
  await checkPage(page, 'wrong configuration')
  await broken.close()
})

test('the keyboard’s way in: skip link, visible focus, the language of the page', async ({ page, world }) => {
  await world.open(page, `${commerce}/services`)
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: 'mariadb' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the page' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(main.locator(':focus')).toHaveCount(1)
  const ring = await main.locator(':focus').evaluate((element) => {
    const rings = [element, ...element.querySelectorAll('*')].flatMap((each) =>
      [undefined, '::before', '::after'].map((part) => getComputedStyle(each, part)),
    )
    return rings.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    )
  })
  expect(ring, 'what has the focus has a ring').toBe(true)

  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitemcheckbox', { name: '한국어' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(main.getByRole('tab', { name: '컨테이너 인스턴스' })).toBeVisible()
  expect(await findings(page)).toEqual([])
})
