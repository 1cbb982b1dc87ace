/** Makes hosted zones as CreateHostedZone does, with the records they are born with. Scenarios build with these. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import { nextRandom } from '../../world/random.ts'
import type { World } from '../../world/world.ts'
import { uuid } from '../../world/ids.ts'
import { canonicalName } from './names.ts'

export type HostedZoneOptions = { name: string; records?: ResourceRecordSet[] } & Partial<
  Omit<HostedZoneRecord, 'name' | 'records'>
>

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** A zone with its NS and SOA record sets and `records`, which are answered at once. */
export function createHostedZone(world: World, options: HostedZoneOptions): HostedZoneRecord {
  const { records = [], ...rest } = options
  const name = canonicalName(options.name)
  const nameServers = options.nameServers ?? fourNameServers(world, options.privateZone === true)
  const made: HostedZoneRecord = {
    id: `Z${text(world, 20)}`,
    callerReference: uuid(world),
    comment: '',
    privateZone: false,
    vpcs: [],
    delegated: true,
    acceleratedRecovery: false,
    dnssec: 'NOT_SIGNING',
    propagating: [],
    protections: [],
    busyUntil: 0,
    tags: {},
    ...rest,
    name,
    nameServers,
    records: [...born(name, nameServers), ...records.map(stored)],
  }
  world.dns.hostedZones[made.id] = made
  return made
}

/** A record set with the names that Route 53 would store. */
function stored(set: ResourceRecordSet): ResourceRecordSet {
  return { ...set, Name: canonicalName(set.Name ?? '') }
}

/** TTLs and times of https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html, in seconds. */
function born(name: string, nameServers: string[]): ResourceRecordSet[] {
  const [primary = 'ns-1.awsdns-01.org'] = nameServers
  return [
    {
      Name: name,
      Type: 'NS',
      TTL: 172_800,
      ResourceRecords: nameServers.map((server) => ({ Value: `${server}.` })),
    },
    {
      Name: name,
      Type: 'SOA',
      TTL: 900,
      ResourceRecords: [{ Value: `${primary}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400` }],
    },
  ]
}

/** Public zones get four at random; private ones share four that nobody can ask. */
function fourNameServers(world: World, isPrivate: boolean): string[] {
  if (isPrivate)
    return ['com', 'net', 'org', 'co.uk'].map((end, nth) => `ns-${nth * 512}.awsdns-${nth * 16}0.${end}`)
  return ['com', 'net', 'org', 'co.uk'].map((end, nth) => {
    const number = nth * 512 + Math.floor(nextRandom(world) * 512)
    return `ns-${number}.awsdns-${String(number >> 3).padStart(2, '0')}.${end}`
  })
}

function text(world: World, length: number): string {
  let made = ''
  while (made.length < length) made += LETTERS[Math.floor(nextRandom(world) * LETTERS.length)] ?? ''
  return made
}
