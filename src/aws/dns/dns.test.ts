/** Route 53 as a cutover reads it, against the simulated AWS over its own wire format. */
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../../../simulator/adapters/sdk-handler.ts'
import { createHostedZone } from '../../../simulator/engine/dns/zone-build.ts'
import { createSimulator, type Simulator } from '../../../simulator/simulator.ts'
import type { World } from '../../../simulator/world/world.ts'
import { journalsIn } from '../../core/cutover/preflight/journals.ts'
import { isSuccess } from '../../core/dns/health-check.ts'
import { now } from '../../lib/clock.ts'
import type { Aws } from '../context.ts'
import { getDnssecStatus } from './dnssec.ts'
import {
  createHealthCheck,
  deleteHealthCheck,
  getHealthCheck,
  getHealthCheckStatus,
} from './health-checks.ts'
import { createProtections, deleteProtections, listProtections } from './protections.ts'
import { listZoneTags } from './tags.ts'
import { consoleOver } from './testing/zone.ts'
import { testDnsAnswer } from './test-dns-answer.ts'
import { listJournalRecords, scanZone } from './zone-scan.ts'
import { getHostedZone, listZonesFor } from './zones.ts'

const present = now()

function stage(build: (world: World) => void): { aws: Aws; simulator: Simulator; key: string } {
  const simulator = createSimulator({ scenario: 'empty', realNow: () => present })
  const state = simulator.control.world({ key: simulator.control.load().world })
  build(state)
  const { accessKeyId, secretAccessKey, sessionToken } = simulator.control.load({ state })
  const aws = consoleOver(new SdkHandler((request) => simulator.handle(request)), {
    accessKeyId,
    secretAccessKey,
    sessionToken,
  })
  return { aws, simulator, key: accessKeyId }
}

const address = (Name: string, ...values: string[]) => ({
  Name,
  Type: 'A' as const,
  TTL: 300,
  ResourceRecords: values.map((Value) => ({ Value })),
})
const txt = (Name: string, Value: string) => ({
  Name,
  Type: 'TXT' as const,
  TTL: 60,
  ResourceRecords: [{ Value: `"${Value}"` }],
})

