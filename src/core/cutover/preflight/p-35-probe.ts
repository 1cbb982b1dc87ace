/** P-35: somebody outside reached the new side with the real hostname before anything moved. */
import type { Text } from '../../../i18n/text.ts'
import { type HealthObservation, isSuccess } from '../../dns/health-check.ts'
import { defineCheck, fail, info, pass, type Verdict, warn } from './verdict.ts'

const words = {
  good: {
    en: '{good} of {all} checkers around the world reached the new side with the real hostname.',
    ko: '전 세계 검사기 {all}개 중 {good}개가 실제 호스트 이름으로 새 대상에 도달했습니다.',
  },
  bad: {
    en: 'Only {good} of {all} checkers reached the new side with the real hostname.',
    ko: '검사기 {all}개 중 {good}개만 실제 호스트 이름으로 새 대상에 도달했습니다.',
  },
  silent: {
    en: 'No checker has said anything about the new side yet.',
    ko: '아직 새 대상에 대해 보고한 검사기가 없습니다.',
  },
  left: {
    en: 'The health check {id} of the probe could not be deleted. Delete it by hand: it costs money.',
    ko: '확인에 사용한 상태 확인 {id}을(를) 삭제하지 못했습니다. 비용이 발생하므로 직접 삭제하세요.',
  },
  attested: {
    en: 'Somebody reached the new side with the real hostname: {note}',
    ko: '실제 호스트 이름으로 새 대상에 도달했다고 확인되었습니다: {note}',
  },
  skipped: {
    en: 'New stack was never reached with the real hostname.',
    ko: '실제 호스트 이름으로 새 스택에 도달한 적이 없습니다.',
  },
} satisfies Record<string, Text>

/** Share of checkers that must succeed. */
const enough = 0.8

export const probeCheck = defineCheck({
  id: 'P-35',
  group: 'targets',
  live: false,
  title: { en: 'Probe with the real hostname', ko: '실제 호스트 이름으로 확인' },
  needs: ['probe'],
  check({ probe }) {
    if (probe.kind === 'skipped') return [warn('skipped', words.skipped)]
    if (probe.kind === 'attested') return [pass(words.attested, { note: probe.note })]
    const { observations, leftBehind } = probe
    const left = leftBehind === undefined ? [] : [info(words.left, { id: leftBehind })]
    return [judge(observations), ...left]
  },
})

function judge(observations: readonly HealthObservation[]): Verdict {
  const all = observations.length
  const good = observations.filter(isSuccess).length
  if (all === 0) return warn('silent', words.silent)
  const evidence = [...new Set(observations.map(({ status }) => status))]
  return good / all >= enough ? pass(words.good, { good, all }) : fail(words.bad, { good, all }, { evidence })
}
