/** V-6: the targets of the service are healthy. */
import type { Target } from '../../elb/target-group.ts'
import { found, type Verification } from './verification.ts'

/** One target alone is an outage away from none. */
const leastHealthy = 2

const unread = { en: 'The health of the targets has not been read.', ko: '대상의 상태를 읽지 못했습니다.' }
const none = { en: 'No target is healthy: {others}.', ko: '정상인 대상이 없습니다: {others}.' }
const some = {
  en: 'Healthy targets: {healthy, number}, desired: {desired, number}. Others: {others}.',
  ko: '정상 대상 {healthy, number}개, 원하는 수 {desired, number}개. 그 외: {others}.',
}
const all = {
  en: 'All {healthy, number} targets are healthy.',
  ko: '대상 {healthy, number}개가 모두 정상입니다.',
}

export const targetsHealthy: Verification = {
  id: 'V-6',
  title: { en: 'Target health', ko: '대상 상태' },
  verify: ({ targets, desired }) => {
    if (!targets || desired === undefined) return found('waiting', unread)
    const healthy = targets.filter(({ state }) => state === 'healthy').length
    const others = targets.filter(({ state }) => state !== 'healthy').map(described)
    const values = { healthy, desired, others: others.join(', ') || '–' }
    if (healthy === 0) return found('fail', none, values)
    const isWhole = healthy >= leastHealthy && healthy === desired && others.length === 0
    return isWhole ? found('pass', all, values) : found('warn', some, values)
  },
}

function described({ id, state, reason }: Target): string {
  return [id, state, ...(reason === undefined ? [] : [reason])].join(' ')
}
