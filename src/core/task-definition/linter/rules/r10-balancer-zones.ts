/** R10.zones: the load balancer has a subnet in each Availability Zone of the tasks. */
import type { Definition } from '../../definition.ts'
import type { LintContext } from '../context.ts'
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { anInstance, behindBalancer, onFargateBehindBalancer } from '../target-example.ts'

const zoneB = { id: 'subnet-1', vpcId: 'vpc-1', availabilityZone: 'eu-west-1b' }

export const balancerZones = defineRule({
  id: 'R10.zones',
  severity: 'warning',
  summary: {
    en: 'The load balancer has a subnet in each Availability Zone of the tasks.',
    ko: '로드 밸런서에는 태스크의 각 가용 영역에 서브넷이 있습니다.',
  },
  why: {
    en: 'Targets in other zones stay unused (Target.NotInUse).',
    ko: '다른 영역의 대상은 쓰이지 않습니다(Target.NotInUse).',
  },
  docs: docs.targetGroup,
  situations: {
    good: [
      onFargateBehindBalancer(),
      behindBalancer({ instances: [anInstance(), anInstance({ availabilityZone: undefined })] }),
    ],
    bad: [
      onFargateBehindBalancer({ subnets: [zoneB] }),
      behindBalancer({ instances: [anInstance({ availabilityZone: 'eu-west-1c' })] }),
    ],
  },
  find(definition, context) {
    const zones = zonesOf(definition, context)
    return (context.loadBalancers ?? []).flatMap(({ name, availabilityZones }) => {
      const missing = zones.filter((zone) => availabilityZones.every((one) => one.zone !== zone))
      const text = {
        en: 'Load balancer {balancer} has no subnet in {zones}, where tasks may run.',
        ko: '로드 밸런서 {balancer}에 태스크가 실행될 수 있는 {zones}의 서브넷이 없습니다.',
      }
      return missing.length > 0
        ? [{ path: [], text, values: { balancer: name, zones: missing.join(', ') } }]
        : []
    })
  },
})

function zonesOf({ networkMode }: Definition, { subnets = [], instances = [] }: LintContext): string[] {
  const places = networkMode === 'awsvpc' ? subnets : instances
  return [...new Set(places.map(({ availabilityZone }) => availabilityZone ?? ''))]
    .filter((zone) => zone !== '')
    .toSorted()
}
