/** R0.ec2-cpu: a task that does not run on Fargate has 128 to 196608 CPU units, if it says how many. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { cpuUnits } from '../../size.ts'
import { isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'

const least = 128
const most = 196_608

export const ec2Cpu = defineRule({
  id: 'R0.ec2-cpu',
  severity: 'error',
  summary: {
    en: 'On instances the task’s cpu is between 128 and 196608 units.',
    ko: '인스턴스에서 태스크의 cpu는 128~196608단위입니다.',
  },
  why: {
    en: 'AWS refuses a task size outside of this. Without one, the containers’ cpu counts.',
    ko: 'AWS는 이 범위를 벗어난 태스크 크기를 거부합니다. 지정하지 않으면 컨테이너의 cpu가 쓰입니다.',
  },
  docs: docs.register,
  awsText: "Invalid 'cpu' setting for task.",
  examples: {
    good: [onEc2({}, { cpu: '128' }), onEc2({}, { cpu: '192 vCPU' })],
    bad: [onEc2({}, { cpu: '64' }), onEc2({}, { cpu: '200 vCPU' })],
  },
  find(definition, context) {
    const units = cpuUnits(definition.cpu)
    if (units === undefined || isForFargate(definition, context)) return []
    if (units >= least && units <= most) return []
    const text = {
      en: '{units, number} CPU units: a task on instances has between {least, number} and {most, number}.',
      ko: 'CPU {units, number}단위입니다. 인스턴스의 태스크는 {least, number}~{most, number}단위입니다.',
    }
    const nearest = String(units < least ? least : most)
    return [{ path: ['cpu'], text, values: { units, least, most }, fix: setting(['cpu'], nearest, false) }]
  },
})
