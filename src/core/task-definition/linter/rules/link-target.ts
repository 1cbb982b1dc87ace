/** R0.link-target: links lead to containers of the same task. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf, hasHole } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { why } from './link-words.ts'

export const linkTarget = defineRule({
  id: 'R0.link-target',
  severity: 'warning',
  summary: {
    en: 'links lead to containers of the same task.',
    ko: 'links는 같은 태스크의 컨테이너를 가리킵니다.',
  },
  why,
  docs: docs.container,
  examples: {
    good: [onEc2({ links: ['side', 'side:db'] }, {}, {}), onEc2({ links: ['${DB}'] })],
    bad: [onEc2({ links: ['database:db'] })],
  },
  find(definition) {
    const parts = containersOf(definition)
    const names = new Set(parts.map(({ container }) => container.name))
    return parts.flatMap(({ container, path, name }) =>
      (container.links ?? []).flatMap((link, index) => {
        const [target = ''] = link.split(':')
        if (names.has(target) || hasHole(link)) return []
        return [
          {
            path: [...path, 'links', index],
            text: {
              en: 'Container {container} is linked to {target}, which is not in this task.',
              ko: '{container} 컨테이너가 이 태스크에 없는 {target}에 연결되어 있습니다.',
            },
            values: { container: name, target },
            fix: removal([...path, 'links', index], false),
          },
        ]
      }),
    )
  },
})
