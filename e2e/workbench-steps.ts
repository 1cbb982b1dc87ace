/** What tests do in the task-definition editor. */
import type { Locator, Page } from '@playwright/test'

export const editorPath = '/ap-northeast-2/task-definition-editor'

/** The text field of the editor. */
export function editor(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Task definition as JSON' })
}

/** Pastes over all that is there, as Ctrl+A and Ctrl+V do: a page may not read the clipboard, so the event carries the text. */
export async function pasteOver(page: Page, text: string): Promise<void> {
  await editor(page).waitFor({ state: 'attached' })
  await editor(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await editor(page).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** The text of the editor as far as it is drawn, without any blanks: long lines are wrapped, and lines stand in no order. */
export async function shownText(page: Page): Promise<string> {
  const lines = await page.locator('.monaco-editor .view-line').evaluateAll((drawn) =>
    drawn.map((line) => ({
      top: parseFloat((line as HTMLElement).style.top),
      text: line.textContent ?? '',
    })),
  )
  return lines
    .toSorted((a, b) => a.top - b.top)
    .map(({ text }) => text)
    .join('')
    .replaceAll(/[\s\u00A0·]/g, '')
}
