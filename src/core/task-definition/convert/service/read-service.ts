/** Reads all members of a service: none is passed over in silence. */
import type { Text } from '../../../../i18n/text.ts'
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
    if (read) read(value, service, name)
    else remark(service, 'lost', name, unknown, { member: name })
  }
}
