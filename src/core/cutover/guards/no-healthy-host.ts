/** G1: no target can answer. */
import { defineGuard, type Finding } from './guard.ts'

/** DescribeTargetHealth must say so this many times in a row: one answer may be in the middle of a replacement. */
const inARow = 2

export const noHealthyHost = defineGuard({
  id: 'G1',
  title: { en: 'Healthy targets', ko: '정상 대상' },
  action: 'abort-now',
  thresholds: { hosts: 1 },
  says: {
    ok: { en: 'Targets are healthy: {value, number}.', ko: '정상 대상이 {value, number}개입니다.' },
    tripped: {
      en: 'Healthy targets: {value, number}; at least {hosts, number} must be.',
      ko: '정상 대상이 {value, number}개입니다. 최소 {hosts, number}개여야 합니다.',
    },
    inconclusive: {
      en: 'It is not known how many targets are healthy.',
      ko: '정상 대상이 몇 개인지 알 수 없습니다.',
    },
  },
  find: ({ minutes, healthyTargets }, { hosts }): Finding => {
    const measured = minutes.at(-1)?.healthyHosts
    const asked = healthyTargets.slice(-inARow)
    const best = asked.length === 0 ? undefined : Math.max(...asked)
    const known = [measured, best].filter((count) => count !== undefined)
    const found = { ...(known.length > 0 && { value: Math.min(...known) }), threshold: hosts }
    const isEmpty = asked.length === inARow && Math.max(...asked) < hosts
    if ((measured ?? hosts) < hosts || isEmpty) return { state: 'tripped', ...found }
    const isSeen = known.length === 2 && known.every((count) => count >= hosts)
    return { state: isSeen ? 'ok' : 'inconclusive', ...found }
  },
})
