/** R10.container: each load balancer of a service leads to a container and a port of the definition. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { addition } from '../mend.ts'
import { containersOf, type ContainerPart } from '../parts.ts'
import { defineRule, type Found } from '../rule.ts'
import { behindBalancer } from '../target-example.ts'

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
