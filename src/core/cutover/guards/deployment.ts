/** G7: the ECS service changes under the traffic, or cannot keep its tasks running. */
import { defineGuard, type Finding } from './guard.ts'

const started = {
  en: 'A new deployment of the service started during the cutover.',
  ko: '전환 중에 서비스의 새 배포가 시작되었습니다.',
}
const below = {
  en: 'For {minutes, number} minutes {running, number} of {desired, number} tasks have been running.',
  ko: '{minutes, number}분 동안 태스크 {desired, number}개 중 {running, number}개만 실행 중입니다.',
}

export const deploymentSteady = defineGuard({
  id: 'G7',
  title: { en: 'ECS deployment', ko: 'ECS 배포' },
  action: 'pause',
  thresholds: { belowMs: 5 * 60_000 },
  says: {
    ok: {
      en: 'The service runs {running, number} of {desired, number} tasks, without a new deployment.',
      ko: '서비스가 새 배포 없이 태스크 {desired, number}개 중 {running, number}개를 실행하고 있습니다.',
    },
    tripped: { en: 'A deployment of the service failed.', ko: '서비스의 배포가 실패했습니다.' },
    inconclusive: { en: 'The service could not be read.', ko: '서비스를 읽지 못했습니다.' },
  },
  find: ({ service, now }, { belowMs }): Finding => {
    if (!service) return { state: 'inconclusive' }
    const { running, desired, failed, deployment, expectedDeployment, belowSince = now } = service
    if (failed) return { state: 'tripped' }
    if (expectedDeployment !== undefined && deployment !== expectedDeployment)
      return { state: 'tripped', text: started }
    const value = now - belowSince
    const minutes = Math.floor(value / 60_000)
    if (running < desired && value >= belowMs)
      return {
        state: 'tripped',
        value,
        threshold: belowMs,
        text: below,
        values: { running, desired, minutes },
      }
    return { state: 'ok', value, threshold: belowMs, values: { running, desired } }
  },
})

/** Since when fewer tasks run than desired, with what the evaluation before knew; undefined while all run. */
export function tasksBelowSince(
  before: { belowSince?: number } | undefined,
  { running, desired }: { running: number; desired: number },
  now: number,
): number | undefined {
  return running < desired ? (before?.belowSince ?? now) : undefined
}
