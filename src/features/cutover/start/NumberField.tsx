/** A whole number with its unit; told when it is one and within bounds. */
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useState } from 'react'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'

const words = {
  bounds: { en: 'A whole number, {least} or more.', ko: '{least} 이상의 정수를 입력하세요.' },
} satisfies Record<string, Text>

interface NumberFieldProps {
  label: Text
  help?: Text
  value: number
  least: number
  onChange: (value: number) => void
}

export function NumberField({ label, help, value, least, onChange }: NumberFieldProps) {
  const say = useText()
  const [text, setText] = useState(String(value))
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setText(String(value))
  }
  const isFine = /^\d+$/.test(text) && Number(text) >= least
  return (
    <FormField
      label={say(label)}
      {...(help && { constraintText: say(help) })}
      {...(!isFine && { errorText: say(words.bounds, { least }) })}
    >
      <Input
        value={text}
        inputMode="numeric"
        onChange={({ detail }) => {
          setText(detail.value)
          const next = Number(detail.value)
          if (!/^\d+$/.test(detail.value) || next < least) return
          setKnown(next)
          onChange(next)
        }}
      />
    </FormField>
  )
}
