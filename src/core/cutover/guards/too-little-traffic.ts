/** G9: too little traffic to judge by. Never a failure: a person decides whether it is enough. */
import type { Text } from '../../../i18n/text.ts'
import { lastMinutes, requestsOf } from './arithmetic.ts'
import { defineGuard } from './guard.ts'

const tooLittle: Text = {
  en: 'Too little traffic to judge: {value, plural, one {# request} other {# requests}} in {of, number} minutes.',
  ko: '판단하기에 트래픽이 너무 적습니다. {of, number}분 동안 요청 {value, number}건.',
}

const unread: Text = {
  en: 'CloudWatch cannot be read: nothing can be judged.',
  ko: 'CloudWatch를 읽을 수 없어 아무것도 판단할 수 없습니다.',
}

export const enoughTraffic = defineGuard({
  id: 'G9',
  title: { en: 'Traffic to judge by', ko: '판단할 트래픽' },
  action: 'pause',
  thresholds: { requests: 50, of: 3 },
  says: {
    ok: {
      en: 'There is enough traffic to judge by, or none is asked for: {value, plural, one {# request} other {# requests}} in {of, number} minutes.',
      ko: '판단할 트래픽이 충분하거나 필요하지 않습니다. {of, number}분 동안 요청 {value, number}건.',
    },
    tripped: tooLittle,
    inconclusive: tooLittle,
  },
  find: ({ share, minutes, isUnread, dedicated, tooLittleAccepted }, { requests, of }) => {
    if (isUnread && share > 0)
      return { state: tooLittleAccepted ? 'ok' : 'inconclusive', threshold: requests, text: unread }
    const counts = lastMinutes(minutes, of, (minute) => requestsOf(minute, dedicated))
    const value = counts.reduce<number>((sum, count = 0) => sum + count, 0)
    const isEnough = share === 0 || tooLittleAccepted || counts.some((count = 0) => count >= requests)
    return { state: isEnough ? 'ok' : 'inconclusive', value, threshold: requests }
  },
})
