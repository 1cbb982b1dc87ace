/** Who may have changed a hostname's records: signs that other tools leave in the zone. Ask CloudTrail to be certain. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { readRecordSets } from '../../aws/dns/record-sets.ts'
import { listZoneTags } from '../../aws/dns/tags.ts'
import { externalDnsRecords, toolOfTags } from '../../core/cutover/likely-owner.ts'
import type { RecordSet } from '../../core/dns/record-set.ts'
import { AwsProblem } from '../../core/problem.ts'
import { urgency } from '../call-options.ts'

export interface LikelyOwner {
  /** Ownership records of external-dns. */
  externalDns: RecordSet[]
  /** As the zone's tags say; undefined where they say nothing or may not be read. */
  tool: string | undefined
}

/** https://github.com/kubernetes-sigs/external-dns/blob/master/docs/registry/txt.md */
const prefixes = ['', 'a-', 'aaaa-', 'cname-']

export function likelyOwnerQuery(aws: Aws, zoneId: string, hostname: string) {
  return queryOptions({
    queryKey: [aws.key, 'likely-owner', zoneId, hostname] as const,
    queryFn: async (context): Promise<LikelyOwner> => {
      const options = urgency(context)
      const [tags, ...found] = await Promise.all([
        unlessRefused(listZoneTags(aws, zoneId, options)),
        ...prefixes.map(async (prefix) => {
          const { records } = await readRecordSets(aws, zoneId, `${prefix}${hostname}`, options)
          return records
        }),
      ])
      return {
        externalDns: externalDnsRecords(found.flat(), hostname),
        tool: tags && toolOfTags(tags),
      }
    },
    staleTime: 60_000,
  })
}

async function unlessRefused<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AwsProblem) return undefined
    throw error
  }
}
