/** Why a service is not as wanted: what stands in its way, what to do, and where to look. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ServiceSummary } from '../../core/ecs/service-status.ts'
import type { TargetTrouble } from '../../core/ecs/target-trouble.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Ago } from '../../ui/Age.tsx'
import { EventText, type Place } from './EventText.tsx'
import { TargetTroubleText } from './TargetTroubleText.tsx'

const words = {
  problem: { en: 'Needs attention', ko: '확인 필요' },
  note: { en: 'In progress', ko: '진행 중' },
  title: { en: 'Why is it not steady? {label}', ko: '왜 안정 상태가 아닌가요? {label}' },
  often: { en: 'said {n} times, last', ko: '{n}회 발생, 마지막' },
  do: { en: 'What to do:', ko: '할 일:' },
  nothing: {
    en: 'Nothing in the events stands in the way; it should settle by itself.',
    ko: '이벤트에 방해가 되는 내용이 없으므로 곧 안정될 것입니다.',
  },
} satisfies Record<string, Text>

const types = { bad: 'error', warning: 'warning', moving: 'info', off: 'info', good: 'success' } as const

interface WhyPanelProps {
  summary: ServiceSummary
  /** Unhealthy targets of the service. */
  troubles: readonly TargetTrouble[]
  place: Place
}

export function WhyPanel({ summary, troubles, place }: WhyPanelProps) {
  const say = useText()
  const { tone, label, means, reasons } = summary
  return (
    <Alert
      type={types[tone]}
      statusIconAriaLabel={say(tone === 'bad' || tone === 'warning' ? words.problem : words.note)}
      header={say(words.title, { label: say(label) })}
    >
      <SpaceBetween size="s">
        <div>{say(means)}</div>
        {reasons.length === 0 && troubles.length === 0 && tone === 'moving' && (
          <div>{say(words.nothing)}</div>
        )}
        {reasons.map((reason) => (
          <ReasonText key={reason.event.id} reason={reason} place={place} />
        ))}
        {troubles.map((trouble) => (
          <TargetTroubleText
            key={`${trouble.group.arn} ${trouble.reason} ${trouble.description}`}
            trouble={trouble}
            place={place}
          />
        ))}
      </SpaceBetween>
    </Alert>
  )
}

function ReasonText({ reason, place }: { reason: ServiceSummary['reasons'][number]; place: Place }) {
  const say = useText()
  const { event, reading, times } = reason
  return (
    <div>
      {reading.means && <Box fontWeight="bold">{say(reading.means)}</Box>}
      {reading.advice && (
        <div>
          {say(words.do)} {say(reading.advice)}
        </div>
      )}
      <Box fontSize="body-s" color="text-body-secondary">
        {times > 1 && `${say(words.often, { n: times })} `}
        <Ago at={event.createdAt} />:{' '}
        <EventText message={event.message} links={reading.links} place={place} />
      </Box>
    </div>
  )
}