describe('zones', () => {
  const { aws } = stage((world) => {
    createHostedZone(world, { id: 'ZPUBLIC', name: 'example.com', tags: { team: 'web' } })
    createHostedZone(world, {
      id: 'ZPRIVATE',
      name: 'example.com',
      privateZone: true,
      vpcs: [{ vpcId: 'vpc-1', region: 'ap-northeast-2' }],
    })
    createHostedZone(world, {
      id: 'ZSHOP',
      name: 'shop.example.com',
      acceleratedRecovery: true,
      dnssec: 'SIGNING',
    })
    createHostedZone(world, { id: 'ZOTHER', name: 'myexample.com' })
    createHostedZone(world, {
      id: 'ZLINKED',
      name: 'corp',
      linkedService: { servicePrincipal: 'servicediscovery.amazonaws.com', description: 'made by it' },
    })
  })

  it('are found by every suffix of the hostname, whatever else starts there', async () => {
    const zones = await listZonesFor(aws, 'a.shop.example.com.')
    expect(zones.map(({ id }) => id).toSorted()).toEqual(['ZPRIVATE', 'ZPUBLIC', 'ZSHOP'])
    expect(zones.find(({ id }) => id === 'ZPRIVATE')).toMatchObject({ isPrivate: true, name: 'example.com.' })
    expect(await listZonesFor(aws, 'www.nowhere.net.')).toEqual([])
    expect(await listZonesFor(aws, 'db.corp.')).toMatchObject([
      { linkedService: 'servicediscovery.amazonaws.com' },
    ])
  })

  it('tell their name servers, networks, recovery, signing and tags', async () => {
    const shop = await getHostedZone(aws, 'ZSHOP')
    expect(shop).toMatchObject({ name: 'shop.example.com.', acceleratedRecovery: 'ENABLED' })
    expect(shop.nameServers).toHaveLength(4)
    expect(shop.nameServers.every((name) => !name.endsWith('.'))).toBe(true)
    expect(await getHostedZone(aws, 'ZPRIVATE')).toMatchObject({
      vpcs: [{ id: 'vpc-1', region: 'ap-northeast-2' }],
    })
    expect(await getDnssecStatus(aws, 'ZSHOP')).toBe('SIGNING')
    expect(await getDnssecStatus(aws, 'ZPUBLIC')).toBe('NOT_SIGNING')
    expect(await listZoneTags(aws, 'ZPUBLIC')).toEqual({ team: 'web' })
    await expect(getHostedZone(aws, 'ZGONE')).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('a scan', () => {
  const hash = '0123456789abcdef'
  const claim = `_cutover-${hash}.example.com.`
  const { aws, simulator, key } = stage((world) => {
    createHostedZone(world, {
      id: 'ZBIG',
      name: 'example.com',
      records: [
        ...Array.from({ length: 700 }, (_, at) => address(`h${at}.example.com.`, '192.0.2.1')),
        txt('_acme.example.com.', 'before'),
        txt('_cutover.example.com.', 'no journal'),
        txt(`_cutover-${hash}-s.example.com.`, '1/1 '),
        address(`_cutover-${hash}-p.example.com.`, '192.0.2.9'),
        txt(claim, 'v=cutover2 id=x'),
        txt('_dmarc.example.com.', 'after'),
      ],
    })
  })
  const calls = () =>
    simulator.control
      .journal({ key })
      .filter((entry) => JSON.stringify(entry).includes('ListResourceRecordSets')).length

  it('reads the whole zone with a call for each 300 record sets', async () => {
    const counts: number[] = []
    const before = calls()
    const records = await scanZone(aws, 'ZBIG', { onPage: (count) => counts.push(count) })
    expect(records).toHaveLength(708)
    expect(counts).toEqual([300, 600, 708])
    expect(calls() - before).toBe(3)
  })

  it('finds every journal with one call', async () => {
    const before = calls()
    const records = await listJournalRecords(aws, 'example.com.', 'ZBIG')
    expect(calls() - before).toBe(1)
    expect(journalsIn(records, 'example.com.')).toMatchObject([
      {
        claimName: claim,
        claim: { unreadable: 'foreign' },
        claimRecord: { Name: claim },
        snapshotRecord: { Type: 'TXT' },
        parked: [{ Type: 'A' }],
      },
    ])
  })
})

describe('what name servers and checkers say', () => {
  const { aws, simulator, key } = stage((world) => {
    createHostedZone(world, {
      id: 'ZONE',
      name: 'example.com',
      records: [address('www.example.com.', '192.0.2.1', '192.0.2.2')],
    })
  })

  it('is the answer without caches, from where the clients are', async () => {
    const question = { name: 'www.example.com.', type: 'A' }
    const answer = await testDnsAnswer(aws, 'ZONE', question, {
      clientSubnet: { address: '203.0.113.0', bits: 24 },
    })
    expect(answer.rcode).toBe('NOERROR')
    expect(answer.data.toSorted()).toEqual(['192.0.2.1', '192.0.2.2'])
    const missing = await testDnsAnswer(aws, 'ZONE', { name: 'no.example.com.', type: 'A' })
    expect(missing).toMatchObject({ rcode: 'NXDOMAIN', data: [] })
  })

  it('is what each checker saw of an endpoint', async () => {
    const target = { ipAddress: '192.0.2.1', port: 443, hostname: 'www.example.com', path: '/', secure: true }
    const id = await createHealthCheck(aws, target, 'probe-1')
    expect(await getHealthCheck(aws, id)).toBe(id)
    simulator.control.advance({ key, duration: 'PT1M' })
    const seen = await getHealthCheckStatus(aws, id)
    expect(seen.length).toBeGreaterThan(10)
    expect(seen.some(isSuccess)).toBe(false)
    expect(isSuccess({ status: 'Success: HTTP Status Code 200, OK' })).toBe(true)
    await deleteHealthCheck(aws, id)
    await expect(getHealthCheck(aws, id)).rejects.toMatchObject({ kind: 'not-found' })
    const plain = await createHealthCheck(aws, { ...target, port: 80, secure: false }, 'probe-2')
    expect(await getHealthCheck(aws, plain)).toBe(plain)
  })

  it('is who protects what, until the protection is lifted', async () => {
    const kept = { name: 'www.example.com.', type: 'A', comment: 'ask the network team' }
    const bare = { name: 'www.example.com.', type: 'AAAA', comment: '' }
    await createProtections(aws, 'ZONE', [kept, bare])
    expect(await listProtections(aws, 'ZONE')).toEqual([kept, bare])
    await deleteProtections(aws, 'ZONE', [kept])
    expect(await listProtections(aws, 'ZONE')).toEqual([bare])
  })
})
