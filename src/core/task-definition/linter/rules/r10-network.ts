/** R10.vpc, R10.zones and R10.security-group: whether a load balancer reaches the tasks. */
import type { Definition } from '../../definition.ts'
import type { SecurityGroup } from '../../../ec2/security-group.ts'
import { type LintContext, targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { anInstance, behindBalancer, onFargateBehindBalancer } from '../target-example.ts'
import { isOpen, sourcesOf } from './reach.ts'

const elsewhere = { id: 'subnet-1', vpcId: 'vpc-2', availabilityZone: 'eu-west-1a' }
const zoneB = { id: 'subnet-1', vpcId: 'vpc-1', availabilityZone: 'eu-west-1b' }

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

const group = (port: number, source: string): SecurityGroup[] => [
  {
    id: 'sg-tasks',
    name: 'tasks',
    inbound: [
      {
        protocol: 'tcp',
        fromPort: port,
        toPort: port,
        ipv4: [],
        ipv6: [],
        prefixListIds: [],
        groupIds: [source],
      },
    ],
  },
]

export const taskSecurityGroup = defineRule({
  id: 'R10.security-group',
  severity: 'warning',
  summary: {
    en: 'With awsvpc the tasks’ security groups open the container port to the load balancer.',
    ko: 'awsvpc에서 태스크의 보안 그룹은 로드 밸런서에 컨테이너 포트를 엽니다.',
  },
  why: {
    en: 'Otherwise health checks time out, and ECS replaces the tasks again and again.',
    ko: '그렇지 않으면 상태 확인 시간이 초과되고 ECS가 태스크를 계속 교체합니다.',
  },
  docs: docs.loadBalancing,
  situations: {
    good: [
      onFargateBehindBalancer({ securityGroups: group(80, 'sg-balancer') }),
      onFargateBehindBalancer({ securityGroups: group(81, 'sg-other'), loadBalancers: [] }),
    ],
    bad: [
      onFargateBehindBalancer({ securityGroups: group(81, 'sg-balancer') }),
      onFargateBehindBalancer(
        { securityGroups: group(80, 'sg-other') },
        {},
        onFargate({ portMappings: [{ containerPort: 80 }] }, {}, { name: 'proxy' }),
      ),
    ],
  },
  find(definition, context) {
    const { securityGroups } = context
    if (!securityGroups || definition.networkMode !== 'awsvpc') return []
    return targetGroupsOf(context).flatMap(
      ({ entry: { containerName, containerPort: port }, group: target }) => {
        const part = containersOf(definition).find(({ container }) => container.name === containerName)
        if (!part || port === undefined || isOpen(securityGroups, [port, port], sourcesOf(context, target)))
          return []
        const text = {
          en: 'No security group of the tasks opens port {port} of container {container} to the load balancer.',
          ko: '태스크의 어떤 보안 그룹도 {container} 컨테이너의 {port} 포트를 로드 밸런서에 열지 않습니다.',
        }
        const values = { port: String(port), container: part.name }
        return [{ path: [...part.path, 'portMappings'], text, values }]
      },
    )
  },
})
