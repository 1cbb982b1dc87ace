/** The end: records are back, or stay where they were moved to. What still runs, what still has to be done, and until when. */
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { cleanupAfter, effectiveTtl } from '../../../core/cutover/timing.ts'
import type { Run } from '../../../core/cutover/run.ts'
import { isAtLast } from '../../../core/cutover/standing.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { cutoversHref, serviceHref } from '../../../widgets/resource-link/href.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { useTimeOfDay } from '../parts/time-of-day.ts'
import { LiftedProtections } from './LiftedProtections.tsx'

const words = {
  going: { en: 'The way back is under way', ko: '되돌리는 중입니다' },
  goingSays: {
    en: 'Once Route 53 has it everywhere, the records are read again and compared with the original ones. Then it is said here what is left to do.',
    ko: 'Route 53 전파가 끝나면 레코드를 다시 읽어 원본과 비교합니다. 이후 남은 할 일을 여기에 표시합니다.',
  },
  goingRuleSays: {
    en: 'Once the rule is set, it is read again and compared with the original one. Then it is said here what is left to do.',
    ko: '규칙을 설정한 뒤 다시 읽어 원본과 비교합니다. 이후 남은 할 일을 여기에 표시합니다.',
  },
  info: { en: 'Information', ko: '정보' },
  restored: { en: 'The records are back', ko: '레코드가 복원되었습니다' },
  restoredRule: { en: 'The rule is back', ko: '규칙이 복원되었습니다' },
  cancelled: { en: 'The cutover was cancelled', ko: '전환이 취소되었습니다' },
  cancelledSays: {
    en: 'No live record was ever changed. Only the journal is left in the zone.',
    ko: '실제 레코드는 변경된 적이 없습니다. 영역에는 저널만 남아 있습니다.',
  },
  follow: {
    en: 'Every record is exactly what it was. Clients follow within {seconds, number} s, as far as resolvers keep to TTLs; connections that are open stay longer.',
    ko: '모든 레코드가 원본 그대로입니다. 해석기가 TTL을 지키면 클라이언트는 {seconds, number}초 안에 따라오며, 열려 있는 연결은 더 오래 남습니다.',
  },
  followRule: {
    en: 'The rule does exactly what it did. New requests go to the old target group at once.',
    ko: '규칙이 원본 그대로입니다. 새 요청은 바로 기존 대상 그룹으로 갑니다.',
  },
  keep: {
    en: 'Keep the ECS service running until its RequestCount is 0:',
    ko: 'RequestCount가 0이 될 때까지 ECS 서비스를 계속 실행하세요:',
  },
  journal: {
    en: 'Two TXT records of the journal stay until {time}: until then they fence off whatever might still arrive late. Then remove them with “Remove the journal” below.',
    ko: '저널의 TXT 레코드 두 개는 {time}까지 남아 늦게 도착하는 요청을 막습니다. 이후 아래의 “저널 제거”로 삭제하세요.',
  },
  completed: { en: 'The cutover is finished', ko: '전환이 완료되었습니다' },
  completedSays: {
    en: 'The hostname leads to the new load balancer. This console does not shut the legacy down: do it yourself, when you are sure.',
    ko: '호스트 이름이 새 로드 밸런서를 가리킵니다. 이 콘솔은 레거시를 종료하지 않으므로 확신이 설 때 직접 종료하세요.',
  },
  completedRuleSays: {
    en: 'The rule sends all requests to the new target group. This console does not shut the legacy down: do it yourself, when you are sure.',
    ko: '규칙이 모든 요청을 새 대상 그룹으로 보냅니다. 이 콘솔은 레거시를 종료하지 않으므로 확신이 설 때 직접 종료하세요.',
  },
  stopped: { en: 'The cutover was stopped here', ko: '전환을 여기서 끝냈습니다' },
  stoppedSays: {
    en: 'The records stay as they are now. Some clients may still be led to the legacy: keep both sides running.',
    ko: '레코드는 현재 상태로 남습니다. 일부 클라이언트는 계속 레거시로 연결될 수 있으므로 양쪽을 모두 실행하세요.',
  },
  stoppedRuleSays: {
    en: 'The rule stays as it is now. Some requests may still go to the legacy target group: keep both sides running.',
    ko: '규칙은 현재 상태로 남습니다. 일부 요청은 계속 레거시 대상 그룹으로 갈 수 있으므로 양쪽을 모두 실행하세요.',
  },
  closed: { en: 'Nothing of this cutover is left in the zone', ko: '영역에 이 전환의 흔적이 없습니다' },
  closedSays: {
    en: 'Its report stays on this computer, in the list of cutovers.',
    ko: '보고서는 이 컴퓨터의 전환 목록에 남아 있습니다.',
  },
  elsewhere: {
    en: 'Somebody else removed the journal, with the original records in place.',
    ko: '원본 레코드가 있는 상태에서 다른 사람이 저널을 제거했습니다.',
  },
  list: { en: 'Open cutovers', ko: '진행 중인 전환' },
  success: { en: 'Success', ko: '성공' },
} satisfies Record<string, Text>

