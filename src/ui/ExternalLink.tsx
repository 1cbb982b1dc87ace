/** A link that leaves the console, in a new tab. */
import Link from '@cloudscape-design/components/link'
import type { ReactNode } from 'react'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'

const words = {
  external: { en: 'Opens in a new tab', ko: '새 탭에서 열림' },
} satisfies Record<string, Text>

export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  const say = useText()
  return (
    <Link href={href} external externalIconAriaLabel={say(words.external)} fontSize="inherit">
      {children}
    </Link>
  )
}
