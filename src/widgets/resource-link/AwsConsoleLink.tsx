/** "Open in AWS console", for the header of a resource. */
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { ExternalLink } from '../../ui/ExternalLink.tsx'

const words = {
  open: { en: 'Open in AWS console', ko: 'AWS 콘솔에서 열기' },
} satisfies Record<string, Text>

/** `href` from `awsConsole`. */
export function AwsConsoleLink({ href }: { href: string }) {
  const say = useText()
  return <ExternalLink href={href}>{say(words.open)}</ExternalLink>
}
