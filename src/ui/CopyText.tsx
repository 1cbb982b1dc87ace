/** A text with a button that copies it, or the button alone. */
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'

const words = {
  copy: { en: 'Copy {what}', ko: '{what} 복사' },
  copied: { en: 'Copied', ko: '복사됨' },
  failed: { en: 'Could not copy', ko: '복사하지 못함' },
} satisfies Record<string, Text>

interface CopyTextProps {
  /** Undefined: not known yet; the button holds its place. */
  text: string | undefined
  /** What is copied, said to screen readers: "ARN". */
  label: string
  /** `inline` shows the text, `icon` the button alone, `button` a button that says what it copies. */
  variant?: 'inline' | 'icon' | 'button'
}

export function CopyText({ text, label, variant = 'inline' }: CopyTextProps) {
  const say = useText()
  const name = say(words.copy, { what: label })
  return (
    <CopyToClipboard
      variant={variant}
      textToCopy={text ?? ''}
      disabled={text === undefined}
      copyButtonAriaLabel={name}
      {...(variant === 'button' && { copyButtonText: name })}
      copySuccessText={say(words.copied)}
      copyErrorText={say(words.failed)}
    />
  )
}
