/** V-7: no guard tripped while the state was watched for as long as it must be. */
import { found, type Verification } from './verification.ts'

const unmoved = { en: 'Nothing has moved yet that guards would watch.', ko: '아직 감시할 이동이 없습니다.' }
const held = { en: 'Tripped: {guards}.', ko: '작동한 보호 장치: {guards}.' }
const little = {
  en: 'Too little was measured to judge by: wait for more, or somebody must accept that.',
  ko: '판단할 측정값이 너무 적습니다. 더 기다리거나 누군가 수락해야 합니다.',
}
const accepted = {
  en: 'There was too little traffic to judge by, which was accepted.',
  ko: '판단하기에 트래픽이 너무 적었지만 수락되었습니다.',
}
const watching = {
  en: 'Green for {minutes, number} of {needed, number} minutes.',
  ko: '{needed, number}분 중 {minutes, number}분 동안 이상이 없습니다.',
}
const whole = {
  en: 'Green for the whole {needed, number} minutes.',
  ko: '{needed, number}분 내내 이상이 없습니다.',
}

export const guardsGreen: Verification = {
  id: 'V-7',
  title: { en: 'Guards', ko: '보호 장치' },
  verify: ({ now, plan, state, inSyncAt = now, waitMs, guards, tooLittleAccepted }) => {
    if ((plan.states[state]?.share ?? 0) === 0) return found('pass', unmoved)
    if (guards.held !== 'ok')
      return guards.by.every((id) => id === 'G9')
        ? found('waiting', little)
        : found('fail', held, { guards: guards.by.join(', ') })
    const green = (guards.readUntil ?? now) - Math.max(inSyncAt, guards.cleanSince ?? now)
    const needed = waitMs / 60_000
    if (green < waitMs)
      return found('waiting', watching, { minutes: Math.max(0, Math.floor(green / 60_000)), needed })
    return tooLittleAccepted ? found('warn', accepted) : found('pass', whole, { needed })
  },
}
