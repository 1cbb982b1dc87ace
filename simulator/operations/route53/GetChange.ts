/** GetChange: PENDING until all name servers answer with it. https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html */
import { GetChange$ } from '@aws-sdk/client-route-53'
import type { GetChangeCommandInput, GetChangeCommandOutput } from '@aws-sdk/client-route-53'
import { AwsError, operation } from '../../operation.ts'
import { changeView } from './change-view.ts'
import { about, bareId } from './look-up.ts'

export const GetChange = operation<GetChangeCommandInput, GetChangeCommandOutput>(
  GetChange$,
  ({ Id }, { world }) => {
    const change = world.dns.changes[bareId(Id)]
    if (!change) throw new AwsError('NoSuchChange', `Could not find resource with ID: ${bareId(Id)}`)
    return { ChangeInfo: changeView(world, change) }
  },
  ({ Id }) => about('change', Id),
)
