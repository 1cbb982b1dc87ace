/** Whose a claim is that does not say it: its name is a hash of the hostname, so every name of the zone can be tried. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { scanZone } from '../../aws/dns/zone-scan.ts'
import { cutoverNames } from '../../core/cutover/names.ts'
import type { PlanZone } from '../../core/cutover/plan.ts'
import { urgency } from '../call-options.ts'

/** By name of the claim; missing where nothing stands at the hostname itself, because a wildcard serves it. */
export function claimHostnamesQuery(
  aws: Aws,
  zone: Pick<PlanZone, 'id' | 'name'>,
  claimNames: readonly string[],
) {
  return queryOptions({
    queryKey: [aws.key, 'claim-hostnames', zone.id, zone.name, ...claimNames] as const,
    queryFn: async (context): Promise<Record<string, string>> => {
      const records = await scanZone(aws, zone.id, urgency(context))
      return hostnamesOf(
        claimNames,
        zone.name,
        records.map(({ Name }) => Name),
      )
    },
    // A hash has one hostname for ever.
    staleTime: Number.POSITIVE_INFINITY,
    enabled: claimNames.length > 0,
  })
}

/** `names`: canonical. */
export function hostnamesOf(
  claimNames: readonly string[],
  zoneName: string,
  names: readonly string[],
): Record<string, string> {
  const wanted = new Set(claimNames)
  const found: Record<string, string> = {}
  for (const name of new Set(names)) {
    const { claim } = cutoverNames(name, zoneName)
    if (wanted.has(claim)) found[claim] = name
  }
  return found
}
