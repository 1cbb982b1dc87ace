/** Opens the cutover that stands in a zone for a hostname, or says why there is none to be opened. */
import { queryOptions } from '@tanstack/react-query'
import type { CallOptions } from '../../aws/call.ts'
import type { Aws } from '../../aws/context.ts'
import { getHostedZone } from '../../aws/dns/zones.ts'
import type { AttachTrouble } from '../../core/cutover/attach.ts'
import type { Claim } from '../../core/cutover/claim.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { PlanZone } from '../../core/cutover/plan.ts'
import { urgency } from '../call-options.ts'
import type { Cutovers } from './cutovers.ts'
import type { CutoverRow } from './rows.ts'

export interface NotOpened {
  zone: PlanZone
  trouble: AttachTrouble
  claim?: Claim
}

/** AWS knows no such zone. `noted`: what this computer kept of a cutover there. */
export interface ZoneGone {
  noted?: CutoverRow | undefined
}

/** Null: this tab drives it now. `hostname`: canonical. Asked again only by hand. */
export function openedQuery(aws: Aws, cutovers: Cutovers, zoneId: string, hostname: string) {
  return queryOptions({
    queryKey: [aws.key, 'cutover-opened', zoneId, hostname] as const,
    queryFn: async (context): Promise<NotOpened | ZoneGone | null> => {
      const zone = await findZone(aws, zoneId, urgency(context))
      if (!zone) return { noted: await cutovers.noted(zoneId, hostname) }
      const opened = await cutovers.open({ zone, hostname })
      return 'session' in opened ? null : { zone, ...opened }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

/** Undefined where AWS knows none of that id. @throws AwsProblem */
async function findZone(aws: Aws, zoneId: string, options: CallOptions): Promise<PlanZone | undefined> {
  try {
    const { id, name, linkedService } = await getHostedZone(aws, zoneId, options)
    return { id, name, linkedService }
  } catch (error) {
    if (error instanceof AwsProblem && error.facts.code === 'NoSuchHostedZone') return undefined
    throw error
  }
}
