/** R0.links: links need the network mode bridge. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { why } from './link-words.ts'

export const links = defineRule({
  id: 'R0.links',
  severity: 'error',
  summary: {
    en: 'links need the network mode bridge.',
    ko: 'links에는 네트워크 모드 bridge가 필요합니다.',
  },
  why,
  docs: docs.container,
  examples: {
    good: [onEc2({ links: ['side:db'] }, {}, {})],
    bad: [
      onEc2({ links: ['side'] }, { networkMode: 'awsvpc' }, {}),
      onEc2({ links: ['side'], user: 'app' }, { networkMode: 'host' }, { user: 'app' }),
    ],
  },
  find(definition) {
    const { networkMode: mode = 'bridge' } = definition
    if (mode === 'bridge') return []
    return containersOf(definition)
      .filter(({ container }) => (container.links ?? []).length > 0)
      .map(({ path, name }) => ({
        path: [...path, 'links'],
        text: {
          en: 'Container {container} has links, which only work with bridge, not with {mode}.',
          ko: '{container} 컨테이너의 links는 bridge에서만 동작하며 {mode}에서는 동작하지 않습니다.',
        },
        values: { container: name, mode },
        fix: removal([...path, 'links'], false),
      }))
  },
})
