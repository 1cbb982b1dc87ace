/** The task-definition editor compares what is written with any revision, beside the text. */
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import { editor, editorPath, shownText } from './workbench-steps.ts'

/** What the demo registers as SMTP_PASSWORD. */
const canary = 'correct-horse-battery-staple'

async function opened(page: Page, said: string): Promise<void> {
  await expect.poll(() => shownText(page)).toContain('"name":"newsletter"')
  await expect(page.getByRole('tab', { name: said })).toBeVisible()
}

/** Chooses an option of a list by keyboard alone. */
async function choose(page: Page, list: RegExp, option: string): Promise<void> {
  await page.getByRole('button', { name: list }).focus()
  await page.keyboard.press('Enter')
  const wanted = page.getByRole('option', { name: option, exact: true })
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < 20; presses += 1) {
    if (
      (await page.getByRole('option', { name: option, exact: true }).getAttribute('class'))?.includes(
        'highlighted',
      )
    )
      break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}

test('what is written is compared with the newest revision, and with any other', async ({ page, world }) => {
  await world.open(page, `${editorPath}?from=newsletter:7`)
  await opened(page, 'Compare')
  await page.getByRole('tab', { name: 'Picture' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const pane = page.getByRole('tabpanel', { name: 'Compare' })
  await expect(pane.getByText('No change: both register the same containers')).toBeVisible()

  await choose(page, /^Revision/, '4')
  const table = pane.getByRole('table', { name: 'Changes' })
  await expect(table).toContainText('newsletter:4.1.0')
  await expect(table).toContainText('newsletter:4.3.0')
  await expect(page).toHaveURL(/against=newsletter(?::|%3A)4/)

  // What is typed shows here too.
  await page.getByRole('tab', { name: 'Picture' }).click()
  const cpu = page.getByRole('button', { name: /^Task CPU/ })
  await cpu.click()
  await page.getByRole('option', { name: /^1024/ }).click()
  await page.getByRole('tab', { name: 'Compare' }).click()
  await expect(table.getByRole('row', { name: /cpu/i })).toContainText('1024')

  await pane.getByRole('button', { name: 'Text', exact: true }).click()
  await expect(
    pane.getByRole('textbox', { name: 'Changes from newsletter:4 to the text' }).first(),
  ).toBeAttached()
  await expect(pane).toContainText('newsletter:4.1.0')
  await expect(pane).toContainText('•••1')
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(canary)

  await editor(page).focus()
  await expect(editor(page)).toBeFocused()
})

test.describe('in Korean', () => {
  test.use({ locale: 'ko-KR' })

  test('a family without revisions says so, and another one can be chosen', async ({ page, world }) => {
    await world.open(page, `${editorPath}?tab=compare&against=no-such-family`)
    const pane = page.getByRole('tabpanel', { name: '비교' })
    await expect(pane.getByText('이 패밀리에는 등록된 개정이 없습니다.')).toBeVisible()
    await choose(page, /^패밀리/, 'newsletter')
    await expect(pane.getByRole('table', { name: '변경 내용' })).toContainText('newsletter')
    await pane.getByRole('button', { name: '텍스트', exact: true }).click()
    await expect(
      pane.getByRole('textbox', { name: 'newsletter:7에서 편집 중인 텍스트로의 변경' }).first(),
    ).toBeAttached()
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(canary)
  })
})
