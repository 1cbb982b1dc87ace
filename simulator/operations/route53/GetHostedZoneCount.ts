/** GetHostedZoneCount: how many zones the account has. https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZoneCount.html */
import { GetHostedZoneCount$ } from '@aws-sdk/client-route-53'
import type {
  GetHostedZoneCountCommandInput,
  GetHostedZoneCountCommandOutput,
} from '@aws-sdk/client-route-53'
import { operation } from '../../operation.ts'

export const GetHostedZoneCount = operation<GetHostedZoneCountCommandInput, GetHostedZoneCountCommandOutput>(
  GetHostedZoneCount$,
  (_, { world }) => ({ HostedZoneCount: Object.keys(world.dns.hostedZones).length }),
)
