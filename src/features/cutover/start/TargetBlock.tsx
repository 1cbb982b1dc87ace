/** The new side: the service, and the load balancer and target group that follow from it. */
import Alert from '@cloudscape-design/components/alert'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { selectStatus } from '../parts/select-status.ts'
import { useTargetChoices } from './use-target-choices.ts'
import { useWizard } from './wizard-context.ts'

const words = {
  title: { en: 'Where it moves to', ko: '옮겨 갈 곳' },
  cluster: { en: 'Cluster', ko: '클러스터' },
  service: { en: 'Service', ko: '서비스' },
  balancer: { en: 'Load balancer', ko: '로드 밸런서' },
  group: { en: 'Target group', ko: '대상 그룹' },
  path: { en: 'Path that answers 200 when all is well', ko: '정상일 때 200을 반환하는 경로' },
  pathHelp: { en: 'Of the target group’s health check.', ko: '대상 그룹 상태 확인의 경로입니다.' },
  proposed: { en: 'Proposed from the service.', ko: '서비스에서 제안되었습니다.' },
  choose: { en: 'Choose', ko: '선택' },
  filter: { en: 'Find', ko: '찾기' },
  none: { en: 'There are none.', ko: '항목이 없습니다.' },
  unattached: {
    en: 'The service {service} is registered in no target group of an Application Load Balancer. Give it one, or choose another service.',
    ko: '서비스 {service}이(가) Application Load Balancer의 대상 그룹에 등록되어 있지 않습니다. 대상 그룹을 연결하거나 다른 서비스를 선택하세요.',
  },
} satisfies Record<string, Text>

export function TargetBlock() {
  const say = useText()
  const { search, change, targetGroup } = useWizard()
  const choices = useTargetChoices()
  const { cluster, service, loadBalancer, targetGroup: group, path } = search
  const select = (
    value: string | undefined,
    options: readonly string[],
    reading: Parameters<typeof selectStatus>[1] | undefined,
    onChoice: (value: string | undefined) => void,
  ) => (
    <Select
      selectedOption={value === undefined ? null : { value, label: value }}
      options={options.map((each) => ({ value: each, label: each }))}
      placeholder={say(words.choose)}
      empty={say(words.none)}
      filteringType="auto"
      filteringAriaLabel={say(words.filter)}
      virtualScroll
      disabled={reading === undefined}
      {...(reading && selectStatus(say, reading))}
      onChange={({ detail }) => onChoice(detail.selectedOption.value)}
    />
  )
  return (
    <Container header={<Header variant="h2">{say(words.title)}</Header>}>
      <SpaceBetween size="m">
        <ColumnLayout columns={2}>
          <FormField label={say(words.cluster)}>
            {select(cluster, choices.clusters.names, choices.clusters.reading, (value) =>
              change({ cluster: value, service: undefined, ...noTarget }),
            )}
          </FormField>
          <FormField label={say(words.service)}>
            {select(service, choices.services.names, choices.services.reading, (value) =>
              change({ service: value, ...noTarget }),
            )}
          </FormField>
          <FormField
            label={say(words.balancer)}
            constraintText={choices.isProposed ? say(words.proposed) : ' '}
          >
            {select(loadBalancer, choices.balancers.names, choices.balancers.reading, (value) =>
              change({ loadBalancer: value, targetGroup: undefined, path: undefined }),
            )}
          </FormField>
          <FormField label={say(words.group)} constraintText={choices.isProposed ? say(words.proposed) : ' '}>
            {select(group, choices.groups.names, choices.groups.reading, (value) =>
              change({ targetGroup: value, path: undefined }),
            )}
          </FormField>
        </ColumnLayout>
        <FormField label={say(words.path)} constraintText={say(words.pathHelp)}>
          <Input
            value={path ?? targetGroup?.healthCheck.path ?? '/'}
            onChange={({ detail }) => change({ path: detail.value === '' ? '/' : detail.value })}
            spellcheck={false}
            autoComplete={false}
          />
        </FormField>
        {choices.isUnattached && service !== undefined && (
          <Alert type="error">{say(words.unattached, { service })}</Alert>
        )}
      </SpaceBetween>
    </Container>
  )
}

const noTarget = { loadBalancer: undefined, targetGroup: undefined, path: undefined }
