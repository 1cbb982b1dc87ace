/** What must be seen before a state may be left, and what only the person can say: that the application works. */
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { standingState } from '../../../core/cutover/standing.ts'
import { verifications } from '../../../core/cutover/verification/registry.ts'
import type { Verification, VerificationState } from '../../../core/cutover/verification/verification.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ExternalLink } from '../../../ui/ExternalLink.tsx'
import { StatusBadge, type Tone } from '../../../widgets/status-badge/StatusBadge.tsx'
import { stateName } from '../parts/state-words.ts'

const words = {
  title: { en: 'Verification of “{state}”', ko: '“{state}” 검증' },
  about: {
    en: 'All must be seen before the next step; read once the wait is over.',
    ko: '다음 단계 전에 모두 확인해야 합니다. 대기가 끝나면 읽습니다.',
  },
  later: { en: 'Read when the wait is over.', ko: '대기가 끝나면 읽습니다.' },
  pass: { en: 'seen', ko: '확인됨' },
  warn: { en: 'look at it', ko: '확인 필요' },
  fail: { en: 'missing', ko: '미충족' },
  waiting: { en: 'waiting', ko: '대기' },
  open: { en: 'Open https://{name}{path}', ko: 'https://{name}{path} 열기' },
  works: { en: 'I opened it and saw the application', ko: '열어서 애플리케이션을 확인했습니다' },
  enough: { en: 'Accept that there is too little traffic to judge by', ko: '판단할 트래픽이 부족함을 수락' },
  accepted: { en: 'Too little traffic was accepted.', ko: '트래픽 부족을 수락했습니다.' },
} satisfies Record<string, Text>

const tones: Record<VerificationState, Tone> = {
  pass: 'good',
  warn: 'warning',
  fail: 'bad',
  waiting: 'waiting',
}

interface VerificationBlockProps {
  session: CutoverSession
  view: CutoverView
}

export function VerificationBlock({ session, view }: VerificationBlockProps) {
  const say = useText()
  const { run, verification } = view
  const state = standingState(run)
  const results = verification?.state === state ? verification.results : []
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" description={say(words.about)}>
          {say(words.title, { state: say(stateName(run.plan, state)) })}
        </Header>
      }
    >
      <ul className="tg-watch-list">
        {verifications.map((each) => {
          const result = results.find(({ id }) => id === each.id)
          return (
            <li key={each.id}>
              <Title verification={each} />
              <span className="tg-watch-state">
                <StatusBadge tone={tones[result?.state ?? 'waiting']}>
                  {say(words[result?.state ?? 'waiting'])}
                </StatusBadge>
              </span>
              <div className="tg-watch-says">
                <div>{result ? say(result.message) : say(words.later)}</div>
                <Own
                  id={each.id}
                  isSeen={result?.state === 'pass'}
                  session={session}
                  view={view}
                  state={state}
                />
              </div>
            </li>
          )
        })}
      </ul>
    </Container>
  )
}

function Title({ verification: { id, title } }: { verification: Verification }) {
  const say = useText()
  return (
    <span className="tg-watch-title">
      <span className="tg-watch-id">{id}</span> {say(title)}
    </span>
  )
}

interface OwnProps extends VerificationBlockProps {
  id: Verification['id']
  isSeen: boolean
  state: number
}

/** The part that a person says. */
function Own({ id, isSeen, session, view: { run, setup, attested }, state }: OwnProps) {
  const say = useText()
  const name = shownName(run.plan.hostname)
  switch (id) {
    case 'V-5': {
      const path = setup.subject.healthPath
      return (
        <>
          <ExternalLink href={`https://${name}${path}`}>{say(words.open, { name, path })}</ExternalLink>
          <Checkbox
            checked={attested.opened.includes(state)}
            onChange={({ detail }) =>
              session.attest({ opened: toggled(attested.opened, state, detail.checked) })
            }
          >
            {say(words.works)}
          </Checkbox>
        </>
      )
    }
    case 'V-8':
      return (
        <div className="tg-watch-own">
          {!isSeen &&
            (attested.tooLittle.includes(state) ? (
              say(words.accepted)
            ) : (
              <Button
                variant="inline-link"
                onClick={() => session.attest({ tooLittle: toggled(attested.tooLittle, state, true) })}
              >
                {say(words.enough)}
              </Button>
            ))}
        </div>
      )
    case 'V-9':
      return setup.smoke.map((label) => {
        const ticked = attested.ticked[state] ?? []
        return (
          <Checkbox
            key={label}
            checked={ticked.includes(label)}
            onChange={({ detail }) =>
              session.attest({
                ticked: { ...attested.ticked, [state]: toggled(ticked, label, detail.checked) },
              })
            }
          >
            {label}
          </Checkbox>
        )
      })
    default:
      return null
  }
}

function toggled<T>(list: readonly T[], item: T, on: boolean): T[] {
  return on ? [...new Set([...list, item])] : list.filter((each) => each !== item)
}
