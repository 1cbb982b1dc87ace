/** Whether the role in use may move hostnames, and which other one may. */
import { type AbleRole, useAbleRole } from '../../../widgets/role/use-able-role.ts'

export function useCutoverRole(): AbleRole {
  return useAbleRole('cutover')
}
