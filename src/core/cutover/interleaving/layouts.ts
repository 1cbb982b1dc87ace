/** Zones and plans that interleavings are played on. For tests only. */
import * as fc from 'fast-check'
import type { RecordSet } from '../../dns/record-set.ts'
import { defaultParams, type PlanParams } from '../params.ts'

const zone = { id: 'Z00000000000000000001', name: 'example.com.' }
const hostname = 'www.example.com.'
const a = (values: string[], TTL = 3600): RecordSet => ({
  Name: hostname,
  Type: 'A',
  TTL,
  ResourceRecords: values.map((Value) => ({ Value })),
})
const balancer = {
  dnsName: 'web-1.ap-northeast-2.elb.amazonaws.com',
  hostedZoneId: 'ZWKZPGTI48KDX',
  dualStack: false,
}

const layouts: Record<string, { records: RecordSet[]; params?: Partial<PlanParams> }> = {
  'one address': { records: [a(['192.0.2.1'])] },
  'several addresses': { records: [a(['192.0.2.1', '192.0.2.2', '192.0.2.3'])] },
  'both families': {
    records: [
      a(['192.0.2.1'], 300),
      { Name: hostname, Type: 'AAAA', TTL: 60, ResourceRecords: [{ Value: '2001:db8::1' }] },
    ],
    params: { balancer: { ...balancer, dualStack: true } },
  },
  'both families, IPv4 only balancer': {
    records: [
      a(['192.0.2.1'], 60),
      { Name: hostname, Type: 'AAAA', TTL: 60, ResourceRecords: [{ Value: '2001:db8::1' }] },
    ],
  },
  'a name elsewhere': {
    records: [
      { Name: hostname, Type: 'CNAME', TTL: 300, ResourceRecords: [{ Value: 'legacy.example.net' }] },
    ],
  },
  'a classic load balancer': {
    records: [
      {
        Name: hostname,
        Type: 'A',
        AliasTarget: {
          HostedZoneId: 'Z1',
          DNSName: 'dualstack.old-1.elb.amazonaws.com.',
          EvaluateTargetHealth: false,
        },
      },
    ],
  },
  'a weighted group, swapped': {
    records: [0, 7].map((Weight, at) => ({
      ...a([`192.0.2.${at}`], 60),
      SetIdentifier: `m${at}`,
      Weight,
    })),
    params: { strategy: 'simple' },
  },
  'nothing, swapped': { records: [], params: { strategy: 'simple' } },
}

export interface Layout {
  name: string
  zone: typeof zone
  hostname: string
  params: PlanParams
  /** The whole zone. */
  records: RecordSet[]
}

export const layoutOf = (name: string): Layout => {
  const { records = [], params = {} } = layouts[name] ?? {}
  return {
    name,
    zone,
    hostname,
    params: {
      ...defaultParams,
      steps: [0, 50, 100],
      balancer,
      originalTtl: 3600,
      ...params,
    },
    records: [
      { Name: 'example.com.', Type: 'NS', TTL: 172_800, ResourceRecords: [{ Value: 'ns-1.awsdns-01.com.' }] },
      { Name: 'mail.example.com.', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '198.51.100.1' }] },
      { Name: hostname, Type: 'TXT', TTL: 60, ResourceRecords: [{ Value: '"unmanaged"' }] },
      ...records,
    ].filter(({ Type }) => Type !== 'TXT' || !records.some((record) => record.Type === 'CNAME')),
  }
}

export const layoutNames = Object.keys(layouts)

export const anyLayout: fc.Arbitrary<Layout> = fc.constantFrom(...layoutNames).map(layoutOf)
