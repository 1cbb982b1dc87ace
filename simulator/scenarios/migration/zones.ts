/** The hosted zones of `migration`. */
import type { ResourceRecordSet, RRType } from '@aws-sdk/client-route-53'
import { createHostedZone } from '../../engine/dns/zone-build.ts'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import type { Site } from '../building.ts'
import { BEANSTALK, type Legacy, PORTAL } from './legacy.ts'
import { balancerNamed } from './orders.ts'

export function records(Name: string, Type: RRType, TTL: number, ...values: string[]): ResourceRecordSet {
  return { Name, Type, TTL, ResourceRecords: values.map((Value) => ({ Value })) }
}

/** The public zone `example.com`, and a private one of the same name for the VPC. */
export function addZones(site: Site, legacy: Legacy): HostedZoneRecord {
  const { world, region, vpcId } = site
  createHostedZone(world, {
    name: 'example.com',
    privateZone: true,
    comment: 'names inside the VPC',
    vpcs: [{ vpcId, region: region.name }],
    records: [
      records('db.example.com', 'A', 60, '10.0.3.10'),
      records('intranet.example.com', 'A', 300, '10.0.3.20'),
    ],
  })
  return createHostedZone(world, {
    name: 'example.com',
    comment: 'public names',
    tags: { Team: 'platform' },
    records: [...apexRecords(legacy), ...hostRecords(legacy), moved(site), ...unrelatedRecords()],
  })
}

function apexRecords({ site }: Legacy): ResourceRecordSet[] {
  const apex = 'example.com'
  return [
    records(apex, 'A', 300, site.publicIp),
    records(apex, 'MX', 3600, '10 mx1.mail.example.net.', '20 mx2.mail.example.net.'),
    records(
      apex,
      'TXT',
      3600,
      '"v=spf1 include:_spf.mail.example.net -all"',
      '"site-verification=d41d8cd98f"',
    ),
    records(apex, 'CAA', 3600, '0 issue "amazon.com"'),
  ]
}

function hostRecords({ www, api }: Legacy): ResourceRecordSet[] {
  const weighted = (id: string, weight: number, address: string): ResourceRecordSet => ({
    ...records('search.example.com', 'A', 300, address),
    SetIdentifier: id,
    Weight: weight,
  })
  return [
    records('www.example.com', 'A', 3600, www.publicIp),
    records('shop.example.com', 'A', 300, '198.51.100.11', '198.51.100.12', '198.51.100.13', '198.51.100.14'),
    // As the console of AWS stored it once: without the dot at the end.
    records('portal.example.com', 'CNAME', 600, PORTAL),
    {
      Name: 'api.example.com',
      Type: 'A',
      AliasTarget: {
        HostedZoneId: api.canonicalHostedZoneNameId,
        DNSName: `dualstack.${api.dnsName}.`,
        EvaluateTargetHealth: false,
      },
    },
    records('app.example.com', 'CNAME', 300, `${BEANSTALK}.`),
    records('media.example.com', 'A', 300, '198.51.100.30'),
    records('media.example.com', 'AAAA', 300, '2001:db8::30'),
    records('*.example.com', 'A', 300, '198.51.100.40'),
    weighted('blue', 70, '198.51.100.51'),
    weighted('green', 30, '198.51.100.52'),
  ]
}

/** Its clients come to a new load balancer already. */
function moved({ region }: Site): ResourceRecordSet {
  const { canonicalHostedZoneId, dnsName } = balancerNamed(region, 'orders-alb')
  return {
    Name: 'orders.example.com',
    Type: 'A',
    AliasTarget: {
      HostedZoneId: canonicalHostedZoneId,
      DNSName: `dualstack.${dnsName}.`,
      EvaluateTargetHealth: true,
    },
  }
}

/** What no cutover may touch. */
function unrelatedRecords(): ResourceRecordSet[] {
  return [
    records('m.example.com', 'CNAME', 300, 'www.example.com.'),
    records('mail.example.com', 'A', 3600, '198.51.100.70'),
    records('_dmarc.example.com', 'TXT', 3600, '"v=DMARC1; p=reject; rua=mailto:dmarc@example.com"'),
    // Delegated to another team's name servers.
    records('dev.example.com', 'NS', 172_800, 'ns1.dev-dns.example.net.', 'ns2.dev-dns.example.net.'),
  ]
}
