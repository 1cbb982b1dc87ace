/** Whether a zone's answers are signed. */
import { GetDNSSECCommand } from '@aws-sdk/client-route-53'
import { required } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { route53 } from './route53.ts'

/** `SIGNING`, `NOT_SIGNING`, `DELETING`, … @throws AwsProblem. https://docs.aws.amazon.com/Route53/latest/APIReference/API_DNSSECStatus.html */
export async function getDnssecStatus(aws: Aws, zoneId: string, options?: CallOptions): Promise<string> {
  const { value } = await call(
    aws,
    {
      service: route53,
      bucket: 'route53',
      command: new GetDNSSECCommand({ HostedZoneId: zoneId }),
      take: ({ Status }) => required(Status, 'Status').ServeSignature ?? 'NOT_SIGNING',
    },
    options,
  )
  return value
}
