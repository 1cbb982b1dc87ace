/** A labelled field whose text becomes an edit when it is left or Enter is pressed: one step of undo, not one a letter. */
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'

const words = {
  number: { en: 'A whole number', ko: '정수를 입력하세요' },
} satisfies Record<string, Text>

interface CommitFieldProps {
  /** Drawn above the field. */
  label?: string
  /** Where there is no room for a label. */
  ariaLabel?: string
  /** As it stands in the definition. */
  text: string
  placeholder?: string
  isNumber?: boolean
  /** More than one line. */
  rows?: number
  unit?: string
  /** False: the text makes no sense, and stays until it does. */
  onCommit: (text: string) => boolean
}

export function CommitField(props: CommitFieldProps) {
  const { label, ariaLabel, text, placeholder, rows, unit, isNumber = false, onCommit } = props
  const say = useText()
  const [draft, setDraft] = useState<string>()
  const [isWrong, setWrong] = useState(false)
  const commit = (): void => {
    if (draft === undefined) return
    const isFine = draft === text || onCommit(draft)
    setWrong(!isFine)
    if (isFine) setDraft(undefined)
  }
  const common = {
    value: draft ?? text,
    ...(placeholder !== undefined && { placeholder }),
    ...(ariaLabel !== undefined && { ariaLabel }),
    invalid: isWrong,
    onChange: ({ detail }: { detail: { value: string } }) => setDraft(detail.value),
    onBlur: commit,
  }
  return (
    <FormField
      {...(label !== undefined && { label: unit === undefined ? label : `${label} (${unit})` })}
      {...(isWrong && { errorText: say(words.number) })}
      stretch
    >
      {rows === undefined ? (
        <Input
          {...common}
          inputMode={isNumber ? 'numeric' : 'text'}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter') commit()
            if (detail.key === 'Escape') setDraft(undefined)
          }}
        />
      ) : (
        <Textarea {...common} rows={rows} />
      )}
    </FormField>
  )
}
