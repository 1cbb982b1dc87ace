/** Hosted zones: the ones that could hold a hostname, and one in full. */
import {
  GetHostedZoneCommand,
  type GetHostedZoneCommandOutput,
  ListHostedZonesByNameCommand,
  type HostedZone as SdkHostedZone,
} from '@aws-sdk/client-route-53'
import type { HostedZone, HostedZoneDetails } from '../../core/dns/hosted-zone.ts'
import { suffixesOf } from '../../core/dns/zone-choice.ts'
import { list, present, required, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { route53 } from './route53.ts'

/** https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZonesByName.html */
const pageSize = 100

/** Every zone whose name is the hostname (canonical) or an ancestor of it: one call for each label. @throws AwsProblem */
export async function listZonesFor(aws: Aws, hostname: string, options?: CallOptions): Promise<HostedZone[]> {
  const names = suffixesOf(hostname)
  return (await Promise.all(names.map((name) => listZonesNamed(aws, name, options)))).flat()
}

/** The name is where AWS starts to list, not a filter: zones of other names follow. @throws AwsProblem */
async function listZonesNamed(aws: Aws, name: string, options?: CallOptions): Promise<HostedZone[]> {
  const found: HostedZone[] = []
  let from: { DNSName: string; HostedZoneId?: string } | undefined = { DNSName: name }
  while (from) {
    const command: ListHostedZonesByNameCommand = new ListHostedZonesByNameCommand({
      MaxItems: pageSize,
      ...from,
    })
    const { value } = await call(
      aws,
      {
        service: route53,
        bucket: 'route53',
        command,
        take: ({ HostedZones, NextDNSName, NextHostedZoneId }) => ({
          zones: list(HostedZones, 'HostedZones').map(toZone),
          next: present({ DNSName: NextDNSName ?? '', HostedZoneId: NextHostedZoneId }),
        }),
      },
      options,
    )
    found.push(...value.zones.filter((zone) => zone.name === name))
    from = value.next.DNSName === name ? value.next : undefined
  }
  return found
}

/** All of the account, in Route 53's order: one call for a hundred. @throws AwsProblem */
export function listHostedZones(aws: Aws, options?: CallOptions): Promise<HostedZone[]> {
  return listAll(
    aws,
    {
      service: route53,
      bucket: 'route53',
      command: (token) => new ListHostedZonesByNameCommand({ MaxItems: pageSize, ...startOf(token) }),
      id: ({ id }: HostedZone) => id,
      take: ({ HostedZones, NextDNSName, NextHostedZoneId }) => ({
        items: list(HostedZones, 'HostedZones').map(toZone),
        next: NextDNSName && `${NextDNSName} ${NextHostedZoneId ?? ''}`,
      }),
    },
    options,
  )
}

function startOf(token = ''): { DNSName?: string; HostedZoneId?: string } {
  const [DNSName, HostedZoneId] = token.split(' ')
  return { ...(DNSName && { DNSName }), ...(HostedZoneId && { HostedZoneId }) }
}

/** @throws AwsProblem of kind `not-found` */
export async function getHostedZone(aws: Aws, id: string, options?: CallOptions): Promise<HostedZoneDetails> {
  const command = new GetHostedZoneCommand({ Id: id })
  const { value } = await call(
    aws,
    { service: route53, bucket: 'route53', command, take: toDetails },
    options,
  )
  return value
}

function toDetails({ HostedZone: zone, DelegationSet, VPCs }: GetHostedZoneCommandOutput): HostedZoneDetails {
  const given = required(zone, 'HostedZone')
  return present({
    ...toZone(given),
    nameServers: (DelegationSet?.NameServers ?? []).map((name) => name.toLowerCase().replace(/\.$/, '')),
    vpcs: (VPCs ?? []).map(({ VPCId, VPCRegion }) => ({ id: VPCId ?? '', region: VPCRegion ?? '' })),
    acceleratedRecovery: given.Features?.AcceleratedRecoveryStatus,
  })
}

function toZone({ Id, Name, Config, ResourceRecordSetCount, LinkedService }: SdkHostedZone): HostedZone {
  return present({
    id: text(Id, 'Id of a hosted zone').replace(/^\/hostedzone\//, ''),
    name: text(Name, 'Name of a hosted zone'),
    isPrivate: Config?.PrivateZone ?? false,
    recordCount: ResourceRecordSetCount ?? 0,
    linkedService:
      LinkedService && (LinkedService.ServicePrincipal ?? LinkedService.Description ?? 'unknown'),
    comment: Config?.Comment,
  })
}
