/** R0.awsvpc-hosts: with awsvpc, a container has neither a host name of its own nor more hosts. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const awsvpc = { networkMode: 'awsvpc' }
const extraHosts = [{ hostname: 'db', ipAddress: '10.0.0.1' }]

export const awsvpcHosts = defineRule({
  id: 'R0.awsvpc-hosts',
  severity: 'error',
  summary: {
    en: 'With awsvpc there is no hostname and no extraHosts.',
    ko: 'awsvpc에서는 hostname과 extraHosts를 쓸 수 없습니다.',
  },
  why: {
    en: 'The containers of such a task share one network interface and its name.',
    ko: '이런 태스크의 컨테이너는 네트워크 인터페이스 하나와 그 이름을 함께 씁니다.',
  },
  docs: docs.container,
  awsText: 'hostname is not supported on container when networkMode=awsvpc.',
  examples: {
    good: [onEc2({ hostname: 'web', extraHosts })],
    bad: [onEc2({ hostname: 'web' }, awsvpc), onEc2({ extraHosts }, awsvpc)],
  },
  find: (definition) =>
    definition.networkMode === 'awsvpc'
      ? containersOf(definition).flatMap(({ container, name, path }) =>
          (['hostname', 'extraHosts'] as const)
            .filter((member) => (container[member] ?? '').length > 0)
            .map((member) => ({
              path: [...path, member],
              text: {
                en: '{member} of container {container} is not taken with awsvpc.',
                ko: '{container} 컨테이너의 {member}은(는) awsvpc에서 쓸 수 없습니다.',
              },
              values: { member, container: name },
              fix: removal([...path, member], false),
            })),
        )
      : [],
})
