/** R10.container, R10.target-groups and R10.attached: what a service's load balancers lead to. */
import { targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { addition } from '../mend.ts'
import { containersOf, type ContainerPart } from '../parts.ts'
import { defineRule, type Found } from '../rule.ts'
import { aService, aTargetGroup, behindBalancer } from '../target-example.ts'

export const balancedContainer = defineRule({
  id: 'R10.container',
  severity: 'error',
  summary: {
    en: 'Each load balancer of a service leads to a container and a port of the definition.',
    ko: '서비스의 각 로드 밸런서는 정의에 있는 컨테이너와 포트로 이어집니다.',
  },
  why: {
    en: 'ECS registers this port of this container as a target.',
    ko: 'ECS는 이 컨테이너의 이 포트를 대상으로 등록합니다.',
  },
  docs: docs.loadBalancing,
  awsText: 'The container web did not have a container port 80 defined.',
  situations: {
    good: [
      behindBalancer(),
      behindBalancer({}, {}, onEc2({ portMappings: [{ containerPortRange: '79-81' }] })),
    ],
    bad: [
      behindBalancer({}, {}, onEc2()),
      behindBalancer({}, {}, onEc2({ portMappings: [{ containerPort: 8080 }] })),
      behindBalancer({}, {}, onEc2({ name: 'app', portMappings: [{ containerPort: 80 }] })),
    ],
  },
  find(definition, { service }) {
    const parts = containersOf(definition)
    return (service?.loadBalancers ?? []).flatMap(({ containerName, containerPort }): Found[] => {
      if (containerName === undefined || containerPort === undefined) return []
      const part = parts.find(({ container }) => container.name === containerName)
      if (part && mapsPort(part, containerPort)) return []
      const values = { container: containerName, port: String(containerPort) }
      const noContainer = {
        en: 'The service’s load balancer leads to container {container}, which is not in this definition.',
        ko: '서비스의 로드 밸런서가 이 정의에 없는 {container} 컨테이너로 이어집니다.',
      }
      const noPort = {
        en: 'The service’s load balancer leads to port {port} of container {container}, which is not among its port mappings.',
        ko: '서비스의 로드 밸런서가 {container} 컨테이너의 포트 매핑에 없는 {port} 포트로 이어집니다.',
      }
      if (!part) return [{ path: ['containerDefinitions'], text: noContainer, values }]
      const { portMappings } = part.container
      const place = [...part.path, 'portMappings']
      const fix = portMappings
        ? addition([...place, portMappings.length], { containerPort })
        : addition(place, [{ containerPort }])
      return [{ path: place, text: noPort, values, fix }]
    })
  },
})

function mapsPort({ container: { portMappings = [] } }: ContainerPart, port: number): boolean {
  return portMappings.some(({ containerPort, containerPortRange = '' }) => {
    const [first = Number.NaN, last = Number.NaN] = containerPortRange.split('-').map(Number)
    return containerPort === port || (first <= port && port <= last)
  })
}

export const targetGroupCount = defineRule({
  id: 'R10.target-groups',
  severity: 'error',
  summary: {
    en: 'A service has at most 5 target groups.',
    ko: '서비스의 대상 그룹은 최대 5개입니다.',
  },
  why: { en: 'AWS refuses more.', ko: 'AWS가 더 많은 수를 거부합니다.' },
  docs: docs.loadBalancing,
  situations: {
    good: [{ definition: onEc2(), context: { service: aService({ loadBalancers: entries(5) }) } }],
    bad: [{ definition: onEc2(), context: { service: aService({ loadBalancers: entries(6) }) } }],
  },
  find(_definition, { service }) {
    const count = service?.loadBalancers.length ?? 0
    const text = {
      en: 'The service has {count, number} target groups; 5 is the most.',
      ko: '서비스의 대상 그룹이 {count, number}개입니다. 최대 5개입니다.',
    }
    return count > 5 ? [{ path: [], text, values: { count } }] : []
  },
})

function entries(count: number) {
  return Array.from({ length: count }, (_, index) => ({ targetGroupArn: `arn:${index}` }))
}

export const attachedTargetGroup = defineRule({
  id: 'R10.attached',
  severity: 'error',
  summary: {
    en: 'A target group belongs to a load balancer before a service uses it.',
    ko: '서비스가 쓰기 전에 대상 그룹이 로드 밸런서에 연결되어 있습니다.',
  },
  why: {
    en: 'AWS refuses a service whose target group no listener and no rule uses: make the listener or rule first.',
    ko: '리스너나 규칙이 쓰지 않는 대상 그룹이 있으면 AWS가 서비스를 거부합니다. 리스너나 규칙을 먼저 만드세요.',
  },
  docs: docs.loadBalancing,
  awsText: 'The target group with targetGroupArn … does not have an associated load balancer.',
  situations: {
    good: [behindBalancer()],
    bad: [behindBalancer({ targetGroups: [aTargetGroup({ loadBalancerArns: [] })] })],
  },
  find: (_definition, context) =>
    targetGroupsOf(context)
      .filter(({ group }) => group.loadBalancerArns.length === 0)
      .map(({ group }) => ({
        path: [],
        text: {
          en: 'No listener and no rule uses target group {group}.',
          ko: '대상 그룹 {group}을(를) 쓰는 리스너나 규칙이 없습니다.',
        },
        values: { group: group.name },
      })),
})
