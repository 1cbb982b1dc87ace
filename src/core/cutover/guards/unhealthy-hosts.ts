/** G4: some targets stay unhealthy. */
import { lastMinutes, outOf } from './arithmetic.ts'
import { defineGuard } from './guard.ts'
import { noValues } from './words.ts'

export const unhealthyHosts = defineGuard({
  id: 'G4',
  title: { en: 'Unhealthy targets', ko: '비정상 대상' },
  action: 'pause',
  thresholds: { hosts: 0, trips: 3, of: 5 },
  says: {
    ok: { en: 'No targets stay unhealthy.', ko: '계속 비정상인 대상이 없습니다.' },
    tripped: {
      en: '{value, plural, one {# target was} other {# targets were}} unhealthy in {trips, number} of the last {of, number} minutes.',
      ko: '최근 {of, number}분 중 {trips, number}분 동안 대상 {value, number}개가 비정상이었습니다.',
    },
    inconclusive: noValues,
  },
  find: ({ minutes }, { hosts, trips, of }) => {
    const values = lastMinutes(minutes, of, ({ unhealthyHosts: count }) => count)
    return { ...outOf(values, trips, (value) => value > hosts), threshold: hosts }
  },
})
