/** R10.grace, R10.startup, R10.check-timeout and R10.drain: how long a task may take to start and to stop behind a load balancer. */
import { targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { aService, aTargetGroup, behindBalancer } from '../target-example.ts'

const check = (startPeriod: number) =>
  onEc2({ portMappings: [{ containerPort: 80 }], healthCheck: { command: ['CMD', '/ok'], startPeriod } })

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

export const slowStart = defineRule({
  id: 'R10.startup',
  severity: 'warning',
  summary: {
    en: 'A container starts sooner than its target is given up.',
    ko: '컨테이너는 대상이 비정상으로 판정되기 전에 시작됩니다.',
  },
  why: {
    en: 'A target is unhealthy after interval × unhealthyThreshold and the grace period; ECS then replaces the task, again and again.',
    ko: '대상은 interval × unhealthyThreshold와 유예 기간이 지나면 비정상이 되고 ECS가 태스크를 계속 교체합니다.',
  },
  docs: docs.targetHealth,
  situations: {
    good: [
      behindBalancer({}, {}, check(60)),
      behindBalancer({}, { healthCheckGracePeriodSeconds: 60 }, check(120)),
    ],
    bad: [behindBalancer({}, {}, check(61))],
  },
  find(definition, context) {
    const { healthCheckGracePeriodSeconds: grace = 0 } = context.service ?? {}
    return targetGroupsOf(context).flatMap(({ entry, group }) => {
      const part = containersOf(definition).find(({ container }) => container.name === entry.containerName)
      const start = part?.container.healthCheck?.startPeriod ?? 0
      const { intervalSeconds = 30, unhealthyThreshold = 2 } = group.healthCheck
      const patience = grace + intervalSeconds * unhealthyThreshold
      if (!part || start <= patience) return []
      const text = {
        en: 'Container {container} may need {start, number} s to start (startPeriod), and target group {group} gives it up after {patience, number} s.',
        ko: '{container} 컨테이너는 시작에 {start, number}초(startPeriod)가 걸릴 수 있는데 대상 그룹 {group}은(는) {patience, number}초 뒤 비정상으로 판정합니다.',
      }
      const values = { container: part.name, start, group: group.name, patience }
      return [{ path: [...part.path, 'healthCheck', 'startPeriod'], text, values }]
    })
  },
})

export const checkTimeout = defineRule({
  id: 'R10.check-timeout',
  severity: 'warning',
  summary: {
    en: 'A target group’s health check times out before the next one starts.',
    ko: '대상 그룹의 상태 확인은 다음 확인이 시작되기 전에 시간이 초과됩니다.',
  },
  why: {
    en: 'With a timeout as long as the interval, checks overlap; ELB does not document that it takes this.',
    ko: '제한 시간이 간격만큼 길면 확인이 겹칩니다. ELB 문서에는 이를 받는다는 말이 없습니다.',
  },
  docs: docs.targetHealth,
  situations: {
    good: [behindBalancer({ targetGroups: [timed(5)] })],
    bad: [behindBalancer({ targetGroups: [timed(10)] })],
  },
  find: (_definition, context) =>
    targetGroupsOf(context).flatMap(({ group }) => {
      const { intervalSeconds: interval = 30, timeoutSeconds: timeout = 5 } = group.healthCheck
      if (timeout < interval) return []
      const text = {
        en: 'Target group {group} waits {timeout, number} s for an answer and checks every {interval, number} s.',
        ko: '대상 그룹 {group}은(는) 응답을 {timeout, number}초 기다리는데 {interval, number}초마다 확인합니다.',
      }
      return [{ path: [], text, values: { group: group.name, timeout, interval } }]
    }),
})

function timed(timeoutSeconds: number) {
  const healthCheck = { enabled: true, port: 'traffic-port', intervalSeconds: 10, timeoutSeconds }
  return aTargetGroup({ healthCheck })
}

/** Seconds a container has to stop, if it does not say how many. */
const defaultStop = 30

export const drainTime = defineRule({
  id: 'R10.drain',
  severity: 'info',
  summary: {
    en: 'stopTimeout is longer than the target group’s deregistration delay.',
    ko: 'stopTimeout은 대상 그룹의 등록 취소 지연보다 깁니다.',
  },
  why: {
    en: 'AWS advises it, so that requests under way are finished, and the defaults (30 s and 300 s) do not follow it. A shorter delay also makes deployments quicker.',
    ko: '진행 중인 요청을 끝내기 위한 AWS 권장 사항이지만 기본값(30초와 300초)은 이를 따르지 않습니다. 지연을 줄이면 배포도 빨라집니다.',
  },
  docs: docs.loadBalancing,
  situations: {
    good: [
      behindBalancer(),
      behindBalancer({ targetGroups: [aTargetGroup({ deregistrationDelaySeconds: undefined })] }),
    ],
    bad: [behindBalancer({ targetGroups: [aTargetGroup({ deregistrationDelaySeconds: 300 })] })],
  },
  find: (definition, context) =>
    targetGroupsOf(context).flatMap(({ entry, group }) => {
      const part = containersOf(definition).find(({ container }) => container.name === entry.containerName)
      const delay = group.deregistrationDelaySeconds ?? 0
      const stop = part?.container.stopTimeout ?? defaultStop
      if (!part || stop > delay) return []
      const text = {
        en: 'Target group {group} lets targets finish for {delay, number} s, and container {container} is stopped after {stop, number}: set the delay below {stop, number}, or a longer stopTimeout.',
        ko: '대상 그룹 {group}은(는) 대상이 {delay, number}초 동안 마무리하게 하지만 {container} 컨테이너는 {stop, number}초 뒤 중지됩니다. 지연을 {stop, number}초보다 줄이거나 stopTimeout을 늘리세요.',
      }
      const values = { group: group.name, container: part.name, delay, stop }
      return [{ path: [...part.path, 'stopTimeout'], text, values }]
    }),
})
