/** Whether the role in use has a capability, and which other one has. */
import { type SessionRole, useSession } from '../../data/session.ts'

export interface AbleRole {
  can: boolean
  /** A role of this person that has it. */
  other: string | undefined
  arm: (role: string) => Promise<void>
}

/** `capability`: a name of deploy/permissions.ts, as config.json carries it. */
export function useAbleRole(capability: string): AbleRole {
  const session = useSession()
  const { role, roles } = session
  const has = ({ capabilities }: SessionRole): boolean =>
    capabilities.includes(capability) || capabilities.includes('*')
  const mine = roles.find(({ name }) => name === role)
  return {
    can: mine !== undefined && has(mine),
    other: roles.find((each) => each.name !== role && has(each))?.name,
    arm: (name) => session.arm(name),
  }
}
