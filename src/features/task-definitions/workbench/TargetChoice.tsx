/** Where the definition is going to run: rules about services, target groups and instances need to know. */
import ColumnLayout from '@cloudscape-design/components/column-layout'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import { useQuery } from '@tanstack/react-query'
import { serviceNamesQuery } from '../../../data/cutover/target-choice.ts'
import { clustersQuery } from '../../../data/ecs/clusters.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { launchTypes } from './search.ts'
import { useWorkbenchSearch } from './use-workbench-search.ts'

const words = {
  title: { en: 'Where it will run', ko: '실행할 곳' },
  any: { en: 'Not chosen', ko: '선택 안 함' },
  launch: { en: 'Launch type', ko: '시작 유형' },
  cluster: { en: 'Cluster', ko: '클러스터' },
  service: { en: 'Service', ko: '서비스' },
  about: {
    en: 'Choosing a service checks its target groups, ports, instances and deployment settings too.',
    ko: '서비스를 선택하면 대상 그룹, 포트, 인스턴스, 배포 설정도 함께 검사합니다.',
  },
  chosen: { en: 'Where it will run: {where}', ko: '실행할 곳: {where}' },
} satisfies Record<string, Text>

export function TargetChoice() {
  const say = useText()
  const aws = useAws()
  const [{ launch, cluster = '', service = '' }, change] = useWorkbenchSearch()
  const clusters = useQuery(clustersQuery(aws))
  const services = useQuery({ ...serviceNamesQuery(aws, cluster), enabled: cluster !== '' })
  const where = [launch, cluster, service].filter(Boolean).join(' · ')
  return (
    <ExpandableSection
      headerText={where === '' ? say(words.title) : say(words.chosen, { where })}
      headingTagOverride="h3"
    >
      <ColumnLayout columns={3}>
        <Choice
          label={words.launch}
          value={launch ?? ''}
          options={launchTypes}
          onChange={(value) => change({ launch: launchTypes.find((id) => id === value) })}
        />
        <Choice
          label={words.cluster}
          value={cluster}
          options={clusters.data?.items.map(({ name }) => name) ?? []}
          isLoading={clusters.isPending}
          onChange={(value) => change({ cluster: value, service: undefined })}
        />
        <Choice
          label={words.service}
          value={service}
          options={services.data ?? []}
          isLoading={cluster !== '' && services.isPending}
          isDisabled={cluster === ''}
          onChange={(value) => change({ service: value })}
        />
      </ColumnLayout>
      <p>{say(words.about)}</p>
    </ExpandableSection>
  )
}

interface ChoiceProps {
  label: Text
  /** Empty: not chosen. */
  value: string
  options: readonly string[]
  isLoading?: boolean
  isDisabled?: boolean
  onChange: (value: string | undefined) => void
}

function Choice({ label, value, options, isLoading, isDisabled, onChange }: ChoiceProps) {
  const say = useText()
  const none = { value: '', label: say(words.any) }
  return (
    <FormField label={say(label)}>
      <Select
        selectedOption={value === '' ? none : { value, label: value }}
        options={[none, ...options.map((option) => ({ value: option, label: option }))]}
        statusType={isLoading ? 'loading' : 'finished'}
        disabled={isDisabled ?? false}
        filteringType={options.length > 10 ? 'auto' : 'none'}
        onChange={({ detail }) => onChange(detail.selectedOption.value || undefined)}
      />
    </FormField>
  )
}
