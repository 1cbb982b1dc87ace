/** G8: somebody changed the records. */
import { defineGuard } from './guard.ts'

export const recordsInPlace = defineGuard({
  id: 'G8',
  title: { en: 'Records', ko: '레코드' },
  action: 'pause',
  thresholds: {},
  says: {
    ok: { en: 'The records are as planned.', ko: '레코드가 계획과 같습니다.' },
    tripped: {
      en: 'The records were changed by somebody else.',
      ko: '다른 누군가가 레코드를 변경했습니다.',
    },
    inconclusive: { en: 'The records could not be read.', ko: '레코드를 읽지 못했습니다.' },
  },
  find: ({ drift }) => {
    if (drift === undefined) return { state: 'inconclusive' }
    return { state: drift ? 'tripped' : 'ok' }
  },
})
