/** G2c: clients are refused more often than before: missing paths, sign-ins that do not carry over. */
import { clientErrorRatio, lastMinutes, outOf } from './arithmetic.ts'
import { defineGuard } from './guard.ts'
import { tooFewRequests } from './words.ts'

export const clientErrors = defineGuard({
  id: 'G2c',
  title: { en: 'Client errors', ko: '클라이언트 오류' },
  action: 'pause',
  thresholds: { overBaseline: 0.1, requests: 50, trips: 2, of: 3 },
  says: {
    ok: {
      en: 'Client errors stay below {threshold, number, ::percent .#} of requests.',
      ko: '클라이언트 오류가 요청의 {threshold, number, ::percent .#} 미만입니다.',
    },
    tripped: {
      en: '{value, number, ::percent .#} of requests were answered with 4XX in {trips, number} of the last {of, number} minutes; the limit is {threshold, number, ::percent .#}.',
      ko: '최근 {of, number}분 중 {trips, number}분 동안 요청의 {value, number, ::percent .#}에 4XX로 응답했습니다. 한도는 {threshold, number, ::percent .#}입니다.',
    },
    inconclusive: tooFewRequests,
  },
  find: ({ minutes, dedicated, baseline }, { overBaseline, requests, trips, of }) => {
    const threshold = (baseline.clientErrorRatio ?? 0) + overBaseline
    const values = lastMinutes(minutes, of, (minute) => clientErrorRatio(minute, dedicated, requests))
    return { ...outOf(values, trips, (value) => value >= threshold), threshold }
  },
})
