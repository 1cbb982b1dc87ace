/** G6: an alarm that the person chose is in ALARM. */
import { defineGuard, type Finding } from './guard.ts'

export const alarmsRing = defineGuard({
  id: 'G6',
  title: { en: 'CloudWatch alarms', ko: 'CloudWatch 경보' },
  action: 'abort',
  thresholds: {},
  says: {
    ok: {
      en: '{count, plural, =0 {No alarm was chosen.} one {# chosen alarm is OK.} other {# chosen alarms are OK.}}',
      ko: '{count, plural, =0 {선택한 경보가 없습니다.} other {선택한 경보 #개가 OK 상태입니다.}}',
    },
    tripped: { en: 'In ALARM: {names}.', ko: 'ALARM 상태: {names}.' },
    inconclusive: {
      en: '{count, plural, =0 {The alarms could not be read.} other {Without a known state: {names}.}}',
      ko: '{count, plural, =0 {경보를 읽지 못했습니다.} other {상태를 알 수 없음: {names}.}}',
    },
  },
  find: ({ alarms }): Finding => {
    if (!alarms) return { state: 'inconclusive', values: { count: 0, names: '' } }
    const ringing = alarms.filter(({ state }) => state === 'ALARM')
    const unknown = alarms.filter(({ state }) => state !== 'ALARM' && state !== 'OK')
    if (ringing.length > 0)
      return { state: 'tripped', value: ringing.length, threshold: 0, values: { names: namesOf(ringing) } }
    return unknown.length > 0
      ? { state: 'inconclusive', values: { count: unknown.length, names: namesOf(unknown) } }
      : { state: 'ok', values: { count: alarms.length } }
  },
})

function namesOf(alarms: readonly { name: string }[]): string {
  return alarms.map(({ name }) => name).join(', ')
}
