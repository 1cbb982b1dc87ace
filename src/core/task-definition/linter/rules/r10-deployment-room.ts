/**
 * R10.deployment: minimumHealthyPercent (rounded up) and maximumPercent (rounded down) let a deployment stop or start a task.
 */
import { roomOf } from '../deployment-room.ts'
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { on } from './deployment-examples.ts'

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
