/** V-8: requests arrive on the new side, about as many as the weights say. */
import { found, type Verification } from './verification.ts'

/** ms after INSYNC within which the first requests must show: three periods, and as long as metrics come late. */
const firstWithin = 7 * 60_000

/** Requests of both sides below which their ratio says nothing. */
const enough = 300

/** DNS weights share out answers, not requests: within this factor is as expected. */
const factor = 3

const unmoved = {
  en: 'No requests are expected on the new side yet.',
  ko: '아직 새 쪽에 요청이 예상되지 않습니다.',
}
const none = { en: 'No request has arrived on the new side yet.', ko: '아직 새 쪽에 도착한 요청이 없습니다.' }
const nothing = {
  en: 'No request has arrived on the new side in {minutes, number} minutes.',
  ko: '{minutes, number}분 동안 새 쪽에 도착한 요청이 없습니다.',
}
const unread = {
  en: 'Requests of the new side could not be read from CloudWatch.',
  ko: 'CloudWatch에서 새 쪽 요청을 읽지 못했습니다.',
}
const uneven = {
  en: '{ratio, number, ::percent .#} of {all, number} requests arrive on the new side, where {share, number} % of the answers lead.',
  ko: '응답의 {share, number}%가 새 쪽이지만 요청 {all, number}건의 {ratio, number, ::percent .#}이(가) 새 쪽에 도착합니다.',
}
const arrives = {
  en: 'Requests arrive on the new side: {ours, number}.',
  ko: '새 쪽에 요청이 도착합니다: {ours, number}건.',
}

export const trafficArrives: Verification = {
  id: 'V-8',
  title: { en: 'Traffic arrives', ko: '트래픽 도착' },
  verify: ({ plan, state, traffic: { ours, legacy }, now, inSyncAt = now, tooLittleAccepted }) => {
    const share = plan.states[state]?.share ?? 0
    if (share === 0) return found('pass', unmoved)
    if (!ours) {
      const waited = now - inSyncAt
      if (waited <= firstWithin) return found('waiting', ours === undefined ? unread : none)
      const missing = tooLittleAccepted ? 'warn' : 'fail'
      if (ours === undefined) return found(missing, unread)
      return found(missing, nothing, { minutes: Math.floor(waited / 60_000) })
    }
    if (legacy === undefined || isAsWeighted(share / 100, ours, legacy))
      return found('pass', arrives, { ours })
    return found('warn', uneven, { ratio: ours / (ours + legacy), all: ours + legacy, share })
  },
}

function isAsWeighted(wanted: number, ours: number, legacy: number): boolean {
  const all = ours + legacy
  const ratio = ours / all
  return all < enough || (ratio >= wanted / factor && ratio <= wanted * factor)
}
