/** Hosted zones and their records, for choosing what shall be moved. */
import { queryOptions } from '@tanstack/react-query'
import type { CallOptions } from '../../aws/call.ts'
import type { Aws } from '../../aws/context.ts'
import { readRecordSets } from '../../aws/dns/record-sets.ts'
import { sampleResolvers } from '../../aws/dns/resolvers.ts'
import { scanZone } from '../../aws/dns/zone-scan.ts'
import { getHostedZone, listHostedZones, listZonesFor } from '../../aws/dns/zones.ts'
import type { HostedZone } from '../../core/dns/hosted-zone.ts'
import type { RecordSet } from '../../core/dns/record-set.ts'
import { answersOf, dataOf } from '../../core/dns/resolver-answer.ts'
import { urgency } from '../call-options.ts'
import type { CutoverHost } from './host.ts'

/** What is chosen from is read again when asked for; ms for which it is taken as fresh. */
const staleTime = 60_000

/** All of the account. */
export function hostedZonesQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'hosted-zones'] as const,
    queryFn: (context): Promise<HostedZone[]> => listHostedZones(aws, urgency(context)),
    staleTime,
  })
}

/** Those whose name is the hostname (canonical) or an ancestor of it. */
export function zonesForQuery(aws: Aws, hostname: string) {
  return queryOptions({
    queryKey: [aws.key, 'zones-for', hostname] as const,
    queryFn: (context): Promise<HostedZone[]> => listZonesFor(aws, hostname, urgency(context)),
    staleTime,
  })
}

/** Every record set of a zone: a call for each 300. */
export function zoneRecordsQuery(aws: Aws, zoneId: string) {
  return queryOptions({
    queryKey: [aws.key, 'zone-records', zoneId] as const,
    queryFn: (context): Promise<RecordSet[]> => scanZone(aws, zoneId, urgency(context)),
    staleTime,
  })
}

/** Record sets of one name (canonical), of every type. */
export function ownRecordsQuery(aws: Aws, zoneId: string, hostname: string) {
  return queryOptions({
    queryKey: [aws.key, 'own-records', zoneId, hostname] as const,
    queryFn: async (context): Promise<RecordSet[]> =>
      (await readRecordSets(aws, zoneId, hostname, urgency(context))).records,
    staleTime,
  })
}

/** By id of a public zone: whether resolvers are sent to its name servers; missing where nobody may be asked or none answered. */
export function delegationQuery(host: CutoverHost, zones: readonly HostedZone[]) {
  return queryOptions({
    queryKey: [host.aws.key, 'delegation', host, zones] as const,
    // The host is the tab's own, and no part of what is asked.
    queryKeyHashFn: () => JSON.stringify([host.aws.key, 'delegation', ...zones.map(({ id }) => id)]),
    queryFn: async (context): Promise<Record<string, boolean>> => {
      const asked = zones.filter(({ isPrivate }) => !isPrivate)
      const answers = await Promise.all(asked.map((zone) => isDelegated(host, zone, urgency(context))))
      return Object.fromEntries(
        asked.flatMap(({ id }, index) => {
          const answer = answers[index]
          return answer === undefined ? [] : [[id, answer] as const]
        }),
      )
    },
    staleTime,
  })
}

async function isDelegated(
  { aws, doh }: CutoverHost,
  { id, name }: HostedZone,
  options: CallOptions,
): Promise<boolean | undefined> {
  if (!doh) return undefined
  const { signal } = options
  const [{ nameServers }, samples] = await Promise.all([
    getHostedZone(aws, id, options),
    sampleResolvers(doh, { name, type: 'NS' }, { signal, samples: 1 }),
  ])
  const answers = answersOf(samples).filter(({ rcode }) => rcode !== 'SERVFAIL')
  if (answers.length === 0) return undefined
  return dataOf(answers, 'NS').some((server) => nameServers.includes(server.toLowerCase().replace(/\.$/, '')))
}
