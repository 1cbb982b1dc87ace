/** The way into the wizard from the page of what a hostname may move to. */
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { newCutoverHref } from './href.ts'

const words = {
  move: { en: 'Move a hostname here', ko: '호스트 이름 옮겨 오기' },
} satisfies Record<string, Text>

/** `to`: what of the wizard is chosen already. */
export function MoveHereLink({ region, to }: { region: string; to: Record<string, string> }) {
  const say = useText()
  return (
    <AppLink href={`${newCutoverHref(region)}?${new URLSearchParams(to).toString()}`}>
      {say(words.move)}
    </AppLink>
  )
}
