/** P-33: nothing is being deployed, and a bad deployment would be taken back by itself. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, fail, pass, type Verdict, warn } from './verdict.ts'

const words = {
  good: {
    en: 'No deployment is under way; a failed one is rolled back by itself.',
    ko: '진행 중인 배포가 없으며, 실패한 배포는 자동으로 롤백됩니다.',
  },
  running: { en: 'A service deployment is {status}.', ko: '서비스 배포가 {status} 상태입니다.' },
  unguarded: { en: 'No automatic deployment rollback.', ko: '자동 배포 롤백이 꺼져 있습니다.' },
} satisfies Record<string, Text>

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html */
const underWay = /^(PENDING|IN_PROGRESS|STOP_REQUESTED|ROLLBACK_REQUESTED|ROLLBACK_IN_PROGRESS)$/

export const deploymentsCheck = defineCheck({
  id: 'P-33',
  group: 'service',
  live: false,
  title: { en: 'Deployments', ko: '배포' },
  needs: ['deployments', 'service'],
  check({ deployments, service: { circuitBreaker, deploymentAlarms } }) {
    const verdicts: Verdict[] = deployments
      .filter(({ status }) => underWay.test(status))
      .map(({ status, arn }) => fail(words.running, { status }, { evidence: [arn] }))
    const guards = [circuitBreaker, deploymentAlarms]
    if (!guards.some((guard) => guard?.enable && guard.rollback))
      verdicts.push(warn('no rollback', words.unguarded))
    return verdicts.length > 0 ? verdicts : [pass(words.good)]
  },
})
