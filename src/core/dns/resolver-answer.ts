/** What recursive resolvers and name servers answer, whatever way they were asked. */

/** One record of an answer. */
export interface AnsweredRecord {
  /** As the resolver writes it. */
  name: string
  /** `A`, `CNAME`, …, or `TYPE99` for types without a name here. */
  type: string
  /** Seconds left in that cache. */
  ttl: number
  data: string
}

export interface ResolverAnswer {
  /** Name of the resolver as configured. */
  resolver: string
  /** `NOERROR`, `SERVFAIL`, `NXDOMAIN`, or `RCODE5`. */
  rcode: string
  /** The chain of CNAMEs first, then what was asked for. */
  records: AnsweredRecord[]
}

/** No answer: out of reach, too slow, or not in the promised form. Says nothing about the name. */
export interface ResolverSilence {
  resolver: string
  silence: 'unreachable' | 'late' | 'refused' | 'malformed'
}

export type ResolverSample = ResolverAnswer | ResolverSilence

export interface DnsQuestion {
  /** Canonical. */
  name: string
  type: string
}

/** The samples that are answers. */
export function answersOf(samples: readonly ResolverSample[]): ResolverAnswer[] {
  return samples.filter((sample) => 'rcode' in sample)
}

/** Data of the records of one type, each once. */
export function dataOf(answers: readonly ResolverAnswer[], type: string): string[] {
  const records = answers.flatMap((answer) => answer.records.filter((record) => record.type === type))
  return [...new Set(records.map(({ data }) => data))]
}

/** The longest remaining TTL over whole chains, seconds; undefined without any record. */
export function longestTtl(answers: readonly ResolverAnswer[]): number | undefined {
  const ttls = answers.flatMap(({ records }) => records.map(({ ttl }) => ttl))
  return ttls.length === 0 ? undefined : Math.max(...ttls)
}
