/** P-28: the load balancer's security groups let clients in. */
import type { Text } from '../../../i18n/text.ts'
import { rulesForPort, type SecurityGroup } from '../../ec2/security-group.ts'
import { frontDoor } from './front-door.ts'
import { defineCheck, fail, pass, warn } from './verdict.ts'

const words = {
  good: { en: 'Port {port} is open to everybody.', ko: '{port} 포트가 모두에게 열려 있습니다.' },
  none: {
    en: 'No security group rule opens port {port}.',
    ko: '{port} 포트를 여는 보안 그룹 규칙이 없습니다.',
  },
  some: { en: 'Port {port} is open only to {sources}.', ko: '{port} 포트가 {sources}에만 열려 있습니다.' },
  ungrouped: {
    en: 'The load balancer has no security group: nothing is kept out.',
    ko: '로드 밸런서에 보안 그룹이 없으므로 차단되는 것이 없습니다.',
  },
} satisfies Record<string, Text>

/** Sources named in the message; the rest is in the evidence. */
const mostNamed = 5

export const securityGroupCheck = defineCheck({
  id: 'P-28',
  group: 'load-balancer',
  live: false,
  title: { en: 'Security groups', ko: '보안 그룹' },
  needs: ['loadBalancer', 'listeners', 'securityGroups', 'params'],
  check({ loadBalancer, listeners, securityGroups, params }) {
    if (loadBalancer.securityGroups.length === 0) return [pass(words.ungrouped)]
    const port = frontDoor(listeners)?.listener.port ?? 443
    const sources = [...new Set(securityGroups.flatMap((group) => sourcesOf(group, port)))].toSorted()
    if (sources.length === 0) return [fail(words.none, { port })]
    const everybody = ['0.0.0.0/0', ...(params.balancer.dualStack ? ['::/0'] : [])]
    if (everybody.every((block) => sources.includes(block))) return [pass(words.good, { port })]
    const named = sources.slice(0, mostNamed).join(', ')
    return [warn(sources.join(' '), words.some, { port, sources: named }, { evidence: sources })]
  },
})

function sourcesOf(group: SecurityGroup, port: number): string[] {
  return rulesForPort(group, port).flatMap(({ ipv4, ipv6, groupIds, prefixListIds }) => [
    ...ipv4,
    ...ipv6,
    ...groupIds,
    ...prefixListIds,
  ])
}
