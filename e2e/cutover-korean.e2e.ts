/** Cutovers in Korean: on no page of theirs is a piece of English left, but AWS's own words and what people named themselves. */
import { type Locator, type Page, expect } from '@playwright/test'
import { region, test, type Time, zoneId } from './cutover-steps.ts'
import { isEnabled, status, strides } from './cutover-watching.ts'
import { follow } from './steps.ts'

test.use({ locale: 'ko-KR' })

/** Names that are the same in both languages: of AWS's things, of formats, and of what this account holds. */
const names = [
  'Route 53',
  'Amazon ECS',
  'Application Load Balancer',
  'Elastic Beanstalk',
  'Kubernetes',
  'Terraform',
  'CloudFormation',
  'Markdown',
  // Comments of hosted zones.
  'names inside the VPC',
  'public names',
]

interface Piece {
  text: string
  where: string
}

/** Every text that is seen or said, but those of code: values, commands, records. */
async function pieces(page: Page): Promise<Piece[]> {
  return [...(await page.evaluate(textsSeen)), ...(await page.evaluate(textsSaid))]
}

/** Runs in the page. */
function textsSeen(): Piece[] {
  return [...document.querySelectorAll('main, [role=dialog]')].flatMap((root) => {
    const found: Piece[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent && !parent.closest('code, pre, script, style'))
        found.push({ text: node.textContent ?? '', where: parent.className })
    }
    return found
  })
}

/** Runs in the page. */
function textsSaid(): Piece[] {
  return ['aria-label', 'title', 'placeholder', 'alt'].flatMap((where) =>
    [...document.querySelectorAll(`main [${where}]`)]
      .filter((element) => !element.closest('code, pre'))
      .map((element) => ({ text: element.getAttribute(where) ?? '', where })),
  )
}

/** Two words of small letters beside each other, or one that stands alone, are English; names of hosts and paths are not. */
function english({ text }: Piece): string | undefined {
  const rest = names.reduce((left, name) => left.replaceAll(name, ' '), text).trim()
  const sentence = /(?<![\w./:@-])[A-Za-z]*[a-z]+['’]?[a-z]*[,;:]? +[a-z]+(?![\w./:@-])/.exec(rest)
  if (sentence) return sentence[0]
  return loneWords.find((word) => rest.toLowerCase() === word)
}

/** Words of this product that have Korean ones; as names of the account's things they do not occur alone. */
const loneWords =
  'legacy new other seen waiting missing clear done start next pause resume cancel close refresh steps guards report hold plan passed'.split(
    ' ',
  )

async function expectKorean(page: Page, where: string): Promise<void> {
  const all = await pieces(page)
  expect(all.filter(({ text }) => /[가-힣]/.test(text)).length, `${where} speaks`).toBeGreaterThan(10)
  const left = all.flatMap((piece) => {
    const words = english(piece)
    return words === undefined ? [] : [`${words} – ${piece.text.slice(0, 120)} (${piece.where.slice(0, 40)})`]
  })
  expect.soft([...new Set(left)], where).toEqual([])
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name })

async function takeRole(page: Page): Promise<void> {
  const menu = button(page, /^역할: /)
  await menu.click()
  await page.getByRole('menuitemcheckbox', { name: /^cutover/ }).click()
  await expect(menu).toHaveAccessibleName('역할: cutover')
}

test('the wizard, the run and the hold', async ({ page, world, time }) => {
  test.setTimeout(600_000)
  await world.open(page, `/${region}/cutovers/new`)
  await expect(page.getByLabel('옮길 호스트 이름')).toBeVisible()
  await expectKorean(page, 'the empty start')
  await takeRole(page)
  const query = new URLSearchParams({
    hostname: 'api.example.com',
    zone: await zoneId(world, 'example.com'),
    cluster: 'edge',
    service: 'api',
    loadBalancer: 'edge-alb',
    targetGroup: 'api',
    pace: 'quick',
  })
  await follow(page, `/${region}/cutovers/new?${query.toString()}`)
  const next = button(page, '다음').and(page.getByRole('button', { name: '다음', exact: true }))
  await expect(page.getByText('서비스에서 제안되었습니다.')).toHaveCount(2)
  await expectKorean(page, 'the start')
  await next.click()
  await time.until(() => button(page, '모두 다시 점검').isEnabled(), 5, 1)
  await expectKorean(page, 'the preflight')
  const boxes = page.getByRole('checkbox', { name: /계속 진행합니다$/ })
  for (let index = 0; index < (await boxes.count()); index++) await boxes.nth(index).check()
  await next.click()
  await button(page, /^추가 옵션/).click()
  await button(page, /^2\. /).click()
  await expectKorean(page, 'the plan')
  await next.click()
  await button(page, '다른 사람에게 맡기기').click()
  await expectKorean(page, 'the confirmation')
  const download = page.waitForEvent('download')
  await button(page, '롤백 파일 다운로드').click()
  await download
  await page.getByLabel('확인을 위해 api.example.com을 입력하세요').fill('api.example.com')
  await button(page, '전환 시작').click()
  await time.until(status(page, '준비됨'), 5)
  await expectKorean(page, 'a cutover that has begun')
  await walkToHold(page, time)
  await expectKorean(page, 'the hold')
  await button(page, '원본 그대로 롤백').click()
  const dialog = page.getByRole('dialog', { name: 'api.example.com을 원본 그대로 롤백할까요?' })
  await expectKorean(page, 'the question before a rollback')
  await dialog.getByRole('button', { name: '원본 그대로 롤백' }).click()
  await time.until(status(page, '복원됨'), 10)
  await expectKorean(page, 'the end')
})

/** Through every state, looking at the application in each, with a pause in one of them. */
async function walkToHold(page: Page, time: Time): Promise<void> {
  for (const label of ['신규 0%', '신규 50%', '신규 100%']) {
    await time.until(() => isEnabled(page, /^다음: /), 90, strides.moved)
    await button(page, /^다음: /).click()
    await time.soon(status(page, '대기 중(관찰)'))
    await expect(page.getByRole('heading', { name: `“${label}” 검증` })).toBeVisible()
    await page.getByRole('checkbox', { name: '열어서 애플리케이션을 확인했습니다' }).check()
  }
  await time.pass(120)
  await button(page, '일시 중지').click()
  await expectKorean(page, 'paused')
  await button(page, '재개').click()
  await time.until(() => isEnabled(page, /^유지 시작/), 30, strides.moved)
  await button(page, '유지 시작').click()
  await time.until(button(page, /^근거 없이 진행/), 5)
}

test.describe('what a colleague left', () => {
  test.use({ scenario: 'mid-cutover' })

  test('the list, and every state that is found', async ({ page, world, time }) => {
    test.setTimeout(300_000)
    const id = await zoneId(world, 'example.com')
    await world.open(page, `/${region}/cutovers`)
    await takeRole(page)
    await follow(page, `/${region}/cutovers?zones=all`)
    await expect(page.getByRole('link', { name: 'media.example.com' })).toBeVisible()
    await expectKorean(page, 'the list')
    const hosts = ['www', 'media', 'api', 'app', 'search', 'portal', 'nobody'].map(
      (name) => `${name}.example.com`,
    )
    for (const host of ['example.com', ...hosts]) {
      await follow(page, `/${region}/cutovers/${id}/${host}`)
      await expect(page.getByRole('region', { name: /./ }).first()).toBeVisible()
      await time.settle()
      await expectKorean(page, host)
    }
  })
})
