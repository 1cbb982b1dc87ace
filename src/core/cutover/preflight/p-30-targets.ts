/** P-30: enough healthy targets, and none that come or go. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, fail, pass, type Verdict, warn } from './verdict.ts'

const words = {
  good: {
    en: 'All {count} targets are healthy.',
    ko: '대상 {count}개가 모두 정상입니다.',
  },
  none: { en: 'No healthy target.', ko: '정상 대상이 없습니다.' },
  few: {
    en: '{healthy, plural, one {# target is} other {# targets are}} healthy, {desired} desired.',
    ko: '정상 대상 {healthy}개, 원하는 수 {desired}개입니다.',
  },
  state: {
    en: '{count, plural, one {# target is} other {# targets are}} {state}.',
    ko: '대상 {count}개가 {state} 상태입니다.',
  },
} satisfies Record<string, Text>

export const targetsCheck = defineCheck({
  id: 'P-30',
  group: 'targets',
  live: true,
  title: { en: 'Targets', ko: '대상' },
  needs: ['targets', 'service'],
  check({ targets, service: { desiredCount: desired } }) {
    const healthy = targets.filter(({ state }) => state === 'healthy').length
    const others = targets.filter(({ state }) => state !== 'healthy')
    const evidence = others.map(({ id, port, state, reason }) =>
      [id, port, state, reason].filter((word) => word !== undefined).join(' '),
    )
    if (healthy === 0) return [fail(words.none, {}, { evidence })]
    const verdicts: Verdict[] = [...new Set(others.map(({ state }) => state))].map((state) =>
      warn(
        state,
        words.state,
        { state, count: others.filter((other) => other.state === state).length },
        { evidence },
      ),
    )
    if (healthy < 2 || healthy !== desired)
      verdicts.push(warn(`${healthy} of ${desired}`, words.few, { healthy, desired }))
    return verdicts.length > 0 ? verdicts : [pass(words.good, { count: healthy })]
  },
})
