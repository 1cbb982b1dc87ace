/** R1.10: the type of a target group goes with the network mode. */
import { targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { aTargetGroup, behindBalancer, onFargateBehindBalancer } from '../target-example.ts'

export const targetType = defineRule({
  id: 'R1.10',
  severity: 'error',
  summary: {
    en: 'Target groups have the type ip with awsvpc, else instance.',
    ko: '대상 그룹의 유형은 awsvpc에서 ip, 그 밖에는 instance입니다.',
  },
  why: {
    en: 'With awsvpc a task has an address of its own; otherwise it is reached through its instance. The type of a target group cannot be changed.',
    ko: 'awsvpc에서는 태스크에 자체 주소가 있고 그 밖에는 인스턴스를 통해 닿습니다. 대상 그룹의 유형은 바꿀 수 없습니다.',
  },
  docs: docs.loadBalancing,
  awsText: 'target type ip is incompatible with the bridge network mode specified in the task definition',
  situations: {
    good: [behindBalancer(), onFargateBehindBalancer()],
    bad: [
      behindBalancer({ targetGroups: [aTargetGroup({ targetType: 'ip' })] }),
      onFargateBehindBalancer({ targetGroups: [aTargetGroup()] }),
    ],
  },
  find(definition, context) {
    const { networkMode: mode = 'bridge' } = definition
    const fitting = mode === 'awsvpc' ? 'ip' : 'instance'
    return targetGroupsOf(context)
      .filter(({ group }) => group.targetType !== fitting)
      .map(({ group }) => ({
        path: ['networkMode'],
        text: {
          en: 'Target group {group} has the type {type}; with the network mode {mode} it must be {fitting}.',
          ko: '대상 그룹 {group}의 유형이 {type}입니다. 네트워크 모드 {mode}에서는 {fitting}이어야 합니다.',
        },
        values: { group: group.name, type: group.targetType, mode, fitting },
      }))
  },
})
