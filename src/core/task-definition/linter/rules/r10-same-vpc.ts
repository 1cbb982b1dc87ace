/** R10.vpc: tasks and target groups are in the same VPC. */
import { targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { behindBalancer, onFargateBehindBalancer } from '../target-example.ts'

const elsewhere = { id: 'subnet-1', vpcId: 'vpc-2', availabilityZone: 'eu-west-1a' }

export const sameVpc = defineRule({
  id: 'R10.vpc',
  severity: 'error',
  summary: {
    en: 'Tasks and target groups are in the same VPC.',
    ko: '태스크와 대상 그룹은 같은 VPC에 있습니다.',
  },
  why: {
    en: 'A target group only takes targets of its own VPC.',
    ko: '대상 그룹은 자신의 VPC에 있는 대상만 받습니다.',
  },
  docs: docs.targetGroup,
  situations: {
    good: [onFargateBehindBalancer(), behindBalancer()],
    bad: [onFargateBehindBalancer({ subnets: [elsewhere] })],
  },
  find: (_definition, context) =>
    targetGroupsOf(context).flatMap(({ group }) => {
      const { name, vpcId: vpc } = group
      const other = context.subnets?.find((subnet) => subnet.vpcId && vpc && subnet.vpcId !== vpc)
      const text = {
        en: 'Target group {group} is in {vpc}, and subnet {subnet} is not.',
        ko: '대상 그룹 {group}은(는) {vpc}에 있지만 서브넷 {subnet}은(는) 아닙니다.',
      }
      return other && vpc ? [{ path: [], text, values: { group: name, vpc, subnet: other.id } }] : []
    }),
})