interface RestoredPanelProps {
  session: CutoverSession
  view: CutoverView
}

export function RestoredPanel({ session, view }: RestoredPanelProps) {
  const say = useText()
  const { region } = useSession()
  const { run } = view
  const { at } = run.phase
  if (!isOver(run))
    return (
      <Alert type="info" statusIconAriaLabel={say(words.info)} header={say(words.going)}>
        {say(run.plan.params.rule ? words.goingRuleSays : words.goingSays)}
      </Alert>
    )
  return (
    <Alert
      type="success"
      statusIconAriaLabel={say(words.success)}
      header={say(titleOf(run))}
      action={at === 'closed' && <Button href={cutoversHref(region)}>{say(words.list)}</Button>}
    >
      <SpaceBetween size="xs">
        <Says view={view} />
        {at !== 'closed' && <JournalStays run={run} />}
        <LiftedProtections session={session} protections={view.attested.lifted ?? []} />
      </SpaceBetween>
    </Alert>
  )
}

/** Everything was written that this cutover writes at the hostname. */
export function isOver({ phase }: Run): boolean {
  return phase.at === 'restored' || phase.at === 'completing' || phase.at === 'closed'
}

function titleOf(run: Run): Text {
  const { phase, journal, plan } = run
  if (phase.at === 'completing') return isAtLast(run) ? words.completed : words.stopped
  if (phase.at === 'closed') return words.closed
  if (journal?.claim.highest === 0) return words.cancelled
  return plan.params.rule ? words.restoredRule : words.restored
}

function Says({ view: { run, setup } }: { view: CutoverView }) {
  const say = useText()
  const { region } = useSession()
  const { phase, journal, plan } = run
  const { rule } = plan.params
  if (phase.at === 'closed') return say(phase.how === 'elsewhere' ? words.elsewhere : words.closedSays)
  if (phase.at === 'completing' && !isAtLast(run))
    return say(rule ? words.stoppedRuleSays : words.stoppedSays)
  if (phase.at === 'completing') return say(rule ? words.completedRuleSays : words.completedSays)
  if (journal?.claim.highest === 0) return say(words.cancelledSays)
  const { cluster, service } = setup.subject
  return (
    <>
      <div>{rule ? say(words.followRule) : say(words.follow, { seconds: followWithin(run) })}</div>
      <div>
        {say(words.keep)}{' '}
        {service === '' ? (
          plan.params.balancer.dnsName
        ) : (
          <AppLink
            href={serviceHref(region, cluster, service, 'load-balancing')}
          >{`${cluster} / ${service}`}</AppLink>
        )}
      </div>
    </>
  )
}

/** Seconds for which resolvers may keep what any state told them that was reached. */
function followWithin({ plan, journal }: Run): number {
  const highest = journal?.claim.highest ?? 0
  const ttls = plan.states.slice(1, highest + 1).map((_, index) => effectiveTtl(plan, index + 1))
  return Math.max(0, ...ttls)
}

function JournalStays({ run }: { run: Run }) {
  const say = useText()
  const time = useTimeOfDay()
  return <div>{say(words.journal, { time: time(run.lastWriteAt + cleanupAfter) })}</div>
}
