/** Takes away what a container may not say of hosts when the task has a network of its own. */
import type { Text } from '../../../../i18n/text.ts'
import { note } from '../work.ts'
import type { Settling } from './settle.ts'

const words = {
  own: {
    en: 'With awsvpc the task has a name and hosts of its own: {member} cannot be set.',
    ko: 'awsvpc에서는 태스크가 고유한 이름과 호스트를 가지므로 {member}을(를) 지정할 수 없습니다.',
  },
} satisfies Record<string, Text>

export function settleHosts({ work, draft, place }: Settling): void {
  if (place.networkMode !== 'awsvpc') return
  for (const container of draft.containers)
    for (const member of ['hostname', 'extraHosts', 'dnsServers', 'dnsSearchDomains'] as const) {
      if (container[member] === undefined) continue
      note(work, 'lost', `${container.name}.${member}`, words.own, { member })
      delete container[member]
    }
}
