/** R10.role: a service has role only with a load balancer and without awsvpc. */
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { behindBalancer, onFargateBehindBalancer } from '../target-example.ts'
import { on } from './deployment-examples.ts'

export const serviceRole = defineRule({
  id: 'R10.role',
  severity: 'error',
  summary: {
    en: 'A service has role only with a load balancer and without awsvpc.',
    ko: '서비스의 role은 awsvpc가 아니고 로드 밸런서가 있을 때만 있습니다.',
  },
  why: {
    en: 'The service-linked role does the rest.',
    ko: '나머지는 서비스 연결 역할이 처리합니다.',
  },
  docs: docs.service,
  situations: {
    good: [behindBalancer({}, { role: 'ecsServiceRole' }), on({})],
    bad: [onFargateBehindBalancer({}, { role: 'ecsServiceRole' }), on({ role: 'ecsServiceRole' })],
  },
  find({ networkMode }, { service }) {
    if (!service?.role || (networkMode !== 'awsvpc' && service.loadBalancers.length > 0)) return []
    const text = {
      en: 'Service {service} has role, which only goes with a load balancer and without awsvpc.',
      ko: '{service} 서비스의 role은 awsvpc가 아니고 로드 밸런서가 있을 때만 쓸 수 있습니다.',
    }
    return [{ path: [], text, values: { service: service.name } }]
  },
})
