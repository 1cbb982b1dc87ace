/** Chooses a service: those of the family first. */
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readRevisionName } from '../../../core/task-definition/revision.ts'
import { useAws } from '../../../data/session.ts'
import { type ServiceUses, serviceUsesQuery } from '../../../data/task-definitions/usage.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'

const words = {
  service: { en: 'Service', ko: '서비스' },
  choose: { en: 'Choose a service', ko: '서비스 선택' },
  others: { en: 'Other services', ko: '다른 서비스' },
  own: { en: 'Services of this family', ko: '이 패밀리의 서비스' },
  reading: { en: '{read} of {total} services are read', ko: '서비스 {total}개 중 {read}개를 읽음' },
} satisfies Record<string, Text>

export interface Choice {
  cluster: string
  service: string
}

interface ServiceSelectProps {
  family: string
  choice: Choice | undefined
  onChoose: (choice: Choice) => void
}

export function ServiceSelect({ family, choice, onChoose }: ServiceSelectProps) {
  const say = useText()
  const uses = useQuery(serviceUsesQuery(useAws()))
  const { own, others } = useMemo(() => byFamily(uses.data, family), [uses.data, family])
  const selected = choice && { value: `${choice.cluster}/${choice.service}`, label: choice.service }
  const isReading = uses.data === undefined || !uses.data.isComplete
  return (
    <FormField
      label={say(words.service)}
      {...(isReading &&
        uses.data && { description: say(words.reading, { read: uses.data.read, total: uses.data.total }) })}
    >
      <Select
        placeholder={say(words.choose)}
        selectedOption={selected ?? null}
        filteringType="auto"
        statusType={uses.error ? 'error' : uses.data === undefined ? 'loading' : 'finished'}
        options={[
          { label: say(words.own), options: own.map(toOption) },
          { label: say(words.others), options: others.map(toOption) },
        ].filter(({ options }) => options.length > 0)}
        onChange={({ detail }) => {
          const [cluster = '', service = ''] = (detail.selectedOption.value ?? '').split('/')
          onChoose({ cluster, service })
        }}
      />
      {isReading && <StatusIndicator type="loading" />}
    </FormField>
  )
}

type Listed = Choice & { label: string }

const toOption = ({ cluster, service, label }: Listed) => ({
  value: `${cluster}/${service}`,
  label,
  description: cluster,
})

function byFamily(uses: ServiceUses | undefined, family: string): { own: Listed[]; others: Listed[] } {
  const own: Listed[] = []
  const others: Listed[] = []
  for (const { cluster, service, taskDefinitionArns } of uses?.items ?? []) {
    const isOwn = taskDefinitionArns.some((arn) => readRevisionName(arn)?.family === family)
    const listed = { cluster, service, label: service }
    if (isOwn) own.push(listed)
    else others.push(listed)
  }
  return { own, others }
}
