/** How a reader likes the console survives a reload, and Korean pages are Korean throughout. */
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'

async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: item, exact: true }).click()
}

/** What the page looks like by theme and density: the class names are Cloudscape's public ones. */
function look(page: Page): Promise<{ dark: boolean; compact: boolean; scheme: string; lang: string }> {
  return page.evaluate(() => ({
    dark: document.body.classList.contains('awsui-dark-mode'),
    compact: document.body.classList.contains('awsui-compact-mode'),
    scheme: document.documentElement.style.colorScheme,
    lang: document.documentElement.lang,
  }))
}

test('theme, density, times and language survive a reload', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/clusters/commerce/services/checkout')
  const created = page.getByRole('definition').filter({ hasText: 'GMT+9' })
  await expect(created).toBeVisible()
  await expect.poll(() => look(page)).toEqual({ dark: false, compact: false, scheme: 'light', lang: 'en' })
  await choose(page, 'Settings', 'Dark')
  await choose(page, 'Settings', 'Compact')
  await choose(page, 'Settings', 'UTC')
  await choose(page, 'Settings', '한국어')
  const chosen = { dark: true, compact: true, scheme: 'dark', lang: 'ko' }
  await expect.poll(() => look(page)).toEqual(chosen)
  await page.reload()
  await expect(page.getByRole('tab', { name: '개요' })).toBeVisible()
  await expect.poll(() => look(page)).toEqual(chosen)
  await expect(page.getByRole('definition').filter({ hasText: 'UTC' }).first()).toBeVisible()
  await expect(created).toHaveCount(0)
  await page.getByRole('button', { name: '설정', exact: true }).click()
  for (const item of ['한국어', '다크', '좁게', 'UTC'])
    await expect(page.getByRole('menuitemcheckbox', { name: item, exact: true })).toBeChecked()
})

/** Names of things and of products, ids, addresses: they are the same in every language. So is what has no small letters: CPU, VPC. */
const sameInAll = [
  /\b(?:ecs-svc|arn:|https?:)\S*/g,
  /\b(?:i-)?[0-9a-f]{12,32}\b/g,
  /\b(?:commerce|storefront|checkout|mariadb|node-exporter|sales-report|demo|viewer)\b(?:-alb|:\d+)?/g,
  /\b(?:Tidegate|Amazon|Elastic Container Service|ECS Exec|Fargate|Container Insights|ap-northeast-2)\b/g,
]

/** Names of what a reader finds their way by, with the English that is left in them. */
async function leftovers(page: Page): Promise<string[]> {
  const roles = ['heading', 'tab', 'button', 'columnheader', 'term', 'combobox', 'link'] as const
  const named = await Promise.all(roles.map((role) => page.getByRole(role).evaluateAll(namesOf)))
  const names = named.flat()
  // A page that is still empty has no English either.
  expect(names.length).toBeGreaterThan(20)
  return names.filter((name) =>
    /[a-z]{2}/.test(sameInAll.reduce((text, same) => text.replaceAll(same, ''), name)),
  )
}

function namesOf(elements: Element[]): string[] {
  return elements.map((element) => `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`)
}

test('Korean pages have Korean headings, tabs, buttons and columns', async ({ page, world }) => {
  await world.open(page, '/ap-northeast-2/clusters/commerce/services/storefront')
  await choose(page, 'Settings', '한국어')
  const visit = async (path: string, tab: string): Promise<void> => {
    await page.goto(world.origin + path)
    await expect(page.getByRole('tab', { name: tab, selected: true })).toBeVisible()
  }
  const tabs = (titles: string[]) => expect(page.getByRole('tab')).toHaveText(titles)

  await tabs(['개요', '태스크', '배포', '이벤트', '로드 밸런싱', '태그'])
  for (const tab of ['태스크', '배포', '이벤트', '로드 밸런싱', '태그']) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await expect(page.getByRole('tabpanel', { name: tab, exact: true }).getByRole('row').nth(1)).toBeVisible()
    expect(await leftovers(page), tab).toEqual([])
  }
  await visit('/ap-northeast-2/clusters/commerce', '서비스')
  await tabs(['서비스', '태스크', '컨테이너 인스턴스', '용량', '태그'])
  for (const tab of ['용량', '태그', '태스크']) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await expect(page.getByRole('tabpanel', { name: tab, exact: true }).getByRole('row').nth(1)).toBeVisible()
    expect(await leftovers(page), tab).toEqual([])
  }
  await page
    .getByRole('link', { name: /^[0-9a-f]{32}$/ })
    .first()
    .click()
  await tabs(['컨테이너', '네트워크', '타임라인', '태그'])
  expect(await leftovers(page)).toEqual([])
  await visit('/ap-northeast-2/load-balancers/commerce-alb', '리스너 및 규칙')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  expect(await leftovers(page)).toEqual([])
})
