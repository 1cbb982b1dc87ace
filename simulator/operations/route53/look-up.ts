/** Finding what a call names, AWS's errors when it is not there, and the ARNs that IAM knows it by. */
import type { HealthCheckRecord, HostedZoneRecord } from '../../world/dns-tables.ts'
import type { World } from '../../world/world.ts'
import { type Authorization, AwsError } from '../../operation.ts'

/** The id without the prefix that answers carry. */
export function bareId(id = ''): string {
  return id.replace(/^\/?(hostedzone|change|healthcheck)\//, '')
}

/** @throws AwsError NoSuchHostedZone */
export function zoneById({ dns }: World, id: string | undefined): HostedZoneRecord {
  const zone = dns.hostedZones[bareId(id)]
  if (!zone) throw new AwsError('NoSuchHostedZone', `No hosted zone found with ID: ${bareId(id)}`)
  return zone
}

/**
 * A zone whose records and protections the caller may change now.
 * @throws AwsError NoSuchHostedZone, AccessDenied when another service owns it, PriorRequestNotComplete while it is busy
 */
export function editableZone(world: World, id: string | undefined): HostedZoneRecord {
  const zone = zoneById(world, id)
  const { linkedService } = zone
  if (linkedService) {
    const { servicePrincipal, description } = linkedService
    const message = `The resource hostedzone/${zone.id} can only be managed through ${servicePrincipal} (${description})`
    throw new AwsError('AccessDenied', message, { status: 403 })
  }
  if (zone.busyUntil > world.now) {
    const message = 'The request was rejected because Route 53 was still processing a prior request.'
    throw new AwsError('PriorRequestNotComplete', message)
  }
  return zone
}

/** @throws AwsError NoSuchHealthCheck */
export function healthCheckById({ dns }: World, id: string | undefined): HealthCheckRecord {
  const check = dns.healthChecks[id ?? '']
  if (!check) throw new AwsError('NoSuchHealthCheck', `A health check with id ${id} does not exist.`)
  return check
}

/** IAM view of a call about one zone, change or health check; Route 53's ARNs name neither Region nor account. */
export function about(kind: 'hostedzone' | 'change' | 'healthcheck', id: string | undefined): Authorization {
  return { resources: [`arn:aws:route53:::${kind}/${bareId(id)}`] }
}

/** How many things an answer holds. @throws AwsError InvalidInput for a number below 1 */
export function pageSize(asked: number | undefined, most: number): number {
  if (asked !== undefined && asked < 1) {
    throw new AwsError(
      'InvalidInput',
      `Value '${asked}' at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1`,
    )
  }
  return Math.min(asked ?? most, most)
}
