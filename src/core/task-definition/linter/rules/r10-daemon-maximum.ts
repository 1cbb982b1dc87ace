/** R10.daemon: the maximumPercent of a daemon is at most 100. */
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { on } from './deployment-examples.ts'

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
