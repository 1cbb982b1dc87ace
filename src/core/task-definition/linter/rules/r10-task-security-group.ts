/** R10.security-group: With awsvpc the tasks’ security groups open the container port to the load balancer. */
import type { SecurityGroup } from '../../../ec2/security-group.ts'
import { targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { onFargateBehindBalancer } from '../target-example.ts'
import { isOpen, sourcesOf } from './reach.ts'

const opening = (port: number, source: string): SecurityGroup[] => [
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
      onFargateBehindBalancer({ securityGroups: opening(80, 'sg-balancer') }),
      onFargateBehindBalancer({ securityGroups: opening(81, 'sg-other'), loadBalancers: [] }),
    ],
    bad: [
      onFargateBehindBalancer({ securityGroups: opening(81, 'sg-balancer') }),
      onFargateBehindBalancer(
        { securityGroups: opening(80, 'sg-other') },
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
