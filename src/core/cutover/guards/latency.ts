/** G3: answers take longer than they did before. */
import { lastMinutes, outOf } from './arithmetic.ts'
import { defineGuard } from './guard.ts'
import { noValues } from './words.ts'

export const latency = defineGuard({
  id: 'G3',
  title: { en: 'Response time', ko: '응답 시간' },
  action: 'pause',
  thresholds: { seconds: 1, timesBaseline: 2, trips: 3, of: 5 },
  says: {
    ok: {
      en: 'The 95th percentile of response times stays below {threshold, number, ::.0##} s.',
      ko: '응답 시간의 95 백분위수가 {threshold, number, ::.0##}초 미만입니다.',
    },
    tripped: {
      en: 'The 95th percentile of response times reached {value, number, ::.0##} s in {trips, number} of the last {of, number} minutes; the limit is {threshold, number, ::.0##} s.',
      ko: '최근 {of, number}분 중 {trips, number}분 동안 응답 시간의 95 백분위수가 {value, number, ::.0##}초에 이르렀습니다. 한도는 {threshold, number, ::.0##}초입니다.',
    },
    inconclusive: noValues,
  },
  find: ({ minutes, baseline }, { seconds, timesBaseline, trips, of }) => {
    const threshold = Math.max(seconds, timesBaseline * (baseline.p95 ?? 0))
    const values = lastMinutes(minutes, of, ({ p95 }) => p95)
    return { ...outOf(values, trips, (value) => value >= threshold), threshold }
  },
})
