/** P-29: the load balancer is not surprised by the legacy's peak. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/capacity-unit-reservation.html */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, info, pass, warn } from './verdict.ts'

const words = {
  good: {
    en: 'The legacy’s peak of {peak, number, ::.#} requests a second needs no preparation.',
    ko: '레거시 최대 초당 요청 {peak, number, ::.#}건은 별도 준비가 필요하지 않습니다.',
  },
  reserved: {
    en: '{units} capacity units are reserved; the legacy’s peak is {peak, number, ::.#} requests a second.',
    ko: '용량 단위 {units}개가 예약되어 있으며, 레거시 최대는 초당 {peak, number, ::.#}건입니다.',
  },
  unknown: { en: 'The legacy’s peak is not known.', ko: '레거시의 최대 요청량을 알 수 없습니다.' },
  high: {
    en: 'Legacy peak is {peak, number, ::.#} requests a second; consider a capacity reservation or slower steps.',
    ko: '레거시 최대가 초당 {peak, number, ::.#}건입니다. 용량 예약이나 더 느린 단계를 고려하세요.',
  },
} satisfies Record<string, Text>

/** Requests a second that a new load balancer takes at once, carefully: it grows by itself, but takes minutes. */
const unprepared = 1000

export const capacityCheck = defineCheck({
  id: 'P-29',
  group: 'load-balancer',
  live: false,
  optional: true,
  title: { en: 'Capacity', ko: '용량' },
  needs: ['baseline', 'capacity'],
  check({ baseline: { peakPerSecond: peak }, capacity: units }) {
    if (peak === undefined) return [info(words.unknown)]
    if (units > 0) return [pass(words.reserved, { units, peak })]
    return [peak <= unprepared ? pass(words.good, { peak }) : warn('peak', words.high, { peak })]
  },
})
