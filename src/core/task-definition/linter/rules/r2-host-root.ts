/** R2.host-root: with the instance's network, a container does not run as root. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const host = { networkMode: 'host' }

export const hostRoot = defineRule({
  id: 'R2.host-root',
  severity: 'warning',
  summary: {
    en: 'With the network mode host, containers run as another user than root.',
    ko: '네트워크 모드 host에서는 컨테이너를 root가 아닌 사용자로 실행합니다.',
  },
  why: {
    en: 'Such a container sees the instance’s whole network, its metadata service included. Without user the image decides, mostly for root.',
    ko: '이런 컨테이너는 메타데이터 서비스를 포함해 인스턴스의 네트워크 전체를 봅니다. user가 없으면 이미지가 정하며 대개 root입니다.',
  },
  docs: docs.host,
  examples: {
    good: [onEc2({ user: '1000' }, host), onEc2({ user: 'root' })],
    bad: [onEc2({}, host), onEc2({ user: 'root' }, host), onEc2({ user: '0:0' }, host)],
  },
  find: (definition) =>
    definition.networkMode === 'host'
      ? containersOf(definition)
          .filter(({ container: { user = 'root' } }) => /^(root|0)(:|$)/.test(user))
          .map(({ path, name }) => ({
            path: [...path, 'user'],
            text: {
              en: 'Container {container} may run as root on the instance’s network.',
              ko: '{container} 컨테이너가 인스턴스의 네트워크에서 root로 실행될 수 있습니다.',
            },
            values: { container: name },
            fix: setting([...path, 'user'], '1000:1000', false),
          }))
      : [],
})
