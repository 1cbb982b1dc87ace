/** Asks before unregistered work is lost: secrets must not be stored, so nothing can be kept over a reload. */
import { useBlocker } from '@tanstack/react-router'
import { useText } from '../../../i18n/use-text.ts'
import type { Text } from '../../../i18n/text.ts'

const question: Text = {
  en: 'Leave the editor? What was changed and not registered is lost.',
  ko: '편집기를 나갈까요? 등록하지 않은 변경 사항은 사라집니다.',
}

export function useLeaveGuard(isChanged: boolean): void {
  const say = useText()
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isChanged && current.pathname !== next.pathname && !window.confirm(say(question)),
    enableBeforeUnload: isChanged,
  })
}
