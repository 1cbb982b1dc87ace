/** P-37: no alarm that guards the cutover rings already. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, fail, info, pass, type Verdict, warn } from './verdict.ts'

const words = {
  good: { en: 'No chosen alarm is in ALARM.', ko: '선택한 경보 중 ALARM 상태가 없습니다.' },
  none: { en: 'No alarm guards the cutover.', ko: '전환을 감시하는 경보가 없습니다.' },
  alarm: { en: 'Alarm {name} is already in ALARM.', ko: '경보 {name}이(가) 이미 ALARM 상태입니다.' },
  blind: {
    en: 'Alarm {name} has too little data to judge.',
    ko: '경보 {name}의 데이터가 부족합니다.',
  },
  gone: { en: 'Alarm {name} does not exist.', ko: '경보 {name}이(가) 없습니다.' },
} satisfies Record<string, Text>

export const alarmsCheck = defineCheck({
  id: 'P-37',
  group: 'service',
  live: false,
  optional: true,
  title: { en: 'Alarms', ko: '경보' },
  needs: ['subject', 'alarms'],
  check({ subject: { alarmNames }, alarms }) {
    if (alarmNames.length === 0) return [info(words.none)]
    const verdicts = alarmNames.flatMap((name) => judge(name, alarms.find((one) => one.name === name)?.state))
    return verdicts.length > 0 ? verdicts : [pass(words.good)]
  },
})

function judge(name: string, state: string | undefined): Verdict[] {
  if (state === undefined) return [fail(words.gone, { name })]
  if (state === 'ALARM') return [fail(words.alarm, { name })]
  return state === 'OK' ? [] : [warn(name, words.blind, { name })]
}
