/** What a zone holds, read by a client that is not ours: AWS's own command line, or its SDK where that is not installed. */
import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { expect } from '@playwright/test'
import { allRecords } from './cutover-steps.ts'
import type { World } from './fixtures.ts'

const hasCommandLine = spawnSync('aws', ['--version']).status === 0

/** Every record set, in an order of its own. Values are sorted: Route 53 promises no order of them. */
export async function readZone(world: World, id: string): Promise<ResourceRecordSet[]> {
  const records = await (hasCommandLine ? byCommandLine(world, id) : allRecords(world, id))
  return sorted(records)
}

/** So that two zones are the same when each record set has the same members, and the same values as often. */
function sorted(records: readonly ResourceRecordSet[]): ResourceRecordSet[] {
  return records.map(withValuesSorted).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function withValuesSorted({ ResourceRecords, ...rest }: ResourceRecordSet): ResourceRecordSet {
  if (!ResourceRecords) return rest
  const values = ResourceRecords.map(({ Value = '' }) => Value).toSorted()
  return { ...rest, ResourceRecords: values.map((Value) => ({ Value })) }
}

function keyOf({ Name, Type, SetIdentifier }: ResourceRecordSet): string {
  return JSON.stringify([Name, Type, SetIdentifier])
}

/** It goes through the pages by itself. Nothing of the machine's own AWS configuration takes part. */
async function byCommandLine(
  { accessKeyId, secretAccessKey, sessionToken, config }: World,
  id: string,
): Promise<ResourceRecordSet[]> {
  const { PATH, HOME } = process.env
  const env = {
    PATH,
    HOME,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  }
  const command = ['route53', 'list-resource-record-sets', '--hosted-zone-id', id]
  const how = ['--endpoint-url', config.endpoint, '--region', 'us-east-1', '--output', 'json']
  const { stdout } = await promisify(execFile)('aws', [...command, ...how], { env })
  return (JSON.parse(stdout) as { ResourceRecordSets: ResourceRecordSet[] }).ResourceRecordSets
}

/** What of the zone is the journal of a cutover of that hostname, and what is not. */
interface Parted {
  /** The text of the claim, without its quotes. */
  claim: string | undefined
  snapshot: ResourceRecordSet | undefined
  others: ResourceRecordSet[]
}

function parted(records: readonly ResourceRecordSet[], hostname: string): Parted {
  const names = journalNames(hostname)
  const at = (name: string): ResourceRecordSet | undefined =>
    records.find(({ Name, Type }) => Name === name && Type === 'TXT')
  return {
    claim: at(names.claim)
      ?.ResourceRecords?.map(({ Value }) => Value?.slice(1, -1))
      .join(' and '),
    snapshot: at(names.snapshot),
    others: records.filter(({ Name }) => Name !== names.claim && Name !== names.snapshot),
  }
}

/** Directly below the apex, under the first 16 digits of the hostname's SHA-256. */
function journalNames(hostname: string): { claim: string; snapshot: string } {
  const hash = createHash('sha256').update(`${hostname}.`).digest('hex').slice(0, 16)
  return { claim: `_cutover-${hash}.example.com.`, snapshot: `_cutover-${hash}-s.example.com.` }
}

/** A zone as it must be: what stands in the claim, and every record set that is not of the journal. */
interface Expected {
  hostname: string
  records: readonly ResourceRecordSet[]
  claim: RegExp
}

/** Record by record; the journal is whole: its claim says so, and its snapshot is there. On the way the quicker client will do. */
export async function expectZone(world: World, id: string, expected: Expected): Promise<void> {
  const now = parted(sorted(await allRecords(world, id)), expected.hostname)
  expect(now.others).toStrictEqual(expected.records)
  expect(now.claim).toMatch(expected.claim)
  expect(now.snapshot).toBeDefined()
}

/** `before` with other records where a cutover of the hostname has its own; those of other types stay. */
export function withRecords(
  before: readonly ResourceRecordSet[],
  hostname: string,
  records: readonly ResourceRecordSet[],
): ResourceRecordSet[] {
  const isManaged = ({ Name, Type }: ResourceRecordSet): boolean =>
    Name === `${hostname}.` && (Type === 'A' || Type === 'AAAA' || Type === 'CNAME')
  return sorted([...before.filter((record) => !isManaged(record)), ...records])
}
