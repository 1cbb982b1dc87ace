/** R2.fargate-mode: Fargate runs tasks with awsvpc only. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { setting } from '../mend.ts'
import { hasHole, isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'

export const fargateMode = defineRule({
  id: 'R2.fargate-mode',
  severity: 'error',
  summary: {
    en: 'Fargate needs the network mode awsvpc.',
    ko: 'Fargate에는 네트워크 모드 awsvpc가 필요합니다.',
  },
  why: {
    en: 'Each task of Fargate has a network interface of its own. Without the member the mode is bridge.',
    ko: 'Fargate 태스크는 저마다 네트워크 인터페이스가 있습니다. 지정하지 않으면 모드는 bridge입니다.',
  },
  docs: docs.awsvpc,
  awsText: 'Fargate only supports network mode ‘awsvpc’.',
  examples: {
    good: [onFargate(), onEc2()],
    bad: [onFargate({}, { networkMode: undefined }), onFargate({}, { networkMode: 'bridge' })],
  },
  find(definition, context) {
    const { networkMode: mode, requiresCompatibilities = [] } = definition
    if (!isForFargate(definition, context) || mode === 'awsvpc' || (mode && hasHole(mode))) return []
    const text = {
      en: 'Fargate only takes the network mode awsvpc; here it is {mode}.',
      ko: 'Fargate는 네트워크 모드 awsvpc만 받습니다. 지금은 {mode}입니다.',
    }
    // AWS takes it for Fargate in no other way; what also names EC2 may run there now.
    const isOnlyFargate = requiresCompatibilities.length === 1 && mode === undefined
    const fix = setting(['networkMode'], 'awsvpc', isOnlyFargate)
    return [{ path: ['networkMode'], text, values: { mode: mode ?? 'bridge' }, fix }]
  },
})
