/** P-36: what a rollback leads back to still exists. */
import type { Text } from '../../../i18n/text.ts'
import type { LegacyPart } from './facts.ts'
import { defineCheck, fail, info, pass } from './verdict.ts'

const words = {
  good: { en: 'Everything that a rollback leads back to exists.', ko: '롤백 대상이 모두 존재합니다.' },
  gone: { en: 'Rollback target is gone: {value}.', ko: '롤백 대상이 사라졌습니다: {value}.' },
  check: {
    en: 'Health check {value} of the original records is gone: Route 53 would refuse to put them back.',
    ko: '원본 레코드의 상태 확인 {value}이(가) 사라졌습니다. Route 53이 복원을 거부합니다.',
  },
  unknown: {
    en: '{value} lies outside of this account: keep it running until the cutover is over.',
    ko: '{value}은(는) 이 계정 밖에 있습니다. 전환이 끝날 때까지 계속 실행하세요.',
  },
} satisfies Record<string, Text>

export const legacyCheck = defineCheck({
  id: 'P-36',
  group: 'targets',
  live: true,
  title: { en: 'Way back', ko: '되돌아갈 대상' },
  needs: ['legacy'],
  check({ legacy }) {
    const gone = legacy.filter(({ state }) => state === 'gone')
    if (gone.length > 0)
      return gone.map((part) => fail(part.kind === 'health-check' ? words.check : words.gone, valuesOf(part)))
    const unknown = legacy.filter(({ state }) => state === 'unknown')
    const evidence = legacy.map(({ value, owner = '' }) => `${value} ${owner}`.trim())
    return [
      ...unknown.map((part) => info(words.unknown, valuesOf(part))),
      ...(unknown.length < legacy.length || legacy.length === 0 ? [pass(words.good, {}, { evidence })] : []),
    ]
  },
})

function valuesOf({ value, owner }: LegacyPart): { value: string } {
  return { value: owner === undefined ? value : `${value} (${owner})` }
}
