/** What a verification asks of DNS: name servers, public resolvers, and the addresses behind both sides. */
import type { Plan } from '../../core/cutover/plan.ts'
import { shareSamples } from '../../core/cutover/verification/name-server-answers.ts'
import { expectedShares, knownSides, plain, type Sides } from '../../core/cutover/verification/sides.ts'
import type { NameServerSample, StepFacts } from '../../core/cutover/verification/step-facts.ts'
import { answersOf, dataOf } from '../../core/dns/resolver-answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { type DohPorts, sampleResolvers } from '../dns/resolvers.ts'
import { type ClientSubnet, testDnsAnswer } from '../dns/test-dns-answer.ts'

/** Besides the resolver's own place: networks on two continents. */
const subnets: readonly ClientSubnet[] = [
  { address: '8.8.8.0', bits: 24 },
  { address: '168.126.63.0', bits: 24 },
]

/** ms between questions: at most two a second, so that others keep most of Route 53's rate. */
const between = 500

/** A load balancer with more nodes shows eight of its addresses at a time. */
const mostShown = 8

/** Every expected type from three places; while two sides answer, often enough to see both. @throws AwsProblem */
export async function askNameServers(
  aws: Aws,
  plan: Plan,
  state: number,
  options?: CallOptions,
): Promise<NameServerSample[]> {
  const places = [undefined, ...subnets]
  const questions = expectedShares(plan, state).flatMap(({ type, share }) =>
    Array.from({ length: share > 0 && share < 100 ? shareSamples : places.length }, (_, index) => ({
      type,
      clientSubnet: places[index % places.length],
    })),
  )
  const samples: NameServerSample[] = []
  for (const { type, clientSubnet } of questions) {
    if (samples.length > 0) await aws.ports.sleep(between, options?.signal)
    const question = { name: plan.hostname, type }
    const { rcode, data } = await testDnsAnswer(aws, plan.zone.id, question, {
      ...options,
      ...(clientSubnet && { clientSubnet }),
    })
    samples.push({ type, vantage: clientSubnet?.address ?? 'default', rcode, data })
  }
  return samples
}

/** What public resolvers answer for the types of a state, `samples` times each. Rejects only when `signal` is aborted. */
export async function askResolvers(
  doh: DohPorts,
  plan: Plan,
  state: number,
  { signal, samples }: { signal?: AbortSignal | undefined; samples?: number } = {},
): Promise<NonNullable<StepFacts['resolvers']>> {
  return Promise.all(
    expectedShares(plan, state).map(async ({ type }) => ({
      type,
      samples: await sampleResolvers(
        doh,
        { name: plan.hostname, type },
        { signal, ...(samples !== undefined && { samples }) },
      ),
    })),
  )
}

/** Both sides with the addresses behind their names, as far as public resolvers tell. */
export async function resolveSides(
  doh: DohPorts | undefined,
  plan: Plan,
  signal?: AbortSignal,
): Promise<Sides> {
  const { legacy, ours } = knownSides(plan)
  const [old, moved] = await Promise.all([legacy, ours].map((side) => withAddresses(doh, side, signal)))
  return {
    legacy: old?.data ?? legacy,
    ours: moved?.data ?? ours,
    complete: old?.complete === true && moved?.complete === true,
  }
}

async function withAddresses(
  doh: DohPorts | undefined,
  side: readonly string[],
  signal: AbortSignal | undefined,
): Promise<{ data: string[]; complete: boolean }> {
  const names = side.filter((one) => !isAddress(one))
  if (!doh) return { data: [...side], complete: names.length === 0 }
  const found = await Promise.all(
    names.flatMap((name) => ['A', 'AAAA'].map((type) => addressesOf(doh, name, type, signal))),
  )
  return {
    data: [...new Set([...side, ...found.flatMap(({ data }) => data)])],
    complete: found.every(({ complete }) => complete),
  }
}

async function addressesOf(
  doh: DohPorts,
  name: string,
  type: string,
  signal: AbortSignal | undefined,
): Promise<{ data: string[]; complete: boolean }> {
  const answers = answersOf(await sampleResolvers(doh, { name: `${name}.`, type }, { signal }))
  const data = dataOf(answers, type).map(plain)
  const isKnown = answers.some(({ rcode }) => rcode === 'NOERROR')
  return { data, complete: isKnown && answers.every(({ records }) => records.length < mostShown) }
}

function isAddress(data: string): boolean {
  return data.includes(':') || /^\d+(\.\d+){3}$/.test(data)
}
