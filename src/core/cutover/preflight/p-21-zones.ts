/** P-21: neither the load balancer nor the tasks stand in one Availability Zone only. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, pass, type Verdict, warn } from './verdict.ts'

const words = {
  good: {
    en: 'Load balancer and healthy tasks are in {zones}.',
    ko: '로드 밸런서와 정상 태스크이 {zones}에 있습니다.',
  },
  balancer: {
    en: 'Only one Availability Zone is enabled for the load balancer.',
    ko: '로드 밸런서에 가용 영역이 하나만 활성화되어 있습니다.',
  },
  tasks: {
    en: 'Healthy tasks are in only one Availability Zone.',
    ko: '정상 태스크이 하나의 가용 영역에만 있습니다.',
  },
} satisfies Record<string, Text>

export const zonesCheck = defineCheck({
  id: 'P-21',
  group: 'load-balancer',
  live: false,
  title: { en: 'Availability Zones', ko: '가용 영역' },
  needs: ['loadBalancer', 'tasks'],
  check({ loadBalancer, tasks }) {
    const enabled = new Set(loadBalancer.availabilityZones.map(({ zone }) => zone))
    const zones = new Set(
      tasks
        .filter(({ lastStatus, healthStatus }) => lastStatus === 'RUNNING' && healthStatus !== 'UNHEALTHY')
        .flatMap(({ availabilityZone }) => availabilityZone ?? []),
    )
    const verdicts: Verdict[] = []
    if (enabled.size < 2) verdicts.push(warn('load balancer', words.balancer, {}, { evidence: [...enabled] }))
    if (zones.size < 2) verdicts.push(warn('tasks', words.tasks, {}, { evidence: [...zones] }))
    return verdicts.length > 0 ? verdicts : [pass(words.good, { zones: [...zones].toSorted().join(', ') })]
  },
})
