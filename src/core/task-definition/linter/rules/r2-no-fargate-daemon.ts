/** R2.daemon: On Fargate there are no daemon services. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { aService } from '../target-example.ts'
import { awsvpc } from './service-examples.ts'

export const noFargateDaemon = defineRule({
  id: 'R2.daemon',
  severity: 'error',
  summary: {
    en: 'On Fargate there are no daemon services.',
    ko: 'Fargate에는 데몬 서비스가 없습니다.',
  },
  why: {
    en: 'A daemon runs once on each instance, and Fargate has none.',
    ko: '데몬은 인스턴스마다 하나씩 실행되는데 Fargate에는 인스턴스가 없습니다.',
  },
  docs: docs.service,
  situations: {
    good: [
      { definition: onEc2(), context: { service: aService({ schedulingStrategy: 'DAEMON' }) } },
      { definition: onFargate(), context: { service: awsvpc } },
    ],
    bad: [{ definition: onFargate(), context: { service: { ...awsvpc, schedulingStrategy: 'DAEMON' } } }],
  },
  find(definition, context) {
    if (context.service?.schedulingStrategy !== 'DAEMON' || !isForFargate(definition, context)) return []
    const text = {
      en: 'Service {service} is a daemon, which Fargate does not run.',
      ko: '{service} 서비스는 데몬이며 Fargate에서 실행되지 않습니다.',
    }
    return [{ path: ['requiresCompatibilities'], text, values: { service: context.service.name } }]
  },
})
