/** The console's own way to read a zone, plan for it and write it back, without screens: runs in Node and in a page alike. */
import { createAws } from '../../src/aws/client.ts'
import type { Aws } from '../../src/aws/context.ts'
import { changeRecordSets } from '../../src/aws/dns/changes.ts'
import { readPage, readRecordSets } from '../../src/aws/dns/record-sets.ts'
import { scanZone } from '../../src/aws/dns/zone-scan.ts'
import { Limiter } from '../../src/aws/limiter.ts'
import { params } from '../../src/core/cutover/fixtures/records.ts'
import { makePlan } from '../../src/core/cutover/plan.ts'
import type { Change, RecordSet } from '../../src/core/dns/record-set.ts'
import { now } from '../../src/lib/clock.ts'

export interface Account {
  account: string
  endpoint: string
  keys: { accessKeyId: string; secretAccessKey: string; sessionToken: string }
}

export interface TripZone {
  id: string
  /** Canonical, as is the hostname for which a cutover is planned. */
  name: string
  hostname: string
}

export interface Trip {
  zone: string
  /** As read, before anything is written. */
  before: RecordSet[]
  /** Elements that the SDK does not know; the zone is left alone when there are any. */
  unknownFields: string[]
  /** Code of the refusal, or the digest of the plan, which is made of everything that was read at the hostname. */
  planning: string
  /** As read after everything was deleted and created again. */
  after: RecordSet[]
}

/** Reads each zone, plans for its hostname, writes everything back as it was read, and reads again. */
export async function roundTrip(account: Account, zones: readonly TripZone[]): Promise<Trip[]> {
  const aws = awsOf(account)
  const trips: Trip[] = []
  for (const zone of zones) trips.push(await through(aws, zone))
  return trips
}

async function through(aws: Aws, zone: TripZone): Promise<Trip> {
  const { items } = await readPage(aws, { HostedZoneId: zone.id })
  const before = items.map(({ record }) => record)
  const unknownFields = items.flatMap((item) => item.unknownFields)
  if (unknownFields.length === 0) {
    const changes = [...before.map(remove), ...before.map(create)]
    await changeRecordSets(aws, zone.id, changes, 'Round trip')
  }
  return {
    zone: zone.id,
    before,
    unknownFields,
    planning: await planningOf(aws, zone),
    after: await scanZone(aws, zone.id),
  }
}

async function planningOf(aws: Aws, zone: TripZone): Promise<string> {
  const { hostname } = zone
  const { records, unknownFields } = await readRecordSets(aws, zone.id, hostname)
  const planning = makePlan({ zone, hostname, records, unknownFields, params })
  return 'plan' in planning ? planning.plan.digest : planning.refusal.code
}

const remove = (ResourceRecordSet: RecordSet): Change => ({ Action: 'DELETE', ResourceRecordSet })
const create = (ResourceRecordSet: RecordSet): Change => ({ Action: 'CREATE', ResourceRecordSet })

function awsOf({ account, endpoint, keys }: Account): Aws {
  // Its clock runs a second each time it is looked at, so that the budget never holds a call back.
  let seconds = 0
  const budgetClock = (): number => {
    seconds += 1
    return seconds * 1000
  }
  return createAws({
    account,
    endpoint,
    region: 'ap-northeast-2',
    role: 'round-trip',
    credentials: () => Promise.resolve(keys),
    limiter: new Limiter({ now: budgetClock, later: (work) => queueMicrotask(work) }, 1),
    ports: {
      renew: () => Promise.reject(new Error('The keys of a simulated account do not expire')),
      onSignedOut: () => undefined,
      online: () => true,
      reachesOwnOrigin: () => Promise.resolve(true),
      random: () => 0,
      sleep: () => Promise.resolve(),
      now,
    },
  })
}
