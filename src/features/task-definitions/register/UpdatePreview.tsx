/** What the update starts, how the containers change, whether the service has room for them, and the command. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Service } from '../../../core/ecs/service.ts'
import { updateServiceCommand } from '../../../core/task-definition/commands.ts'
import type { DeploymentPreview } from '../../../core/task-definition/deployment-preview.ts'
import { nameOfArn, type Revision, revisionName } from '../../../core/task-definition/revision.ts'
import { useAws } from '../../../data/session.ts'
import { revisionQuery } from '../../../data/task-definitions/revisions.ts'
import { useServiceChecks } from '../../../data/task-definitions/verification.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import { RoleNotice } from '../../../widgets/role/RoleNotice.tsx'
import { ChangeTable } from '../parts/ChangeTable.tsx'
import { CheckList } from '../parts/CheckList.tsx'
import { aboutDeploying, deployCapability } from '../parts/roles.ts'

const words = {
  starts: { en: 'What this starts', ko: '시작되는 것' },
  changes: { en: 'Changes from {before} to {name}', ko: '{before}에서 {name}(으)로의 변경' },
  checks: { en: 'Does it fit the service?', ko: '서비스에 맞는지 확인' },
  checking: { en: 'Reading the service and its instances', ko: '서비스와 인스턴스를 읽는 중' },
  command: { en: 'The same as a command', ko: '같은 작업의 명령' },
  commandLabel: { en: 'AWS CLI command', ko: 'AWS CLI 명령' },
  info: { en: 'Information', ko: '정보' },
} satisfies Record<string, Text>

interface UpdatePreviewProps {
  revision: Revision
  choice: { cluster: string; service: string }
  service: UseQueryResult<Service, unknown>
  preview: DeploymentPreview | undefined
  isForced: boolean
}

export function UpdatePreview({ revision, choice, service, preview, isForced }: UpdatePreviewProps) {
  const say = useText()
  const { region } = useAws()
  const input = { ...choice, taskDefinition: revision.arn, forceNewDeployment: isForced }
  return (
    <SpaceBetween size="l">
      <RoleNotice capability={deployCapability} about={aboutDeploying} />
      {service.isError && !service.data && (
        <ProblemAlert problem={problemWords(say, service.error)} retry={() => void service.refetch()} />
      )}
      {preview && (
        <Alert
          type={preview.isStuck ? 'warning' : 'info'}
          statusIconAriaLabel={say(words.info)}
          header={say(words.starts)}
        >
          {preview.lines.map((line) => (
            <div key={line.text.en}>{say(line)}</div>
          ))}
        </Alert>
      )}
      <Fits revision={revision} choice={choice} />
      {service.data && service.data.taskDefinitionArn !== revision.arn && (
        <RunningChanges running={service.data.taskDefinitionArn} revision={revision} />
      )}
      <ExpandableSection headerText={say(words.command)}>
        <CodeBlock text={updateServiceCommand(input, region)} label={say(words.commandLabel)} />
      </ExpandableSection>
    </SpaceBetween>
  )
}

function Fits({ revision, choice }: Pick<UpdatePreviewProps, 'revision' | 'choice'>) {
  const say = useText()
  const targets = useMemo(() => [choice], [choice])
  const { checks, pending } = useServiceChecks(revision.definition, targets, revision.requiresAttributes)
  return (
    <SpaceBetween size="xs">
      <Header variant="h3">{say(words.checks)}</Header>
      {pending > 0 && checks.length === 0 ? (
        <StatusIndicator type="loading">{say(words.checking)}</StatusIndicator>
      ) : (
        <CheckList checks={checks} />
      )}
    </SpaceBetween>
  )
}

function RunningChanges({ running, revision }: { running: string; revision: Revision }) {
  const say = useText()
  const before = useQuery(revisionQuery(useAws(), running))
  const title = say(words.changes, { before: nameOfArn(running), name: revisionName(revision) })
  return (
    <SpaceBetween size="xs">
      <Header variant="h3">{title}</Header>
      {before.data ? (
        <ChangeTable before={before.data.definition} after={revision.definition} />
      ) : (
        <Box>
          {before.error ? (
            <ProblemAlert problem={problemWords(say, before.error)} retry={() => void before.refetch()} />
          ) : (
            <StatusIndicator type="loading" />
          )}
        </Box>
      )}
    </SpaceBetween>
  )
}
