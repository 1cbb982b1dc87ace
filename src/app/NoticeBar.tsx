/** Draws the notices; loaded when there is the first one. */
import Flashbar from '@cloudscape-design/components/flashbar'
import { useSyncExternalStore } from 'react'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { dismiss, notices } from './notices.ts'

const words = {
  dismiss: { en: 'Dismiss', ko: '닫기' },
  label: { en: 'Notifications', ko: '알림' },
  success: { en: 'Success', ko: '성공' },
  error: { en: 'Error', ko: '오류' },
  info: { en: 'Info', ko: '정보' },
} satisfies Record<string, Text>

export function NoticeBar() {
  const say = useText()
  const items = useSyncExternalStore(notices.subscribe, notices.get)
  return (
    <Flashbar
      i18nStrings={{ ariaLabel: say(words.label) }}
      items={items.map((notice) => ({
        id: String(notice.id),
        type: notice.type,
        content: say(notice.message),
        statusIconAriaLabel: say(words[notice.type]),
        dismissible: true,
        dismissLabel: say(words.dismiss),
        onDismiss: () => dismiss(notice.id),
      }))}
    />
  )
}
