/** What must not happen by a slip of the hand: the hostname is typed first. */
import Button, { type ButtonProps } from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { canonicalName, shownName } from '../../../core/dns/name.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'

const words = {
  type: { en: 'Type {name} to confirm', ko: '확인을 위해 {name} 입력' },
} satisfies Record<string, Text>

interface TypedNameProps {
  /** Canonical. */
  hostname: string
  button: string
  variant?: ButtonProps.Variant
  disabled?: boolean
  onConfirm: () => void
}

export function TypedName({
  hostname,
  button,
  variant = 'normal',
  disabled = false,
  onConfirm,
}: TypedNameProps) {
  const say = useText()
  const [typed, setTyped] = useState('')
  const fits = canonicalName(typed) === hostname
  return (
    <FormField label={say(words.type, { name: shownName(hostname) })}>
      <SpaceBetween direction="horizontal" size="xs">
        <Input value={typed} onChange={({ detail }) => setTyped(detail.value)} />
        <Button variant={variant} disabled={!fits || disabled} onClick={onConfirm}>
          {button}
        </Button>
      </SpaceBetween>
    </FormField>
  )
}
