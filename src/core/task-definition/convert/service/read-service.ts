/** Reads all members of a service: none is passed over in silence. */
import type { Text } from '../../../../i18n/text.ts'
import { type NestedNames, othersIn } from '../nested.ts'
import { lifecycleMembers } from './lifecycle.ts'
import { type Member, remark, type Service } from './member.ts'
import { networkMembers } from './network.ts'
import { processMembers } from './process.ts'
import { resourceMembers } from './resources.ts'
import { storageMembers } from './storage.ts'
import { membersWithoutEqual } from './without-equal.ts'
import type { Members } from '../written.ts'

const unknown: Text = {
  en: '{member} is not known here and is left out.',
  ko: '{member}은(는) 알 수 없는 멤버라 제외했습니다.',
}

export const serviceMembers: Record<string, Member> = {
  ...processMembers,
  ...resourceMembers,
  ...networkMembers,
  ...storageMembers,
  ...lifecycleMembers,
  ...membersWithoutEqual,
}

const within: NestedNames = {
  depends_on: { in: 'values', known: 'condition required' },
  env_file: { in: 'items', known: 'path' },
  gpus: { in: 'items', known: 'count device_ids' },
  healthcheck: { in: 'self', known: 'test interval timeout retries start_period start_interval disable' },
  logging: { in: 'self', known: 'driver options' },
  networks: { in: 'values', known: 'aliases ipv4_address ipv6_address' },
  ports: { in: 'items', known: 'target published host_ip protocol app_protocol' },
  secrets: { in: 'items', known: 'source' },
  ulimits: { in: 'values', known: 'soft hard' },
}

const notCarried: Text = {
  en: '{names} of {member} has no equivalent and is left out.',
  ko: '{member}의 {names}에 해당하는 것이 없어 제외했습니다.',
}

/** Later ones look at what earlier ones left: swap counts from memory. */
const first = ['mem_limit', 'deploy']

/** Fills the service's container and the draft. A member without a value is none; those that start with `x-` mean nothing. */
export function readService(members: Members, service: Service): void {
  const names = Object.keys(members).toSorted(
    (one, other) => Number(first.includes(other)) - Number(first.includes(one)),
  )
  for (const name of names) {
    const value = members[name]
    if (value === undefined || value === null || name.startsWith('x-')) continue
    const read = Object.hasOwn(serviceMembers, name) ? serviceMembers[name] : undefined
    const others = othersIn(value, within, name)
    if (others.length > 0)
      remark(service, 'lost', name, notCarried, { names: others.join(', '), member: name })
    if (read) read(value, service, name)
    else remark(service, 'lost', name, unknown, { member: name })
  }
}
