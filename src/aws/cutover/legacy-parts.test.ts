/** What original records lead to, in a world that has some of it. */
import { describe, expect, it } from 'vitest'
import { SdkHandler, simulatedFetch } from '../../../simulator/adapters/sdk-handler.ts'
import { createHostedZone } from '../../../simulator/engine/dns/zone-build.ts'
import { addResolvers } from '../../../simulator/engine/dns/resolvers.ts'
import { allocateAddress, createInstance, setInstanceState } from '../../../simulator/engine/ec2/build.ts'
import { createLoadBalancer, defaultNetwork } from '../../../simulator/engine/elb/build.ts'
import { createClassicLoadBalancer } from '../../../simulator/engine/elb/classic.ts'
import { createSimulator } from '../../../simulator/simulator.ts'
import { regionOf } from '../../../simulator/world/create.ts'
import type { RecordSet } from '../../core/dns/record-set.ts'
import { createHealthCheck } from '../dns/health-checks.ts'
import { consoleOver } from '../dns/testing/zone.ts'
import { type LegacyQuestion, resolveLegacy } from './legacy-parts.ts'

const region = 'ap-northeast-2'
const zone = { id: 'ZONE', name: 'example.com.', isPrivate: false }
const simulator = createSimulator({ scenario: 'empty' })
const state = simulator.control.world({ key: simulator.control.load().world })
const subnets = defaultNetwork(state, region).subnets.slice(0, 2)
const subnetId = subnets[0]?.subnetId ?? ''
const running = createInstance(state, region, { subnetId }).instanceId
const stopped = createInstance(state, region, { subnetId }).instanceId
const deleted = createInstance(state, region, { subnetId }).instanceId
const used = allocateAddress(state, region, { instanceId: running }).publicIp
const idle = allocateAddress(state, region, { instanceId: stopped }).publicIp
const dangling = allocateAddress(state, region, { instanceId: deleted }).publicIp
const free = allocateAddress(state, region, {}).publicIp
setInstanceState(state, region, stopped, 'stopped')
delete regionOf(state, region).ec2.instances[deleted]
const alb = createLoadBalancer(state, region, { name: 'old-alb', subnets })
const clb = createClassicLoadBalancer(state, region, {
  name: 'old-clb',
  subnets,
  listeners: [],
  instances: [],
})
addResolvers(state)
createHostedZone(state, {
  id: 'ZONE',
  name: 'example.com',
  records: [
    { Name: 'web.example.com', Type: 'A', TTL: 60, ResourceRecords: [{ Value: used }] },
    {
      Name: 'self.example.com',
      Type: 'A',
      AliasTarget: { HostedZoneId: 'ZONE', DNSName: 'self.example.com.', EvaluateTargetHealth: false },
    },
    { Name: 'other.example.com', Type: 'TXT', TTL: 60, ResourceRecords: [{ Value: '"x"' }] },
  ],
})
createHostedZone(state, {
  id: 'ZOTHER',
  name: 'example.net',
  records: [{ Name: 'there.example.net', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] }],
})
const { accessKeyId, secretAccessKey, sessionToken, config } = simulator.control.load({ state })
const aws = consoleOver(new SdkHandler((request) => simulator.handle(request)), {
  accessKeyId,
  secretAccessKey,
  sessionToken,
})
const fetchDns = simulatedFetch(simulator.handle)
const doh = { resolvers: config.resolvers, fetch: (url: string, init: RequestInit) => fetchDns(url, init) }
const unreachable = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'))
const question: LegacyQuestion = { aws, zone, doh }

const values = (Type: string, ...all: string[]): RecordSet => ({
  Name: 'www.example.com.',
  Type,
  TTL: 60,
  ResourceRecords: all.map((Value) => ({ Value })),
})
const alias = (DNSName: string): RecordSet => ({
  Name: 'www.example.com.',
  Type: 'A',
  AliasTarget: { HostedZoneId: 'Z', DNSName, EvaluateTargetHealth: false },
})

