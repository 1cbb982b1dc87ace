/** Short messages above the page: what an action of the shell came to. */
import type { Message } from '../i18n/text.ts'
import { Store } from '../lib/store.ts'

export interface Notice {
  id: number
  type: 'success' | 'error' | 'info'
  message: Message
}

export const notices = new Store<readonly Notice[]>([])
let lastId = 0

export function notify(type: Notice['type'], message: Message): void {
  lastId += 1
  // Three are enough to read; the eldest go.
  notices.set([...notices.get().slice(-2), { id: lastId, type, message }])
}

export function dismiss(id: number): void {
  notices.set(notices.get().filter((notice) => notice.id !== id))
}
