/** G2b: so many requests fail that one minute is enough. */
import { errorRatio, lastMinutes, outOf } from './arithmetic.ts'
import { defineGuard } from './guard.ts'
import { tooFewRequests } from './words.ts'

export const severeErrors = defineGuard({
  id: 'G2b',
  title: { en: 'Severe server errors', ko: '심각한 서버 오류' },
  action: 'abort-now',
  // Minutes may come several at once: none may be missed.
  thresholds: { ratio: 0.2, requests: 50, trips: 1, of: 3 },
  says: {
    ok: {
      en: 'Server errors stay below {threshold, number, ::percent .#} of requests.',
      ko: '서버 오류가 요청의 {threshold, number, ::percent .#} 미만입니다.',
    },
    tripped: {
      en: '{value, number, ::percent .#} of requests failed with 5XX within one minute; the limit is {threshold, number, ::percent .#}.',
      ko: '1분 동안 요청의 {value, number, ::percent .#}이(가) 5XX로 실패했습니다. 한도는 {threshold, number, ::percent .#}입니다.',
    },
    inconclusive: tooFewRequests,
  },
  find: ({ minutes, dedicated }, { ratio, requests, trips, of }) => {
    const values = lastMinutes(minutes, of, (minute) => errorRatio(minute, dedicated, requests))
    return { ...outOf(values, trips, (value) => value >= ratio), threshold: ratio }
  },
})
