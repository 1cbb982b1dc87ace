/** What AWS said when it refused a write, and for a missing permission what to ask for. */
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Plan } from '../../../core/cutover/plan.ts'
import type { Trouble } from '../../../core/cutover/run.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CopyText } from '../../../ui/CopyText.tsx'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'

const words = {
  raw: { en: 'AWS said', ko: 'AWS 메시지' },
  requestId: { en: 'Request ID', ko: '요청 ID' },
  statement: { en: 'Permission to ask for', ko: '요청할 권한' },
  condition: {
    en: 'Conditions of the role’s policy must allow these names, types and actions (route53:ChangeResourceRecordSetsNormalizedRecordNames, …RecordTypes, …Actions):',
    ko: '역할 정책의 조건이 다음 이름, 유형, 작업을 허용해야 합니다(route53:ChangeResourceRecordSetsNormalizedRecordNames, …RecordTypes, …Actions):',
  },
} satisfies Record<string, Text>

export function RefusalText({ trouble, plan }: { trouble: Trouble; plan: Plan }) {
  const say = useText()
  const { kind, code, message, requestId } = trouble
  return (
    <SpaceBetween size="xs">
      <CodeBlock text={`${code}: ${message}`} label={say(words.raw)} lines={6} />
      {requestId !== undefined && (
        <Box fontSize="body-s">
          {say(words.requestId)}: <CopyText text={requestId} label={say(words.requestId)} />
        </Box>
      )}
      {kind === 'denied' && (
        <>
          <Box>{say(words.condition)}</Box>
          <CodeBlock
            text={JSON.stringify(statementFor(plan), undefined, 2)}
            label={say(words.statement)}
            lines={14}
          />
        </>
      )}
    </SpaceBetween>
  )
}

/** Enough for this cutover, and nothing more. https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html */
function statementFor({ zone, hostname, states }: Plan) {
  const types = new Set(states.flatMap(({ records }) => records.map(({ Type }) => Type)))
  const key = 'route53:ChangeResourceRecordSets'
  return {
    Effect: 'Allow',
    Action: key,
    Resource: `arn:aws:route53:::hostedzone/${zone.id}`,
    Condition: {
      'ForAllValues:StringLike': {
        [`${key}NormalizedRecordNames`]: [plainName(hostname), `_cutover-*.${shownName(zone.name)}`],
      },
      'ForAllValues:StringEquals': {
        [`${key}RecordTypes`]: [...types, 'TXT'].toSorted(),
        [`${key}Actions`]: ['CREATE', 'DELETE'],
      },
    },
  }
}

/** As the condition key has it: escaped, without the dot at the end. */
function plainName(name: string): string {
  return name.replace(/\.$/, '')
}
