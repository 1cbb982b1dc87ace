/** Grey lines where text will be, so that the page does not jump when it comes. */
import Skeleton from '@cloudscape-design/components/skeleton'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'

const words = {
  loading: { en: 'Loading', ko: '불러오는 중' },
} satisfies Record<string, Text>

export function SkeletonLines({ lines }: { lines: number }) {
  const say = useText()
  return (
    <output aria-label={say(words.loading)} style={{ display: 'block' }}>
      <SpaceBetween size="s">
        {Array.from({ length: lines }, (_, line) => (
          <Skeleton key={line} width={line % 3 === 2 ? '40%' : '85%'} />
        ))}
      </SpaceBetween>
    </output>
  )
}
