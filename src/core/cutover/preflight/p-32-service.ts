/** P-32: the service stands still, complete. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, fail, pass, type Verdict, warn } from './verdict.ts'

const words = {
  good: {
    en: 'Service {name} is steady with {running} tasks.',
    ko: '서비스 {name}이(가) 태스크 {running}개로 안정된 상태입니다.',
  },
  status: { en: 'Service {name} is {status}.', ko: '서비스 {name}이(가) {status} 상태입니다.' },
  none: { en: 'Service {name} wants no tasks.', ko: '서비스 {name}의 원하는 태스크 수가 0입니다.' },
  deploying: { en: 'Deployment in progress.', ko: '배포가 진행 중입니다.' },
  failed: { en: 'The last deployment failed.', ko: '마지막 배포가 실패했습니다.' },
  short: {
    en: '{running} of {desired} tasks are running, {pending} are starting.',
    ko: '태스크 {desired}개 중 {running}개가 실행 중이고 {pending}개가 시작 중입니다.',
  },
  single: {
    en: 'One task is desired: while it is replaced, nothing answers.',
    ko: '원하는 태스크이 1개이므로 교체되는 동안 응답이 없습니다.',
  },
} satisfies Record<string, Text>

export const serviceCheck = defineCheck({
  id: 'P-32',
  group: 'service',
  live: true,
  title: { en: 'Service', ko: '서비스' },
  needs: ['service'],
  check({ service }) {
    const { name, status, desiredCount: desired, runningCount: running, pendingCount: pending } = service
    const wrong: Verdict[] = []
    if (status !== 'ACTIVE') wrong.push(fail(words.status, { name, status }))
    if (desired === 0) wrong.push(fail(words.none, { name }))
    const states = service.deployments.map(({ rolloutState }) => rolloutState)
    // Deployments of other controllers have no rollout state: being alone is all there is to tell.
    if (states.includes('FAILED')) wrong.push(fail(words.failed))
    else if (states.length > 1 || states.includes('IN_PROGRESS')) wrong.push(fail(words.deploying))
    if (running !== desired || pending > 0) wrong.push(fail(words.short, { running, desired, pending }))
    if (desired === 1) wrong.push(warn('one task', words.single))
    return wrong.length > 0 ? wrong : [pass(words.good, { name, running })]
  },
})
