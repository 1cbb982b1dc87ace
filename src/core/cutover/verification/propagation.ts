/** V-1: every name server of Route 53 has the change. https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html */
import { blindPropagation, slowPropagation } from '../timing.ts'
import { found, type Verification } from './verification.ts'

const inSync = { en: 'The change is INSYNC.', ko: '변경이 INSYNC 상태입니다.' }
const blind = {
  en: 'AWS does not say whether the change is INSYNC; {seconds, number} s have passed, which is normally enough.',
  ko: 'AWS가 변경의 INSYNC 여부를 알려 주지 않습니다. 보통 충분한 시간인 {seconds, number}초가 지났습니다.',
}
const pending = { en: 'The change is still PENDING.', ko: '변경이 아직 PENDING 상태입니다.' }
const slow = {
  en: 'The change has been PENDING for {minutes, number} minutes, far longer than the usual one. Nothing goes on before it is INSYNC.',
  ko: '변경이 {minutes, number}분 동안 PENDING 상태이며 평소의 1분보다 훨씬 깁니다. INSYNC가 될 때까지 진행하지 않습니다.',
}

export const propagation: Verification = {
  id: 'V-1',
  title: { en: 'Change propagated', ko: '변경 전파' },
  verify: ({ change, now }) => {
    if (!change) return found('waiting', pending)
    const age = now - change.submittedAt
    if (change.status === 'INSYNC') return found('pass', inSync)
    if (change.status === 'unknown' && age >= blindPropagation)
      return found('warn', blind, { seconds: Math.floor(age / 1000) })
    return age > slowPropagation
      ? found('waiting', slow, { minutes: Math.floor(age / 60_000) })
      : found('waiting', pending)
  },
}
