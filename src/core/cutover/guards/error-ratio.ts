/** G2: requests fail more often than they did before. */
import { errorRatio, lastMinutes, outOf } from './arithmetic.ts'
import { defineGuard } from './guard.ts'
import { tooFewRequests } from './words.ts'

export const failingRequests = defineGuard({
  id: 'G2',
  title: { en: 'Server errors', ko: '서버 오류' },
  action: 'abort',
  thresholds: { ratio: 0.02, timesBaseline: 3, requests: 50, trips: 2, of: 3 },
  says: {
    ok: {
      en: 'Server errors stay below {threshold, number, ::percent .#} of requests.',
      ko: '서버 오류가 요청의 {threshold, number, ::percent .#} 미만입니다.',
    },
    tripped: {
      en: '{value, number, ::percent .#} of requests failed with 5XX in {trips, number} of the last {of, number} minutes; the limit is {threshold, number, ::percent .#}.',
      ko: '최근 {of, number}분 중 {trips, number}분 동안 요청의 {value, number, ::percent .#}이(가) 5XX로 실패했습니다. 한도는 {threshold, number, ::percent .#}입니다.',
    },
    inconclusive: tooFewRequests,
  },
  find: ({ minutes, dedicated, baseline }, { ratio, timesBaseline, requests, trips, of }) => {
    const threshold = Math.max(ratio, timesBaseline * (baseline.errorRatio ?? 0))
    const values = lastMinutes(minutes, of, (minute) => errorRatio(minute, dedicated, requests))
    return { ...outOf(values, trips, (value) => value >= threshold), threshold }
  },
})
