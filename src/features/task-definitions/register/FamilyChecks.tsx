/** What the account says about a definition: everything that it names, and the services that its family runs in. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Definition } from '../../../core/task-definition/definition.ts'
import { useServicesOfFamily } from '../../../data/task-definitions/usage.ts'
import { useServiceChecks, useVerification } from '../../../data/task-definitions/verification.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CheckList } from '../parts/CheckList.tsx'

const words = {
  title: { en: 'Checks against this account', ko: '이 계정과 대조한 확인' },
  about: {
    en: 'Names only are looked up; values of secrets and parameters are never read.',
    ko: '이름만 조회합니다. 시크릿과 파라미터의 값은 읽지 않습니다.',
  },
  pending: {
    en: '{count, plural, one {# check under way} other {# checks under way}}',
    ko: '확인 {count}개 진행 중',
  },
  again: { en: 'Check again', ko: '다시 확인' },
} satisfies Record<string, Text>

export function FamilyChecks({ definition }: { definition: Definition }) {
  const say = useText()
  const names = useVerification(definition)
  const services = useServicesOfFamily(definition.family ?? '')
  const targets = useServiceChecks(definition, services)
  const pending = names.pending + targets.pending
  return (
    <SpaceBetween size="xs">
      <Header
        variant="h3"
        description={say(words.about)}
        actions={
          <Button
            iconName="refresh"
            onClick={() => {
              names.again()
              targets.again()
            }}
          >
            {say(words.again)}
          </Button>
        }
      >
        {say(words.title)}
      </Header>
      <CheckList checks={[...names.checks, ...targets.checks]} />
      <Box>
        {pending > 0 && (
          <StatusIndicator type="loading">{say(words.pending, { count: pending })}</StatusIndicator>
        )}
      </Box>
    </SpaceBetween>
  )
}
