/** Named troubles of a cutover, one click each. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { type Trouble, troubles } from '../../core/practice/troubles.ts'
import type { PracticeControl, TroubleSubject } from '../../data/practice.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'

const words = {
  title: { en: 'Trouble during a cutover', ko: '전환 중의 문제' },
  hostname: { en: 'Hostname', ko: '호스트 이름' },
  service: { en: 'Service', ko: '서비스' },
  began: { en: '{name}: begun.', ko: '{name}: 시작되었습니다.' },
  impossible: { en: '{name} is not possible: {reason}', ko: '{name}: 실행할 수 없습니다. {reason}' },
  dismiss: { en: 'Dismiss', ko: '닫기' },
} satisfies Record<string, Text>

interface TroublePanelProps {
  control: PracticeControl
  changed: () => void
}

interface Outcome {
  trouble: Trouble
  reason?: string
}

/** Nothing where nobody visits a hostname: there is nothing to cut over. */
export function TroublePanel({ control, changed }: TroublePanelProps) {
  const say = useText()
  const [subjects] = useState(() => control.subjects())
  const [subject, setSubject] = useState<TroubleSubject>(() => ({
    hostname: subjects.hostnames[0] ?? '',
    service: subjects.services[0] ?? '',
  }))
  const [outcome, setOutcome] = useState<Outcome>()
  if (subjects.hostnames.length === 0) return null
  const make = (trouble: Trouble): void => {
    try {
      control.trouble(trouble.id, subject)
      setOutcome({ trouble })
    } catch (error) {
      setOutcome({ trouble, reason: error instanceof Error ? error.message : String(error) })
    }
    changed()
  }
  return (
    <SpaceBetween size="s">
      <Box variant="h3">{say(words.title)}</Box>
      <ColumnLayout columns={2}>
        <Choice
          label={say(words.hostname)}
          value={subject.hostname}
          values={subjects.hostnames}
          choose={(hostname) =>
            setSubject({ ...subject, hostname, service: alike(hostname, subjects, subject) })
          }
        />
        <Choice
          label={say(words.service)}
          value={subject.service}
          values={subjects.services}
          choose={(service) => setSubject({ ...subject, service })}
        />
      </ColumnLayout>
      {troubles.map((trouble) => (
        <SpaceBetween key={trouble.id} size="xxs">
          <Button onClick={() => make(trouble)}>{say(trouble.name)}</Button>
          <Box variant="small" display="block">
            {say(trouble.what)}
          </Box>
        </SpaceBetween>
      ))}
      <div aria-live="polite">
        {outcome && (
          <Alert
            type={outcome.reason === undefined ? 'info' : 'error'}
            dismissible
            dismissAriaLabel={say(words.dismiss)}
            onDismiss={() => setOutcome(undefined)}
          >
            {outcome.reason === undefined
              ? say(words.began, { name: say(outcome.trouble.name) })
              : say(words.impossible, { name: say(outcome.trouble.name), reason: outcome.reason })}
          </Alert>
        )}
      </div>
    </SpaceBetween>
  )
}

/** A service named as the hostname begins is likely the one that takes it over. */
function alike(hostname: string, { services }: { services: string[] }, { service }: TroubleSubject): string {
  const [label] = hostname.split('.')
  return services.find((each) => each.split('/').at(-1) === label) ?? service
}

interface ChoiceProps {
  label: string
  value: string
  values: string[]
  choose: (value: string) => void
}

function Choice({ label, value, values, choose }: ChoiceProps) {
  return (
    <FormField label={label}>
      <Select
        selectedOption={{ value, label: value }}
        options={values.map((each) => ({ value: each, label: each }))}
        onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
      />
    </FormField>
  )
}
