/** Other thresholds for the guards: in force from the next look on. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Guard, GuardId, Thresholds } from '../../../core/cutover/guards/guard.ts'
import { guards } from '../../../core/cutover/guards/registry.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverSetup } from '../../../data/cutover/rows.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { thresholdField } from './threshold-words.ts'

const words = {
  title: { en: 'Thresholds of the guards', ko: '보호 장치 임계값' },
  save: { en: 'Save', ko: '저장' },
  cancel: { en: 'Cancel', ko: '취소' },
  close: { en: 'Close', ko: '닫기' },
  reset: { en: 'Back to the defaults', ko: '기본값으로' },
  usual: { en: 'Default {value}', ko: '기본값 {value}' },
  number: { en: 'A number from 0 on', ko: '0 이상의 숫자' },
} satisfies Record<string, Text>

/** As typed, by guard and threshold: `G2.ratio`. */
type Typed = Record<string, string>

interface ThresholdsDialogProps {
  session: CutoverSession
  setup: CutoverSetup
  onClose: () => void
}

const editable = guards.filter(({ thresholds }) => Object.keys(thresholds).length > 0)

export function ThresholdsDialog({ session, setup, onClose }: ThresholdsDialogProps) {
  const say = useText()
  const [typed, setTyped] = useState(() => written(setup.thresholds))
  const isFine = Object.values(typed).every(isNumber)
  return (
    <Modal
      visible
      size="large"
      header={say(words.title)}
      closeAriaLabel={say(words.close)}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={() => setTyped(written({}))}>
              {say(words.reset)}
            </Button>
            <Button variant="link" onClick={onClose}>
              {say(words.cancel)}
            </Button>
            <Button
              variant="primary"
              disabled={!isFine}
              onClick={() => {
                session.configure({ thresholds: changed(typed) })
                onClose()
              }}
            >
              {say(words.save)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="l">
        {editable.map((guard) => (
          <Fields key={guard.id} guard={guard} typed={typed} onTyped={setTyped} />
        ))}
      </SpaceBetween>
    </Modal>
  )
}

interface FieldsProps {
  guard: Guard
  typed: Typed
  onTyped: (typed: Typed) => void
}

function Fields({ guard: { id, title, thresholds }, typed, onTyped }: FieldsProps) {
  const say = useText()
  return (
    <section aria-label={`${id} ${say(title)}`}>
      <Box variant="h3">
        {id} {say(title)}
      </Box>
      <ColumnLayout columns={4}>
        {Object.entries(thresholds).map(([name, usual]) => {
          const { label, scale } = thresholdField(name)
          const key = `${id}.${name}`
          const value = typed[key] ?? ''
          return (
            <FormField
              key={name}
              label={say(label)}
              constraintText={say(words.usual, { value: shown(usual, scale) })}
              {...(!isNumber(value) && { errorText: say(words.number) })}
            >
              <Input
                value={value}
                inputMode="decimal"
                onChange={({ detail }) => onTyped({ ...typed, [key]: detail.value })}
              />
            </FormField>
          )
        })}
      </ColumnLayout>
    </section>
  )
}

function isNumber(value: string): boolean {
  return /^\d+(\.\d+)?$/.test(value.trim())
}

function shown(value: number, scale: number): string {
  return String(Number((value * scale).toPrecision(6)))
}

function written(chosen: Partial<Record<GuardId, Thresholds>>): Typed {
  const entries = editable.flatMap(({ id, thresholds }) =>
    Object.entries({ ...thresholds, ...chosen[id] }).map(([name, value]): [string, string] => [
      `${id}.${name}`,
      shown(value, thresholdField(name).scale),
    ]),
  )
  return Object.fromEntries(entries)
}

/** Only what differs from the defaults. */
function changed(typed: Typed): Partial<Record<GuardId, Thresholds>> {
  const entries = editable.flatMap(({ id, thresholds }) => {
    const own = Object.entries(thresholds).flatMap(([name, usual]): [string, number][] => {
      const value = Number(typed[`${id}.${name}`]) / thresholdField(name).scale
      return Math.abs(value - usual) < 1e-9 ? [] : [[name, value]]
    })
    return own.length > 0 ? [[id, Object.fromEntries(own)]] : []
  })
  return Object.fromEntries(entries) as Partial<Record<GuardId, Thresholds>>
}
