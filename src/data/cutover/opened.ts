/** Opens the cutover that stands in a zone for a hostname, or says why there is none to be opened. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { getHostedZone } from '../../aws/dns/zones.ts'
import type { AttachTrouble } from '../../core/cutover/attach.ts'
import type { Claim } from '../../core/cutover/claim.ts'
import type { PlanZone } from '../../core/cutover/plan.ts'
import { urgency } from '../call-options.ts'
import type { Cutovers } from './cutovers.ts'

export interface NotOpened {
  zone: PlanZone
  trouble: AttachTrouble
  claim?: Claim
}

/** Null: this tab drives it now. `hostname`: canonical. Asked again only by hand. */
export function openedQuery(aws: Aws, cutovers: Cutovers, zoneId: string, hostname: string) {
  return queryOptions({
    queryKey: [aws.key, 'cutover-opened', zoneId, hostname] as const,
    queryFn: async (context): Promise<NotOpened | null> => {
      const { id, name, linkedService } = await getHostedZone(aws, zoneId, urgency(context))
      const zone: PlanZone = { id, name, linkedService }
      const opened = await cutovers.open({ zone, hostname })
      return 'session' in opened ? null : { zone, ...opened }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}
