/** What the hostname is answered with now: by Route 53 itself, and by each public resolver with the time that its cache has left. */
import Icon, { type IconProps } from '@cloudscape-design/components/icon'
import { useQuery } from '@tanstack/react-query'
import { standingState } from '../../../core/cutover/standing.ts'
import { expectedShares, type Side } from '../../../core/cutover/verification/sides.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import { answersQuery, type DnsAnswer, type DnsAnswers } from '../../../data/cutover/answers.ts'
import { intervals } from '../../../data/polling.ts'
import { useAws } from '../../../data/session.ts'
import { useLastRead } from '../../../data/use-last-read.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Block } from '../../../ui/Block.tsx'
import { useBlockState } from '../../../widgets/problem/block-state.ts'
import { Countdown } from '../parts/Countdown.tsx'
import { BlockNote, keepsLast } from './BlockNote.tsx'

const words = {
  title: { en: 'DNS answers', ko: 'DNS 응답' },
  about: {
    en: 'One sample each; resolvers have many caches.',
    ko: '각 1회 표본이며 해석기에는 캐시가 여러 개 있습니다.',
  },
  quiet: {
    en: 'Public resolvers are not asked about this name.',
    ko: '이 이름은 퍼블릭 해석기에 묻지 않습니다.',
  },
  unmoved: {
    en: 'No record is moved: what is answered stays as it is.',
    ko: '레코드를 옮기지 않으므로 응답은 그대로입니다.',
  },
  who: { en: 'Who answers', ko: '응답자' },
  answer: { en: 'Answer', ko: '응답' },
  leads: { en: 'Leads to', ko: '연결 대상' },
  left: { en: 'Forgets in', ko: '남은 TTL' },
  route53: { en: 'Route 53, authoritative', ko: 'Route 53(권한 있는 응답)' },
  asked: { en: '{share} % new by the records', ko: '레코드상 신규 {share}%' },
  legacy: { en: 'legacy', ko: '레거시' },
  ours: { en: 'new', ko: '신규' },
  unknown: { en: 'other', ko: '기타' },
  silent: { en: 'no answer', ko: '응답 없음' },
} satisfies Record<string, Text>

const icons: Record<Side | 'silent', IconProps.Name> = {
  legacy: 'history',
  ours: 'status-positive',
  unknown: 'status-warning',
  silent: 'status-stopped',
}

export function AnswersBlock({ session }: { session: CutoverSession }) {
  const aws = useAws()
  const say = useText()
  const query = useLastRead(useQuery(answersQuery(aws, session)))
  const state = useBlockState(query, { intervalMs: intervals.answers.steady })
  const { data } = query
  const { run } = session.get()
  // What the records ask for is known without asking anybody.
  const expected = expectedShares(run.plan, standingState(run))
  return (
    <Block
      title={words.title}
      state={state}
      description={<BlockNote state={state} note={say(aboutOf(data, expected.length))} />}
      saysProblem={keepsLast(state)}
      skeletonLines={9}
      fitHeight
    >
      <div className="tg-dns-answers">
        <table className="tg-records" aria-label={say(words.title)}>
          <thead>
            <tr>
              {[words.who, words.answer, words.leads, words.left].map((each) => (
                <th key={each.en} scope="col">
                  {say(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data?.answers.map((answer) => (
              <Row
                key={`${answer.resolver ?? ''} ${answer.type}`}
                answer={answer}
                share={expected.find(({ type }) => type === answer.type)?.share}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Block>
  )
}

function aboutOf(answers: DnsAnswers | undefined, moved: number): Text {
  if (moved === 0) return words.unmoved
  return answers?.isQuiet ? words.quiet : words.about
}

function Row({ answer, share }: { answer: DnsAnswer; share: number | undefined }) {
  const say = useText()
  const { resolver, type, outcome, data, side, until } = answer
  const leads = side ?? 'silent'
  const shown = data.length > 0 ? data.join(', ') : outcome
  return (
    <tr>
      <th scope="row">
        {resolver ?? say(words.route53)} · {type}
      </th>
      <td>
        <code className="tg-answer" title={shown}>
          {shown}
        </code>
      </td>
      <td className="tg-side">
        <Icon name={icons[leads]} /> {say(words[leads])}
        {resolver === undefined && share !== undefined && (
          <div className="tg-quiet">{say(words.asked, { share })}</div>
        )}
      </td>
      <td className="tg-figures">{until === undefined ? '–' : <Countdown until={until} />}</td>
    </tr>
  )
}
