/** R1.9: a load balancer must reach, and check, whatever port an instance chose. */
import type { Text } from '../../../../i18n/text.ts'
import type { SecurityGroup } from '../../../ec2/security-group.ts'
import { type LintContext, type TargetGroupHere, targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { portsOf, staticHostPort } from '../parts.ts'
import { defineRule, type Found } from '../rule.ts'
import { aTargetGroup, behindBalancer, onFargateBehindBalancer } from '../target-example.ts'
import { isOpen, sourcesOf } from './reach.ts'

/** Where instances choose ports from: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
const range = [32_768, 60_999] as const

const words = {
  check: {
    en: 'Target group {group} checks port {port}, but the host port of container {container} is dynamic: the check must use traffic-port.',
    ko: '대상 그룹 {group}이(가) 포트 {port}을(를) 확인하지만 {container} 컨테이너의 호스트 포트는 동적입니다. traffic-port를 확인해야 합니다.',
  },
  closed: {
    en: 'The host port of container {container} is dynamic, and no security group of the instances opens 32768–60999 to the load balancer.',
    ko: '{container} 컨테이너의 호스트 포트가 동적인데 인스턴스의 어떤 보안 그룹도 로드 밸런서에 32768~60999를 열지 않습니다.',
  },
} satisfies Record<string, Text>

const inbound = (fromPort: number, toPort: number, groupIds: string[]): SecurityGroup[] => [
  {
    id: 'sg-instances',
    name: 'instances',
    inbound: [{ protocol: 'tcp', fromPort, toPort, ipv4: [], ipv6: [], prefixListIds: [], groupIds }],
  },
]
const checked = aTargetGroup({ healthCheck: { enabled: true, port: '80' } })

export const dynamicPort = defineRule({
  id: 'R1.9',
  severity: 'warning',
  summary: {
    en: 'Behind a load balancer, a dynamic port needs traffic-port as health check port, and the whole range open.',
    ko: '로드 밸런서 뒤의 동적 포트에는 상태 확인 포트 traffic-port와 열린 포트 범위 전체가 필요합니다.',
  },
  why: {
    en: 'The port is only known when the task runs, so neither a fixed check nor a rule for one port meets it.',
    ko: '포트는 태스크가 실행될 때 정해지므로 고정된 확인이나 포트 하나의 규칙으로는 맞출 수 없습니다.',
  },
  docs: docs.loadBalancing,
  situations: {
    good: [
      behindBalancer({ securityGroups: inbound(32_768, 65_535, ['sg-balancer']) }),
      behindBalancer({ securityGroups: inbound(80, 80, []), loadBalancers: [] }),
      behindBalancer(
        { targetGroups: [checked] },
        {},
        onEc2({ portMappings: [{ containerPort: 80, hostPort: 80 }] }),
      ),
      onFargateBehindBalancer({ targetGroups: [{ ...checked, targetType: 'ip' }] }),
    ],
    bad: [
      behindBalancer({ targetGroups: [checked] }),
      behindBalancer({ securityGroups: inbound(80, 80, ['sg-balancer']) }),
      behindBalancer({ securityGroups: inbound(0, 65_535, ['sg-other']) }),
    ],
  },
  find(definition, context) {
    if ((definition.networkMode ?? 'bridge') !== 'bridge') return []
    return targetGroupsOf(context).flatMap(({ entry, group }) =>
      portsOf(definition)
        .filter(
          ({ container, mapping }) =>
            container.name === entry.containerName && mapping.containerPort === entry.containerPort,
        )
        .filter(({ mapping }) => staticHostPort(definition, mapping) === undefined)
        .flatMap(({ portPath, name }) => troublesOf(context, group, portPath, name)),
    )
  },
})

function troublesOf(
  context: LintContext,
  group: TargetGroupHere,
  path: Found['path'],
  container: string,
): Found[] {
  const { port = 'traffic-port' } = group.healthCheck
  const { securityGroups } = context
  return [
    ...(port === 'traffic-port'
      ? []
      : [{ path, text: words.check, values: { group: group.name, port, container } }]),
    ...(!securityGroups || isOpen(securityGroups, range, sourcesOf(context, group))
      ? []
      : [{ path, text: words.closed, values: { container } }]),
  ]
}
