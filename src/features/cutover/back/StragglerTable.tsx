/** What each public resolver answered lately, counted by side. */
import type { HoldEvidence } from '../../../core/cutover/hold/evidence.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { StatusBadge } from '../../../widgets/status-badge/StatusBadge.tsx'
import '../parts/parts.css'
import { resolverCounts } from './straggler.ts'

const words = {
  title: { en: 'Stragglers by resolver', ko: '해석기별 잔여 응답' },
  resolver: { en: 'Resolver', ko: '해석기' },
  type: { en: 'Type', ko: '유형' },
  legacy: { en: 'Legacy', ko: '레거시' },
  fresh: { en: 'New', ko: '신규' },
  other: { en: 'Other', ko: '기타' },
  silent: { en: 'No answer', ko: '응답 없음' },
  state: { en: 'Says', ko: '판단' },
  late: { en: 'Still the legacy', ko: '아직 레거시' },
  gone: { en: 'New side only', ko: '신규만' },
  unclear: { en: 'Not clear', ko: '불분명' },
  quiet: {
    en: 'Public resolvers are not asked: the zone is private, or none is configured. What people attest counts.',
    ko: '프라이빗 영역이거나 구성된 해석기가 없어 퍼블릭 해석기에 묻지 않습니다. 담당자의 확인을 근거로 합니다.',
  },
} satisfies Record<string, Text>

const numbers = ['legacy', 'fresh', 'other', 'silent'] as const

export function StragglerTable({ evidence }: { evidence: HoldEvidence }) {
  const say = useText()
  const counts = resolverCounts(evidence)
  if (!evidence.resolvers) return <div>{say(words.quiet)}</div>
  return (
    <div className="tg-records-box">
      <table className="tg-records" aria-label={say(words.title)}>
        <thead>
          <tr>
            {(['resolver', 'type', ...numbers, 'state'] as const).map((name) => (
              <th key={name} scope="col">
                {say(words[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={`${count.resolver} ${count.type}`}>
              <th scope="row">{count.resolver}</th>
              <td>{count.type}</td>
              {numbers.map((name) => (
                <td key={name} className="tg-figures">
                  {count[name]}
                </td>
              ))}
              <td>
                <Verdict legacy={count.legacy} fresh={count.fresh} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Verdict({ legacy, fresh }: { legacy: number; fresh: number }) {
  const say = useText()
  if (legacy > 0) return <StatusBadge tone="warning">{say(words.late)}</StatusBadge>
  return (
    <StatusBadge tone={fresh > 0 ? 'good' : 'off'}>{say(fresh > 0 ? words.gone : words.unclear)}</StatusBadge>
  )
}
