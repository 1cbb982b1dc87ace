/** A write whose answer never came: whether it was done is read from the zone, and nothing is guessed meanwhile. */
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Ago } from '../../../ui/Age.tsx'
import { wantWords } from '../parts/log-words.ts'
import { RefusalText } from './RefusalText.tsx'
import { Situation } from './Situation.tsx'

const words = {
  title: { en: 'The outcome is being read', ko: '결과를 읽는 중입니다' },
  known: {
    en: 'Sent was: {want}. No good answer came back.',
    ko: '보낸 작업: {want}. 정상 응답을 받지 못했습니다.',
  },
  sent: { en: 'Sent', ko: '전송' },
  safe: {
    en: 'Each attempt has a mark of its own in the zone: reading it tells which one was done, and an attempt that comes late is refused.',
    ko: '시도마다 영역에 고유한 표시를 남기므로, 읽으면 어느 것이 적용되었는지 알 수 있고 늦게 도착한 시도는 거부됩니다.',
  },
  next: {
    en: 'Wait: it is read again every few seconds, and this page goes on by itself. A rollback that you ask for now is sent as soon as the outcome is known.',
    ko: '기다리세요. 몇 초마다 다시 읽으며 자동으로 계속합니다. 지금 롤백을 요청하면 결과를 아는 즉시 보냅니다.',
  },
} satisfies Record<string, Text>

export function IndeterminateState({ view: { run } }: { view: CutoverView }) {
  const say = useText()
  const { intent, plan } = run
  if (!intent) return null
  return (
    <Situation
      title={say(words.title)}
      tone="moving"
      known={
        <>
          {say(words.known, { want: wantWords(intent.want, plan, say) })}{' '}
          {intent.sentAt !== undefined && (
            <>
              {say(words.sent)} <Ago at={intent.sentAt} />.
            </>
          )}
        </>
      }
      safe={say(words.safe)}
      next={say(words.next)}
    >
      {intent.trouble && <RefusalText trouble={intent.trouble} plan={plan} />}
    </Situation>
  )
}
