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

/** All lines of the editor that are drawn, as one text; blanks are those of the text. */
export async function shownText(page: Page): Promise<string> {
  const lines = await page.locator('.monaco-editor .view-line').allTextContents()
  return lines.join('\n').replaceAll('\u00A0', ' ')
}
