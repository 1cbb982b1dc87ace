/** What is about to be registered: against the newest revision, against the account, and as a command. */
import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useMemo } from 'react'
import { registerCommand } from '../../../core/task-definition/commands.ts'
import type { Definition } from '../../../core/task-definition/definition.ts'
import type { Json } from '../../../core/task-definition/json.ts'
import { maskValue } from '../../../core/task-definition/mask.ts'
import { revisionName } from '../../../core/task-definition/revision.ts'
import { isSame } from '../../../core/task-definition/canonical.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import { RoleNotice } from '../../../widgets/role/RoleNotice.tsx'
import { ChangeTable } from '../parts/ChangeTable.tsx'
import { aboutDeploying, deployCapability } from '../parts/roles.ts'
import { FamilyChecks } from './FamilyChecks.tsx'
import type { Compared } from './use-compared.ts'

const words = {
  against: {
    en: 'Changes against {name}, the newest ACTIVE revision',
    ko: '최신 ACTIVE 개정 {name}과(와)의 차이',
  },
  first: { en: 'The first revision of {family}', ko: '{family}의 첫 개정' },
  firstAbout: {
    en: 'The family has no ACTIVE revision to compare with.',
    ko: '이 패밀리에는 비교할 ACTIVE 개정이 없습니다.',
  },
  same: { en: 'No change', ko: '변경 없음' },
  sameAbout: {
    en: 'It says the same as {name}. Registering makes one more revision that runs the same containers.',
    ko: '{name}과(와) 내용이 같습니다. 등록하면 같은 컨테이너를 실행하는 개정이 하나 더 생깁니다.',
  },
  reading: { en: 'Reading the newest revision', ko: '최신 개정을 읽는 중' },
  command: { en: 'The same as a command', ko: '같은 작업의 명령' },
  commandLabel: { en: 'AWS CLI command', ko: 'AWS CLI 명령' },
  masked: {
    en: 'Marks (•••1) stand for values that may be secret. The console also adds a tag, tidegate-op, by which it finds the revision again if the answer is lost.',
    ko: '표시(•••1)는 비밀일 수 있는 값을 대신합니다. 콘솔은 응답을 받지 못했을 때 개정을 찾기 위한 tidegate-op 태그도 추가합니다.',
  },
  info: { en: 'Information', ko: '정보' },
} satisfies Record<string, Text>

interface RegisterReviewProps {
  definition: Definition
  compared: Compared
}

export function RegisterReview({ definition, compared }: RegisterReviewProps) {
  const say = useText()
  const aws = useAws()
  const command = useMemo(
    () => registerCommand(maskValue(definition as unknown as Json).value, aws.region),
    [definition, aws.region],
  )
  return (
    <SpaceBetween size="l">
      <RoleNotice capability={deployCapability} about={aboutDeploying} />
      <Difference definition={definition} compared={compared} />
      <FamilyChecks definition={definition} />
      <ExpandableSection headerText={say(words.command)} headerDescription={say(words.masked)}>
        <CodeBlock text={command} label={say(words.commandLabel)} />
      </ExpandableSection>
    </SpaceBetween>
  )
}

function Difference({ definition, compared }: RegisterReviewProps) {
  const say = useText()
  const { revision, error, again } = compared
  if (revision === undefined && error)
    return <ProblemAlert problem={problemWords(say, error)} retry={() => void again()} />
  if (revision === undefined) return <StatusIndicator type="loading">{say(words.reading)}</StatusIndicator>
  if (revision === null)
    return (
      <Alert
        type="info"
        statusIconAriaLabel={say(words.info)}
        header={say(words.first, { family: definition.family ?? '' })}
      >
        {say(words.firstAbout)}
      </Alert>
    )
  const name = revisionName(revision)
  if (isSame(revision.definition, definition))
    return (
      <Alert type="info" statusIconAriaLabel={say(words.info)} header={say(words.same)}>
        {say(words.sameAbout, { name })}
      </Alert>
    )
  return (
    <SpaceBetween size="xs">
      <Header variant="h3">{say(words.against, { name })}</Header>
      <ChangeTable before={revision.definition} after={definition} />
    </SpaceBetween>
  )
}
