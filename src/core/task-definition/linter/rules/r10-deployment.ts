/** R10.deployment, R10.daemon and R10.role: what a service's own settings allow. */
import { roomOf } from '../deployment-room.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { defineRule } from '../rule.ts'
import { aService, behindBalancer, onFargateBehindBalancer } from '../target-example.ts'
import type { TargetService } from '../context.ts'

const on = (service: Partial<TargetService>) => ({
  definition: onEc2(),
  context: { service: aService(service) },
})

export const deploymentRoom = defineRule({
  id: 'R10.deployment',
  severity: 'error',
  summary: {
    en: 'minimumHealthyPercent (rounded up) and maximumPercent (rounded down) let a deployment stop or start a task.',
    ko: 'minimumHealthyPercent(올림)와 maximumPercent(내림)에 따라 배포가 태스크를 하나라도 멈추거나 시작할 수 있습니다.',
  },
  why: {
    en: 'Otherwise a deployment never gets on.',
    ko: '그렇지 않으면 배포가 진행되지 않습니다.',
  },
  docs: docs.deployment,
  situations: {
    good: [
      on({}),
      on({ minimumHealthyPercent: 50, maximumPercent: 100 }),
      on({ desiredCount: 0, maximumPercent: 100 }),
    ],
    bad: [
      on({ minimumHealthyPercent: 100, maximumPercent: 100 }),
      on({ desiredCount: 1, minimumHealthyPercent: 50, maximumPercent: 150 }),
    ],
  },
  find(_definition, { service }) {
    if (service?.schedulingStrategy !== 'REPLICA' || service.desiredCount === 0) return []
    const { mayStop, mayStart } = roomOf(service)
    if (mayStop || mayStart) return []
    const text = {
      en: 'With {desired, number} tasks, minimumHealthyPercent and maximumPercent of service {service} let a deployment stop none and start none.',
      ko: '태스크 {desired, number}개에서 {service} 서비스의 minimumHealthyPercent와 maximumPercent로는 배포가 하나도 멈추거나 시작할 수 없습니다.',
    }
    return [{ path: [], text, values: { desired: service.desiredCount, service: service.name } }]
  },
})

export const daemonMaximum = defineRule({
  id: 'R10.daemon',
  severity: 'error',
  summary: {
    en: 'The maximumPercent of a daemon is at most 100.',
    ko: '데몬의 maximumPercent는 최대 100입니다.',
  },
  why: {
    en: 'A daemon runs once on an instance: the old task stops before the new one starts.',
    ko: '데몬은 인스턴스마다 하나만 실행되므로 기존 태스크가 멈춘 뒤 새 태스크가 시작됩니다.',
  },
  docs: docs.deployment,
  situations: {
    good: [on({ schedulingStrategy: 'DAEMON', maximumPercent: 100 }), on({ maximumPercent: 150 })],
    bad: [on({ schedulingStrategy: 'DAEMON', maximumPercent: 150 })],
  },
  find(_definition, { service }) {
    const most = service?.maximumPercent ?? 100
    if (service?.schedulingStrategy !== 'DAEMON' || most <= 100) return []
    const text = {
      en: 'Service {service} is a daemon with maximumPercent {most, number}; 100 is the most.',
      ko: '{service} 서비스는 데몬인데 maximumPercent가 {most, number}입니다. 최대 100입니다.',
    }
    return [{ path: [], text, values: { service: service.name, most } }]
  },
})

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
