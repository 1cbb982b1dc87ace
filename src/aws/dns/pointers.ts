/** Looks through all hosted zones of the account for records that lead to given addresses and names. */
import { ListHostedZonesByNameCommand } from '@aws-sdk/client-route-53'
import { type Pointer, pointersTo } from '../../core/cutover/hold/pointers.ts'
import type { Plan } from '../../core/cutover/plan.ts'
import { list, text } from '../answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { route53 } from './route53.ts'
import { scanZone } from './zone-scan.ts'

interface NamedZone {
  id: string
  name: string
}

/** `legacy` as in `knownSides`. One call for 100 zones, and one for 300 record sets of each. @throws AwsProblem */
export async function searchPointers(
  aws: Aws,
  plan: Plan,
  legacy: readonly string[],
  options?: CallOptions,
): Promise<Pointer[]> {
  const found: Pointer[] = []
  // One zone at a time: an account may have many, and only what leads to the legacy is kept.
  for (const zone of await listHostedZones(aws, options)) {
    const records = await scanZone(aws, zone.id, options)
    found.push(...pointersTo(legacy, plan, [{ ...zone, records }]))
  }
  return found
}

/** From the first name on, so all of them. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZonesByName.html */
function listHostedZones(aws: Aws, options: CallOptions | undefined): Promise<NamedZone[]> {
  return listAll(
    aws,
    {
      service: route53,
      bucket: 'route53',
      command: (token) => new ListHostedZonesByNameCommand({ MaxItems: 100, ...startOf(token) }),
      id: ({ id }: NamedZone) => id,
      take: ({ HostedZones, NextDNSName, NextHostedZoneId }) => ({
        items: list(HostedZones, 'HostedZones').map(({ Id, Name }) => ({
          id: text(Id, 'Id of a hosted zone').replace(/^\/hostedzone\//, ''),
          name: text(Name, 'Name of a hosted zone'),
        })),
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
