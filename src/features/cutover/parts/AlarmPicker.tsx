/** The alarms that take a cutover back: picked from those of the Region, or typed where they may not be listed. */
import Autosuggest from '@cloudscape-design/components/autosuggest'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import TokenGroup from '@cloudscape-design/components/token-group'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Alarm } from '../../../core/metrics/alarm.ts'
import { alarmsQuery } from '../../../data/cutover/alarms.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { selectStatus } from './select-status.ts'

const words = {
  label: { en: 'CloudWatch alarms that take it back', ko: '되돌리기를 일으킬 CloudWatch 경보' },
  help: {
    en: 'Once one is in ALARM, guard G6 trips; with automatic abort, traffic goes back. Pick them, or type their exact names.',
    ko: '하나라도 ALARM 상태가 되면 보호 장치 G6이 작동하고, 자동 중단이 켜져 있으면 트래픽을 되돌립니다. 목록에서 선택하거나 정확한 이름을 입력하세요.',
  },
  add: { en: 'Add an alarm', ko: '경보 추가' },
  typed: { en: 'Use “{name}”', ko: '“{name}” 사용' },
  none: { en: 'No other alarms in this Region', ko: '이 리전에 다른 경보가 없습니다' },
  remove: { en: 'Remove {name}', ko: '{name} 제거' },
  fewer: { en: 'Show fewer', ko: '간단히 보기' },
  more: { en: 'Show more', ko: '더 보기' },
} satisfies Record<string, Text>

/** Alarms whose names are shown at once. */
const shownNames = 6

interface AlarmPickerProps {
  names: readonly string[]
  onChoose: (names: readonly string[]) => void
}

export function AlarmPicker({ names, onChoose }: AlarmPickerProps) {
  const say = useText()
  const aws = useAws()
  const [text, setText] = useState('')
  // Most cutovers have none: nothing is asked before somebody looks for one.
  const [isOpened, setOpened] = useState(false)
  const alarms = useQuery({ ...alarmsQuery(aws), enabled: isOpened })
  const add = (typed: string): void => {
    setText('')
    const name = typed.trim()
    if (name !== '' && !names.includes(name)) onChoose([...names, name])
  }
  const known = alarms.data ?? []
  const status = isOpened
    ? selectStatus(say, alarms)
    : { statusType: 'pending' as const, onLoadItems: () => setOpened(true) }
  return (
    <FormField label={say(words.label)} constraintText={say(words.help)}>
      <SpaceBetween size="xs">
        <Autosuggest
          value={text}
          onChange={({ detail }) => setText(detail.value)}
          onSelect={({ detail }) => add(detail.value)}
          onBlur={() => add(text)}
          options={known.filter(({ name }) => !names.includes(name)).map(optionOf)}
          enteredTextLabel={(name) => say(words.typed, { name })}
          placeholder={say(words.add)}
          empty={say(words.none)}
          virtualScroll
          {...status}
        />
        <TokenGroup
          items={names.map((name) => ({
            ...tokenOf(name, known),
            dismissLabel: say(words.remove, { name }),
          }))}
          limit={shownNames}
          i18nStrings={{ limitShowFewer: say(words.fewer), limitShowMore: say(words.more) }}
          onDismiss={({ detail }) => onChoose(names.filter((_, index) => index !== detail.itemIndex))}
        />
      </SpaceBetween>
    </FormField>
  )
}

function optionOf({ name, state, description, stateReason }: Alarm) {
  return { value: name, labelTag: state, description: description ?? stateReason }
}

/** Its state where the list has been read: one that rings already stands in the way of the start. */
function tokenOf(name: string, known: readonly Alarm[]) {
  const state = known.find((alarm) => alarm.name === name)?.state
  return { label: name, ...(state !== undefined && { labelTag: state }) }
}
