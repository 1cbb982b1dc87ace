/** R0.links and R0.link-target: links are for bridge, and lead to containers of the task. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf, hasHole } from '../parts.ts'
import { defineRule } from '../rule.ts'

const why = {
  en: 'A link writes the address of another container on the same bridge into this container’s hosts file.',
  ko: '링크는 같은 브리지에 있는 다른 컨테이너의 주소를 이 컨테이너의 hosts 파일에 적습니다.',
}

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
