/** Facts about the zone, the hostname in it, and what resolvers say. */
import { dataOf } from '../../core/dns/resolver-answer.ts'
import type { HostedZone } from '../../core/dns/hosted-zone.ts'
import { parentName } from '../../core/dns/name.ts'
import { candidateZones } from '../../core/dns/zone-choice.ts'
import { isManagedType } from '../../core/cutover/managed.ts'
import { cutoverNames } from '../../core/cutover/names.ts'
import { deriveParams } from '../../core/cutover/preflight/derive-params.ts'
import { derivePlanning } from '../../core/cutover/preflight/derive-planning.ts'
import { journalsIn } from '../../core/cutover/preflight/journals.ts'
import { getDnssecStatus } from '../dns/dnssec.ts'
import { listProtections } from '../dns/protections.ts'
import { type ReadRecordSets, readRecordSets } from '../dns/record-sets.ts'
import { sampleResolvers } from '../dns/resolvers.ts'
import { listZoneTags } from '../dns/tags.ts'
import { listJournalRecords, scanZone } from '../dns/zone-scan.ts'
import { getHostedZone, listZonesFor } from '../dns/zones.ts'
import { type FactContext, NoFact, type Readers, settled } from './fact-context.ts'

/** ms between two readings of the hostname: records that somebody is changing do not hold still. */
const pause = 2_000

export const dnsReaders = {
  subject: ({ subject }) => Promise.resolve(subject),
  now: ({ ports }) => Promise.resolve(ports.now()),
  zones: ({ ports, subject, options }) => listZonesFor(ports.aws, subject.hostname, options),
  zone: async ({ get, subject, ports, options }) => {
    const candidates = candidateZones(subject.hostname, await get('zones'))
    const chosen =
      subject.zoneId === undefined
        ? (candidates.find(({ linkedService }) => linkedService === undefined) ?? candidates[0])
        : candidates.find(({ id }) => id === subject.zoneId)
    if (!chosen) throw new NoFact('zones')
    return getHostedZone(ports.aws, chosen.id, options)
  },
  zoneTags: async ({ get, ports, options }) =>
    settled(listZoneTags(ports.aws, (await get('zone')).id, options)),
  records: readHostname,
  recordsTwice: async (context) => {
    const first = await context.get('records')
    await context.ports.aws.ports.sleep(pause, context.options.signal)
    return { first, second: await readHostname(context) }
  },
  sweep: async ({ get, ports, options }) => scanZone(ports.aws, (await get('zone')).id, options),
  rivals: readRivals,
  delegation: async ({ get, ports: { doh }, options: { signal } }) => {
    const { name, isPrivate } = await get('zone')
    return doh && !isPrivate ? sampleResolvers(doh, { name, type: 'NS' }, { signal, samples: 1 }) : []
  },
  publicAnswers: async ({ get, subject, ports: { doh }, options: { signal } }) => {
    const { isPrivate } = await get('zone')
    if (!doh || isPrivate) return []
    const asked = ['A', 'AAAA'].map((type) =>
      sampleResolvers(doh, { name: subject.hostname, type }, { signal }),
    )
    return (await Promise.all(asked)).flat()
  },
  journals: async ({ get, ports, options }) => {
    const { id, name } = await get('zone')
    return journalsIn(await listJournalRecords(ports.aws, name, id, options), name)
  },
  protections: async ({ get, ports, options }) => listProtections(ports.aws, (await get('zone')).id, options),
  dnssec: async ({ get, ports, options }) => getDnssecStatus(ports.aws, (await get('zone')).id, options),
  params: async ({ get, subject }) => {
    const [zone, sweep, records, loadBalancer, publicAnswers] = await Promise.all([
      get('zone'),
      get('sweep'),
      get('records'),
      get('loadBalancer'),
      get('publicAnswers'),
    ])
    return deriveParams({ subject, zone, sweep, records, loadBalancer, publicAnswers })
  },
  planning: async ({ get, subject }) => {
    const [zone, records, params, protections] = await Promise.all([
      get('zone'),
      get('records'),
      get('params'),
      get('protections'),
    ])
    return derivePlanning({ subject, zone, records, params, protections })
  },
} satisfies Partial<Readers>

/** Everything at the hostname and at the parked name. */
async function readHostname({ get, subject, ports, options }: FactContext): Promise<ReadRecordSets> {
  const { id, name } = await get('zone')
  const { parked } = cutoverNames(subject.hostname, name)
  const [own, old] = await Promise.all(
    [subject.hostname, parked].map((each) => readRecordSets(ports.aws, id, each, options)),
  )
  return {
    records: [...(own?.records ?? []), ...(old?.records ?? [])],
    unknownFields: own?.unknownFields ?? [],
  }
}

/** Zones of clients elsewhere: private ones, and public ones of the same name or, seen from a private zone, any. */
async function readRivals(context: FactContext): Promise<{ zone: HostedZone; holds: boolean }[]> {
  const { get, subject } = context
  const [zones, zone] = await Promise.all([get('zones'), get('zone')])
  const facing = new Set(candidateZones(subject.hostname, zones).map(({ id }) => id))
  const others = zones.filter(({ id, isPrivate }) => id !== zone.id && (isPrivate || facing.has(id)))
  return Promise.all(others.map(async (other) => ({ zone: other, holds: await isHeld(context, other) })))
}

/** True when the zone answers for the hostname, by its own records or by a wildcard above it. */
async function isHeld({ subject, ports, options }: FactContext, zone: HostedZone): Promise<boolean> {
  const names = [subject.hostname]
  for (let at = parentName(subject.hostname); at?.endsWith(zone.name); at = parentName(at))
    names.push(`\\052.${at}`)
  const found = await Promise.all(names.map((name) => readRecordSets(ports.aws, zone.id, name, options)))
  return found.some(({ records }) => records.some(({ Type }) => isManagedType(Type, true)))
}

/** IPv4 addresses of a name as the public sees it; none where nobody may be asked. */
export async function publicAddresses(
  { ports: { doh }, options: { signal } }: FactContext,
  name: string,
): Promise<string[]> {
  if (!doh) return []
  const samples = await sampleResolvers(doh, { name, type: 'A' }, { signal, samples: 1 })
  return dataOf(
    samples.filter((sample) => 'rcode' in sample),
    'A',
  )
}
