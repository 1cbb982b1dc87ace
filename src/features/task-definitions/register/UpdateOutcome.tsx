/** That the deployment started, and where to watch it. */
import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useAws } from '../../../data/session.ts'
import type { Deployed } from '../../../data/task-definitions/register.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { CopyText } from '../../../ui/CopyText.tsx'
import { serviceHref } from '../../../widgets/resource-link/href.ts'

const words = {
  done: { en: '{service} is being deployed with {name}', ko: '{service}에 {name} 배포 중' },
  found: {
    en: 'The answer was lost on its way; the service has the deployment.',
    ko: '응답은 도중에 사라졌지만 서비스에 배포가 있습니다.',
  },
  watch: { en: 'Watch the deployment', ko: '배포 보기' },
  requestId: { en: 'Request ID', ko: '요청 ID' },
  success: { en: 'Success', ko: '성공' },
} satisfies Record<string, Text>

interface UpdateOutcomeProps {
  deployed: Deployed
  cluster: string
  /** `web:8`. */
  name: string
}

export function UpdateOutcome({ deployed: { service, requestId }, cluster, name }: UpdateOutcomeProps) {
  const say = useText()
  const { region } = useAws()
  return (
    <Alert
      type="success"
      statusIconAriaLabel={say(words.success)}
      header={say(words.done, { service: service.name, name })}
    >
      <SpaceBetween size="xs">
        {requestId === undefined && <div>{say(words.found)}</div>}
        <AppLink href={serviceHref(region, cluster, service.name, 'deployments')}>{say(words.watch)}</AppLink>
        {requestId !== undefined && (
          <div>
            {say(words.requestId)}: <CopyText text={requestId} label={say(words.requestId)} />
          </div>
        )}
      </SpaceBetween>
    </Alert>
  )
}
