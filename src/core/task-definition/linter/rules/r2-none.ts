/** R2.none: a task without a network has no ports. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

export const noneHasNoPorts = defineRule({
  id: 'R2.none',
  severity: 'error',
  summary: {
    en: 'With the network mode none there are no port mappings.',
    ko: '네트워크 모드 none에는 포트 매핑이 없습니다.',
  },
  why: {
    en: 'The containers have no connection to the outside, so nothing can reach a port.',
    ko: '컨테이너가 외부와 연결되지 않으므로 포트에 닿을 수 없습니다.',
  },
  docs: docs.register,
  examples: {
    good: [onEc2({ portMappings: [] }, { networkMode: 'none' })],
    bad: [onEc2({ portMappings: [{ containerPort: 80 }] }, { networkMode: 'none' })],
  },
  find: (definition) =>
    definition.networkMode === 'none'
      ? containersOf(definition)
          .filter(({ container }) => (container.portMappings ?? []).length > 0)
          .map(({ path, name }) => ({
            path: [...path, 'portMappings'],
            text: {
              en: 'Container {container} maps ports, but with none it has no network.',
              ko: '{container} 컨테이너가 포트를 매핑하지만 none에서는 네트워크가 없습니다.',
            },
            values: { container: name },
            fix: removal([...path, 'portMappings'], false),
          }))
      : [],
})
