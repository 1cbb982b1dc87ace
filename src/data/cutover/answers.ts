/** What the hostname is answered with now: by Route 53's own name servers, and by each public resolver with what its cache has left. */
import { queryOptions } from '@tanstack/react-query'
import type { CallOptions } from '../../aws/call.ts'
import type { Aws } from '../../aws/context.ts'
import { askResolvers, resolveSides } from '../../aws/cutover/verify.ts'
import type { DohPorts } from '../../aws/dns/resolvers.ts'
import { testDnsAnswer } from '../../aws/dns/test-dns-answer.ts'
import type { Plan } from '../../core/cutover/plan.ts'
import { standingState } from '../../core/cutover/standing.ts'
import { expectedShares, type Side, sideOf } from '../../core/cutover/verification/sides.ts'
import type { ResolverSample } from '../../core/dns/resolver-answer.ts'
import { AwsProblem } from '../../core/problem.ts'
import { serverNow } from '../../lib/clock.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'
import type { CutoverSession } from './cutover-session.ts'

export interface DnsAnswer {
  /** Name of the resolver; undefined for Route 53 itself. */
  resolver?: string
  /** A, AAAA or CNAME. */
  type: string
  /** `NOERROR`, …, or why there is no answer. */
  outcome: string
  data: readonly string[]
  /** Absent where there is no answer. */
  side?: Side
  /** When that cache forgets it, ms since the epoch; undefined where nobody tells. */
  until?: number
}

export interface DnsAnswers {
  answers: readonly DnsAnswer[]
  /** Public resolvers are not asked: the zone is private, or none is configured. */
  isQuiet: boolean
}

export function answersQuery(aws: Aws, session: CutoverSession) {
  const state = standingState(session.get().run)
  return queryOptions({
    queryKey: [aws.key, 'cutover-answers', session.id, state] as const,
    queryFn: async (context): Promise<DnsAnswers> => {
      const { plan } = session.get().run
      const isPrivate = await session.sources.isPrivate()
      const doh = isPrivate ? undefined : session.sources.doh()
      return readAnswers(aws, { plan, state, isPrivate, doh }, urgency(context))
    },
    ...polling<DnsAnswers>(aws, intervals.answers),
  })
}

interface Question {
  plan: Plan
  state: number
  isPrivate: boolean
  doh: DohPorts | undefined
}

async function readAnswers(
  aws: Aws,
  { plan, state, isPrivate, doh }: Question,
  options: CallOptions,
): Promise<DnsAnswers> {
  const expected = expectedShares(plan, state)
  const [sides, asked = [], own] = await Promise.all([
    resolveSides(doh, plan, options.signal),
    doh && askResolvers(doh, plan, state, { signal: options.signal, samples: 1 }),
    Promise.all(isPrivate ? [] : expected.map(({ type }) => askRoute53(aws, plan, type, options))),
  ])
  const answers = own.map((one) => ({
    ...one,
    ...(one.data.length > 0 && { side: sideOf(one.data, sides) }),
  }))
  const heard = asked.flatMap(({ type, samples }) =>
    samples.map((sample): DnsAnswer => ({ type, ...read(sample, type, sides) })),
  )
  return { answers: [...answers, ...heard], isQuiet: !doh }
}

/** A role that may not ask sees that it may not, in the answer's place. */
async function askRoute53(aws: Aws, plan: Plan, type: string, options: CallOptions): Promise<DnsAnswer> {
  try {
    const answer = await testDnsAnswer(aws, plan.zone.id, { name: plan.hostname, type }, options)
    return { type, outcome: answer.rcode, data: answer.data }
  } catch (problem) {
    if (!(problem instanceof AwsProblem)) throw problem
    return { type, outcome: problem.facts.code, data: [] }
  }
}

function read(
  sample: ResolverSample,
  type: string,
  sides: Parameters<typeof sideOf>[1],
): Omit<DnsAnswer, 'type'> {
  const { resolver } = sample
  if (!('rcode' in sample)) return { resolver, outcome: sample.silence, data: [] }
  const { records, rcode } = sample
  // A chain is remembered until its first member is forgotten.
  const ttls = records.map(({ ttl }) => ttl)
  return {
    resolver,
    outcome: rcode,
    data: records.filter((record) => record.type === type).map(({ data }) => data),
    ...(rcode === 'NOERROR' &&
      records.length > 0 && {
        side: sideOf(
          records.map(({ data }) => data),
          sides,
        ),
      }),
    ...(ttls.length > 0 && { until: serverNow() + Math.min(...ttls) * 1000 }),
  }
}
