/** R10.grace: healthCheckGracePeriodSeconds goes with a load balancer, VPC Lattice or a container health check. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { aService, behindBalancer } from '../target-example.ts'
import { check } from './health-examples.ts'

export const gracePeriod = defineRule({
  id: 'R10.grace',
  severity: 'error',
  summary: {
    en: 'healthCheckGracePeriodSeconds goes with a load balancer, VPC Lattice or a container health check.',
    ko: 'healthCheckGracePeriodSeconds는 로드 밸런서, VPC Lattice, 컨테이너 상태 확인과 함께 씁니다.',
  },
  why: {
    en: 'It says how long failed health checks are overlooked; without one there is nothing to overlook.',
    ko: '실패한 상태 확인을 무시하는 시간인데 상태 확인이 없으면 무시할 것이 없습니다.',
  },
  docs: docs.service,
  situations: {
    good: [
      behindBalancer({}, { healthCheckGracePeriodSeconds: 60 }),
      { definition: onEc2(), context: { service: aService({ healthCheckGracePeriodSeconds: 0 }) } },
      { definition: check(0), context: { service: aService({ healthCheckGracePeriodSeconds: 60 }) } },
      {
        definition: onEc2(),
        context: { service: aService({ healthCheckGracePeriodSeconds: 60, hasLatticeTargets: true }) },
      },
    ],
    bad: [{ definition: onEc2(), context: { service: aService({ healthCheckGracePeriodSeconds: 60 }) } }],
  },
  find(definition, { service }) {
    if (!service?.healthCheckGracePeriodSeconds || service.hasLatticeTargets) return []
    const isChecked = containersOf(definition).some(({ container }) => container.healthCheck)
    if (isChecked || service.loadBalancers.length > 0) return []
    const text = {
      en: 'Service {service} has a health check grace period, and nothing checks its tasks.',
      ko: '{service} 서비스에 상태 확인 유예 기간이 있지만 태스크를 확인하는 것이 없습니다.',
    }
    return [{ path: [], text, values: { service: service.name } }]
  },
})
