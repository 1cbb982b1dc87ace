/** R2.launch-type: requiresCompatibilities names the launch type that is used. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { setting } from '../mend.ts'
import { defineRule } from '../rule.ts'

export const launchTypeNamed = defineRule({
  id: 'R2.launch-type',
  severity: 'error',
  summary: {
    en: 'requiresCompatibilities names the launch type that is used.',
    ko: 'requiresCompatibilities에 사용할 시작 유형이 있습니다.',
  },
  why: {
    en: 'AWS runs a definition only on what it was checked for.',
    ko: 'AWS는 검사를 마친 시작 유형에서만 정의를 실행합니다.',
  },
  docs: docs.register,
  awsText: 'Task definition does not support launch_type FARGATE.',
  situations: {
    good: [
      { definition: onFargate(), context: { launchType: 'FARGATE' } },
      { definition: onEc2({}, { requiresCompatibilities: undefined }), context: { launchType: 'EC2' } },
    ],
    bad: [{ definition: onFargate(), context: { launchType: 'EC2' } }],
  },
  find({ requiresCompatibilities: named = [] }, { launchType }) {
    if (launchType === undefined || named.length === 0 || named.includes(launchType)) return []
    const text = {
      en: 'It is to run on {launchType}, and requiresCompatibilities names only {named}.',
      ko: '{launchType}에서 실행하려 하지만 requiresCompatibilities에는 {named}만 있습니다.',
    }
    const path = ['requiresCompatibilities']
    const fix = setting([...path, named.length], launchType, false)
    return [{ path, text, values: { launchType, named: named.join(', ') }, fix }]
  },
})