describe('the legacy', () => {
  it.each<[string, RecordSet, object]>([
    [
      'an address of a running instance',
      values('A', used),
      { state: 'there', owner: running, target: { kind: 'instance', instanceId: running } },
    ],
    ['an address of a stopped one', values('A', idle), { state: 'gone', owner: `${stopped} stopped` }],
    ['an address of a deleted one', values('A', dangling), { state: 'gone', owner: `${deleted} terminated` }],
    [
      'an address of nothing',
      values('A', free),
      { state: 'gone', target: { kind: 'elsewhere', name: free } },
    ],
    [
      'an address of somebody',
      values('A', '198.51.100.7'),
      { state: 'unknown', target: { kind: 'elsewhere' } },
    ],
    ['an IPv6 address', values('AAAA', '2001:db8::1'), { state: 'unknown', value: '2001:db8::1' }],
    [
      'a load balancer',
      alias(`dualstack.${alb.dnsName.toUpperCase()}.`),
      {
        state: 'there',
        owner: 'old-alb',
        target: { kind: 'application', loadBalancerArn: alb.loadBalancerArn },
      },
    ],
    [
      'a classic load balancer',
      values('CNAME', clb.dnsName),
      { state: 'there', owner: 'old-clb', target: { kind: 'classic', name: 'old-clb' } },
    ],
    ['a deleted load balancer', alias(`gone-1.${region}.elb.amazonaws.com.`), { state: 'gone' }],
    ['a load balancer of another Region', alias('far-1.us-east-1.elb.amazonaws.com.'), { state: 'unknown' }],
    ['a Network Load Balancer', alias(`net-1.elb.${region}.amazonaws.com.`), { state: 'gone' }],
    ['a name that resolves', values('CNAME', 'there.example.net'), { kind: 'name', state: 'there' }],
    ['a name that does not', values('CNAME', 'gone.example.net'), { kind: 'name', state: 'gone' }],
  ])('%s', async (_, record, part) => {
    expect(await resolveLegacy(question, [record])).toMatchObject([part])
  })

  it('is followed through the zone', async () => {
    expect(await resolveLegacy(question, [alias('web.example.com.')])).toMatchObject([
      { kind: 'record', state: 'there', value: 'web.example.com.' },
      { kind: 'address', state: 'there', owner: running },
    ])
    expect(await resolveLegacy(question, [values('CNAME', 'Missing.example.com')])).toMatchObject([
      { kind: 'record', state: 'gone', value: 'missing.example.com.' },
    ])
  })

  it('is not followed for ever', async () => {
    const parts = await resolveLegacy(question, [alias('self.example.com.')])
    expect(parts.length).toBeGreaterThan(1)
    expect(new Set(parts.map(({ value }) => value))).toEqual(new Set(['self.example.com.']))
  })

  it('asks nobody about a private zone', async () => {
    const silent = { ...question, zone: { ...zone, isPrivate: true } }
    expect(await resolveLegacy(silent, [values('CNAME', 'there.example.net')])).toMatchObject([
      { state: 'unknown' },
    ])
  })

  it('does not take silence for absence', async () => {
    const parts = await resolveLegacy({ ...question, doh: { ...doh, fetch: unreachable } }, [
      values('CNAME', 'x.example.net'),
    ])
    expect(parts).toMatchObject([{ state: 'unknown' }])
  })

  it('names health checks that a rollback needs', async () => {
    const id = await createHealthCheck(
      aws,
      { ipAddress: '192.0.2.1', port: 80, hostname: 'x', path: '/', secure: false },
      'x',
    )
    const records = [id, id, 'gone'].map((HealthCheckId) => ({ ...values('A', used), HealthCheckId }))
    const parts = await resolveLegacy(question, records)
    expect(parts.filter(({ kind }) => kind === 'health-check')).toEqual([
      { value: id, kind: 'health-check', state: 'there' },
      { value: 'gone', kind: 'health-check', state: 'gone' },
    ])
  })

  it('is nothing for no records', async () => {
    expect(await resolveLegacy(question, [])).toEqual([])
  })

  it('that cannot be read is a problem, not gone', async () => {
    simulator.control.fault({ key: accessKeyId, kind: 'deny', match: { operation: 'GetHealthCheck' } })
    const record = { ...values('A', used), HealthCheckId: 'any' }
    await expect(resolveLegacy(question, [record])).rejects.toMatchObject({ kind: 'denied' })
  })
})
