/** Whether the role in use may move hostnames, and which other one may. */
import { type SessionRole, useSession } from '../../../data/session.ts'

export interface CutoverRole {
  can: boolean
  /** A role of this person that may. */
  other: string | undefined
  arm: (role: string) => Promise<void>
}

export function useCutoverRole(): CutoverRole {
  const session = useSession()
  const { role, roles } = session
  const mine = roles.find(({ name }) => name === role)
  return {
    can: mine !== undefined && mayMove(mine),
    other: roles.find((each) => each.name !== role && mayMove(each))?.name,
    arm: (name) => session.arm(name),
  }
}

function mayMove({ capabilities }: SessionRole): boolean {
  return capabilities.includes('cutover') || capabilities.includes('*')
}
