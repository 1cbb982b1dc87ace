/** The hostname: typed, or picked from the records of a zone. */
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useState } from 'react'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { readHostname } from './hostname.ts'
import { RecordPicker } from './RecordPicker.tsx'
import { useWizard } from './wizard-context.ts'
import { ZoneChoice } from './ZoneChoice.tsx'

const words = {
  title: { en: 'Hostname', ko: '호스트 이름' },
  label: { en: 'Hostname that moves', ko: '옮길 호스트 이름' },
  help: {
    en: 'As people type it, without https://. Letters of any language and *.wildcards are fine.',
    ko: 'https:// 없이 사람들이 입력하는 그대로 적습니다. 모든 언어의 문자와 *.와일드카드를 사용할 수 있습니다.',
  },
  pick: { en: 'Pick it from a hosted zone', ko: '호스팅 영역에서 선택' },
} satisfies Record<string, Text>

/** ms without a key before the zones of what was typed are looked for. */
const pause = 400

export function HostnameBlock() {
  const say = useText()
  const { search, change, typed } = useWizard()
  const { hostname = '' } = search
  const [text, setText] = useState(hostname)
  const [known, setKnown] = useState(hostname)
  // Picked, or another address.
  if (known !== hostname) {
    setKnown(hostname)
    setText(hostname)
  }
  useEffect(() => {
    if (text === hostname) return undefined
    const timer = setTimeout(() => {
      setKnown(text)
      change({ hostname: text === '' ? undefined : text, zone: undefined })
    }, pause)
    return () => clearTimeout(timer)
  }, [text, hostname, change])
  const now = readHostname(text)
  return (
    <Container header={<Header variant="h2">{say(words.title)}</Header>}>
      <SpaceBetween size="m">
        <FormField
          label={say(words.label)}
          constraintText={say(words.help)}
          {...(now.kind === 'trouble' && { errorText: say(now.text, now.values) })}
        >
          <Input
            value={text}
            onChange={({ detail }) => setText(detail.value)}
            placeholder="www.example.com"
            spellcheck={false}
            autoComplete={false}
            inputMode="url"
          />
        </FormField>
        <ExpandableSection headerText={say(words.pick)}>
          <RecordPicker />
        </ExpandableSection>
        {typed.kind === 'name' && <ZoneChoice hostname={typed.canonical} />}
      </SpaceBetween>
    </Container>
  )
}
