/** Without permission to write: the commands for somebody else, and a look at the zone that tells which step they have reached. */
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { digest } from '../../../core/cutover/canon.ts'
import { managedSet } from '../../../core/cutover/managed.ts'
import type { Plan } from '../../../core/cutover/plan.ts'
import { printPlan } from '../../../core/cutover/print.ts'
import { shownName } from '../../../core/dns/name.ts'
import { ownRecordsQuery } from '../../../data/cutover/zones.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { serverOffset } from '../../../lib/clock.ts'
import { durationMessage } from '../../../ui/time-format.ts'
import { waitOf } from '../../../core/cutover/timing.ts'
import { ProblemPage } from '../../../widgets/problem/ProblemPage.tsx'
import { StatusBadge } from '../../../widgets/status-badge/StatusBadge.tsx'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { stateName } from '../parts/state-words.ts'
import { TimeOfDay } from '../parts/TimeOfDay.tsx'
import { download } from '../parts/download.ts'
import { useCutoverRole } from './use-cutover-role.ts'
import { useWizard } from './wizard-context.ts'

const words = {
  title: { en: 'Hand it to somebody else instead', ko: '다른 사람에게 맡기기' },
  about: {
    en: 'These commands do the same by hand, one step after the other, without the journal and without guards. After each, look here whether it took effect; wait as long as it says before the next.',
    ko: '다음 명령은 저널과 보호 장치 없이 같은 일을 단계별로 직접 수행합니다. 실행할 때마다 여기서 적용 여부를 확인하고, 안내된 시간만큼 기다린 뒤 다음 명령을 실행하세요.',
  },
  commands: { en: 'Commands', ko: '명령' },
  save: { en: 'Download the commands', ko: '명령 다운로드' },
  look: { en: 'Look at the zone now', ko: '지금 영역 확인' },
  at: {
    en: 'The records are those of “{state}”, read at',
    ko: '레코드가 “{state}” 상태와 같습니다. 확인 시각:',
  },
  other: {
    en: 'The records are those of no step of this plan, read at',
    ko: '레코드가 이 계획의 어느 단계와도 같지 않습니다. 확인 시각:',
  },
  step: { en: '# {number}. {state}, then wait {wait}', ko: '# {number}. {state}, 이후 {wait} 대기' },
  back: { en: '# Back to the original from {state}', ko: '# {state}에서 원래 상태로' },
} satisfies Record<string, Text>

export function HandOver({ plan }: { plan: Plan }) {
  const say = useText()
  const { id } = useWizard()
  const { can, other } = useCutoverRole()
  const { steps, rollbacks } = printPlan(plan, id)
  const text = [
    ...steps.map(({ to, commands }) => {
      const wait = say(durationMessage(waitOf(plan, to)))
      return [say(words.step, { number: to, state: say(stateName(plan, to)), wait }), ...commands].join('\n')
    }),
    ...rollbacks
      .filter(({ from }) => from > 0)
      .map(({ from, commands }) =>
        [say(words.back, { state: say(stateName(plan, from)) }), ...commands].join('\n'),
      ),
  ].join('\n\n')
  return (
    <ExpandableSection
      variant="container"
      headerText={say(words.title)}
      defaultExpanded={!can && other === undefined}
    >
      <SpaceBetween size="s">
        <div>{say(words.about)}</div>
        <CodeBlock text={text} label={say(words.commands)} />
        <Button
          iconName="download"
          onClick={() => download(`cutover-${shownName(plan.hostname)}-${id}.txt`, text, 'text/plain')}
        >
          {say(words.save)}
        </Button>
        {/* A rule moves no record. */}
        {!plan.params.rule && <Look plan={plan} />}
      </SpaceBetween>
    </ExpandableSection>
  )
}

function Look({ plan }: { plan: Plan }) {
  const say = useText()
  const aws = useAws()
  const { zone, hostname, names, states, params } = plan
  const own = useQuery({ ...ownRecordsQuery(aws, zone.id, hostname), enabled: false, staleTime: 0 })
  const parked = useQuery({ ...ownRecordsQuery(aws, zone.id, names.parked), enabled: false, staleTime: 0 })
  const look = (): void => {
    void own.refetch()
    void parked.refetch()
  }
  const { retireServiceBindings } = params
  const live =
    own.data &&
    parked.data &&
    managedSet([...own.data, ...parked.data], { hostname, names, retireServiceBindings })
  const reached = live && states.findIndex(({ records }) => digest(records) === digest(live))
  const at = <TimeOfDay at={own.dataUpdatedAt + serverOffset()} />
  return (
    <SpaceBetween size="xs">
      <Button iconName="refresh" loading={own.isFetching} onClick={look}>
        {say(words.look)}
      </Button>
      {own.error && <ProblemPage error={own.error} retry={look} />}
      {reached !== undefined &&
        (reached >= 0 ? (
          <StatusBadge tone="good" wrap>
            {say(words.at, { state: say(stateName(plan, reached)) })} {at}
          </StatusBadge>
        ) : (
          <StatusBadge tone="warning" wrap>
            {say(words.other)} {at}
          </StatusBadge>
        ))}
    </SpaceBetween>
  )
}
