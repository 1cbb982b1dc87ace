/** What the original records lead to: whether it still exists, and how to see whether it is still in use. */
import type { LegacyPart } from '../../core/cutover/preflight/facts.ts'
import type { HostedZoneDetails } from '../../core/dns/hosted-zone.ts'
import { isWithin } from '../../core/dns/name.ts'
import { type RecordSet, valuesOf } from '../../core/dns/record-set.ts'
import { answersOf } from '../../core/dns/resolver-answer.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { getHealthCheck } from '../dns/health-checks.ts'
import { readRecordSets } from '../dns/record-sets.ts'
import { type DohPorts, sampleResolvers } from '../dns/resolvers.ts'
import { findAddresses } from '../ec2/addresses.ts'
import { findInstances } from '../ec2/instances.ts'
import { listClassicLoadBalancers } from '../elb/classic-load-balancers.ts'
import { listLoadBalancers } from '../elb/load-balancers.ts'

export interface LegacyQuestion {
  aws: Aws
  doh?: DohPorts
  zone: Pick<HostedZoneDetails, 'id' | 'name' | 'isPrivate'>
}

/** Aliases to aliases of the same zone are followed that deep. */
const mostAliases = 4

/** One for each thing that `records` name. @throws AwsProblem */
export async function resolveLegacy(
  question: LegacyQuestion,
  records: readonly RecordSet[],
  options?: CallOptions,
  depth = 0,
): Promise<LegacyPart[]> {
  const addresses = records.filter(({ Type }) => Type === 'A' || Type === 'AAAA').flatMap(valuesOf)
  const names = records.flatMap((record) =>
    record.AliasTarget ? [record.AliasTarget.DNSName] : record.Type === 'CNAME' ? valuesOf(record) : [],
  )
  const checks = records.flatMap(({ HealthCheckId }) => HealthCheckId ?? [])
  const inZone = names.filter((name) => isWithin(canonical(name), question.zone.name))
  const balancers = names.filter((name) => balancerRegion(name) !== undefined)
  const elsewhere = names.filter((name) => !inZone.includes(name) && !balancers.includes(name))
  const parts = await Promise.all([
    ofAddresses(question, unique(addresses), options),
    ofBalancers(question, unique(balancers), options),
    ...unique(elsewhere).map((name) => ofName(question, name, options)),
    ...unique(inZone).map((name) => ofRecord(question, canonical(name), options, depth)),
    ...unique(checks).map((id) => ofHealthCheck(question, id, options)),
  ])
  return parts.flat()
}

/** Elastic IP addresses of this account are looked at; others could be anybody's. */
async function ofAddresses(
  { aws }: LegacyQuestion,
  values: string[],
  options: CallOptions | undefined,
): Promise<LegacyPart[]> {
  if (values.length === 0) return []
  const found = new Map((await findAddresses(aws, values, options)).map((one) => [one.publicIp, one]))
  const ids = unique([...found.values()].flatMap(({ instanceId }) => instanceId ?? []))
  const instances = ids.length > 0 ? await findInstances(aws, ids, options) : []
  const stateOf = new Map(instances.map(({ id, state }) => [id, state]))
  return values.map((value): LegacyPart => {
    const address = found.get(value)
    if (!address)
      return { value, kind: 'address', state: 'unknown', target: { kind: 'elsewhere', name: value } }
    const { instanceId, networkInterfaceId } = address
    if (instanceId === undefined)
      return {
        value,
        kind: 'address',
        state: networkInterfaceId === undefined ? 'gone' : 'there',
        target: { kind: 'elsewhere', name: value },
      }
    const state = stateOf.get(instanceId) ?? 'terminated'
    return {
      value,
      kind: 'address',
      state: state === 'running' ? 'there' : 'gone',
      owner: state === 'running' ? instanceId : `${instanceId} ${state}`,
      target: { kind: 'instance', instanceId },
    }
  })
}

async function ofBalancers(
  { aws }: LegacyQuestion,
  names: string[],
  options: CallOptions | undefined,
): Promise<LegacyPart[]> {
  if (names.length === 0) return []
  const [newer, classic] = await Promise.all([
    listLoadBalancers(aws, options),
    listClassicLoadBalancers(aws, options),
  ])
  return names.map((value): LegacyPart => {
    const kind = 'load-balancer'
    const balancer = newer.find(({ dnsName }) => bare(dnsName) === bare(value))
    if (balancer)
      return {
        value,
        kind,
        state: balancer.state === 'active' ? 'there' : 'gone',
        owner: balancer.name,
        target: { kind: 'application', loadBalancerArn: balancer.arn },
      }
    const old = classic.find(({ dnsName }) => bare(dnsName) === bare(value))
    if (old)
      return { value, kind, state: 'there', owner: old.name, target: { kind: 'classic', name: old.name } }
    // Load balancers of other Regions and accounts are not listed.
    const state = balancerRegion(value) === aws.region ? 'gone' : 'unknown'
    return { value, kind, state, target: { kind: 'elsewhere', name: value } }
  })
}

/** A name outside of the zone: it resolves, or it does not, or nobody may be asked. */
async function ofName(
  { doh, zone }: LegacyQuestion,
  value: string,
  options: CallOptions | undefined,
): Promise<LegacyPart[]> {
  const target = { kind: 'elsewhere' as const, name: value }
  if (!doh || zone.isPrivate) return [{ value, kind: 'name', state: 'unknown', target }]
  const question = { name: canonical(value), type: 'A' }
  const answers = answersOf(await sampleResolvers(doh, question, { signal: options?.signal, samples: 1 }))
  const codes = answers.map(({ rcode }) => rcode)
  const state = codes.includes('NOERROR') ? 'there' : codes.includes('NXDOMAIN') ? 'gone' : 'unknown'
  return [{ value, kind: 'name', state, target }]
}

/** A record of the same zone, and what that one leads to. */
async function ofRecord(
  question: LegacyQuestion,
  name: string,
  options: CallOptions | undefined,
  depth: number,
): Promise<LegacyPart[]> {
  const { records } = await readRecordSets(question.aws, question.zone.id, name, options)
  const there: LegacyPart = { value: name, kind: 'record', state: records.length > 0 ? 'there' : 'gone' }
  if (depth >= mostAliases) return [there]
  return [there, ...(await resolveLegacy(question, records, options, depth + 1))]
}

async function ofHealthCheck(
  { aws }: LegacyQuestion,
  id: string,
  options: CallOptions | undefined,
): Promise<LegacyPart[]> {
  try {
    await getHealthCheck(aws, id, options)
    return [{ value: id, kind: 'health-check', state: 'there' }]
  } catch (error) {
    if (!(error instanceof AwsProblem) || error.kind !== 'not-found') throw error
    return [{ value: id, kind: 'health-check', state: 'gone' }]
  }
}

/** `name.region.elb.amazonaws.com`, `name.elb.region.amazonaws.com`; undefined for other names. */
function balancerRegion(name: string): string | undefined {
  const match = /\.(?:([a-z0-9-]+)\.elb|elb\.([a-z0-9-]+))\.amazonaws\.com\.?$/i.exec(name)
  return (match?.[1] ?? match?.[2])?.toLowerCase()
}

/** `dualstack.X` and `X` are the same load balancer. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '')
}

function canonical(name: string): string {
  return name.toLowerCase().replace(/\.?$/, '.')
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
