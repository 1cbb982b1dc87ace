/** V-9: the person's own list of things to try. */
import { found, type Verification } from './verification.ts'

const open = { en: 'Not ticked off yet: {labels}.', ko: '아직 확인하지 않음: {labels}.' }
const done = {
  en: '{count, plural, =0 {There is nothing on the list.} one {The only item is ticked off.} other {All # items are ticked off.}}',
  ko: '{count, plural, =0 {목록이 비어 있습니다.} other {항목 #개를 모두 확인했습니다.}}',
}

export const smokeTested: Verification = {
  id: 'V-9',
  title: { en: 'Own checklist', ko: '사용자 체크리스트' },
  verify: ({ smoke }) => {
    const left = smoke.filter(({ ticked }) => !ticked).map(({ label }) => label)
    return left.length > 0
      ? found('waiting', open, { labels: left.join(', ') })
      : found('pass', done, { count: smoke.length })
  },
}
