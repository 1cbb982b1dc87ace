/** The one page to watch a running cutover on: a fixed grid in which only values change, and the actions always in the same place. */
import Badge from '@cloudscape-design/components/badge'
import Header from '@cloudscape-design/components/header'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { useCutoverView } from '../../../data/cutover/use-cutovers.ts'
import { shownName } from '../../../core/dns/name.ts'
import { useIsRehearsal } from '../../../data/practice.ts'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { MetricHours } from '../../../widgets/metric-chart/metric-hours.ts'
import { RehearseBlock } from '../parts/RehearseBlock.tsx'
import { wizardAddress } from '../start/wizard-address.ts'
import { ActionBar } from './ActionBar.tsx'
import { AnswersBlock } from './AnswersBlock.tsx'
import { AutomaticBlock } from './AutomaticBlock.tsx'
import { EventLog } from './EventLog.tsx'
import { GuardsBlock } from './GuardsBlock.tsx'
import { InTheWay } from './InTheWay.tsx'
import { Ladder } from './Ladder.tsx'
import { NowBlock } from './NowBlock.tsx'
import { Stage } from './Stage.tsx'
import { TrafficBlock } from './TrafficBlock.tsx'
import { VerificationBlock } from './VerificationBlock.tsx'
import { WorldSpeed } from './WorldSpeed.tsx'
import '../../../widgets/metric-chart/palette.css'
import '../parts/parts.css'
import './run.css'

const words = {
  title: { en: 'Cutover of {name}', ko: '{name} 전환' },
  zone: { en: 'Hosted zone {zone} ({id})', ko: '호스팅 영역 {zone}({id})' },
  practice: { en: 'Practice: simulated AWS', ko: '연습: 모의 AWS' },
  rehearsal: { en: 'Rehearsal: copied account', ko: '리허설: 계정 사본' },
  account: { en: 'Account {account}', ko: '계정 {account}' },
} satisfies Record<string, Text>

interface RunScreenProps {
  session: CutoverSession
  hours: MetricHours
  onHours: (hours: MetricHours) => void
}

export function RunScreen({ session, hours, onHours }: RunScreenProps) {
  const view = useCutoverView(session)
  return (
    <div className="tg-run">
      <Title session={session} />
      <div className="tg-run-top">
        <Ladder view={view} />
        <InTheWay session={session} view={view}>
          <NowBlock session={session} view={view} />
        </InTheWay>
      </div>
      <Stage session={session} view={view} />
      <TrafficBlock session={session} view={view} hours={hours} onHours={onHours} />
      <div className="tg-run-pair">
        <VerificationBlock session={session} view={view} />
        <GuardsBlock session={session} view={view} />
      </div>
      <div className="tg-run-pair">
        <AnswersBlock session={session} />
        <AutomaticBlock session={session} view={view} />
      </div>
      {view.run.phase.at === 'planned' && <RehearsePlanned view={view} />}
      <EventLog view={view} />
      <ActionBar session={session} view={view} />
    </div>
  )
}

/** Nothing was written yet: there is still time for it. */
function RehearsePlanned({ view: { run, setup } }: { view: CutoverView }) {
  const { region } = useSession()
  const href = wizardAddress(region, setup.subject, shownName(run.plan.hostname))
  return <RehearseBlock subject={setup.subject} href={href} />
}

function Title({ session }: { session: CutoverSession }) {
  const say = useText()
  const { mode, account, role } = useSession()
  const isRehearsal = useIsRehearsal()
  const { plan } = session.get().run
  const { id, name } = plan.zone
  return (
    <Header
      variant="h1"
      description={say(words.zone, { zone: shownName(name), id })}
      actions={
        <div className="tg-chips">
          <WorldSpeed />
          {mode === 'practice' && (
            <Badge color="severity-medium">{say(isRehearsal ? words.rehearsal : words.practice)}</Badge>
          )}
          <Badge>{say(words.account, { account })}</Badge>
          <Badge>{role}</Badge>
        </div>
      }
    >
      {say(words.title, { name: shownName(plan.hostname) })}
    </Header>
  )
}
