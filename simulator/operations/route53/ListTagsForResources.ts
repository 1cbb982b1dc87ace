/** ListTagsForResources: tags of up to ten zones or health checks. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListTagsForResources.html */
import { ListTagsForResources$ } from '@aws-sdk/client-route-53'
import type {
  ListTagsForResourcesCommandInput,
  ListTagsForResourcesCommandOutput,
} from '@aws-sdk/client-route-53'
import { AwsError, operation } from '../../operation.ts'
import { about } from './look-up.ts'
import { tagSet } from './tag-set.ts'

const MOST = 10

export const ListTagsForResources = operation<
  ListTagsForResourcesCommandInput,
  ListTagsForResourcesCommandOutput
>(
  ListTagsForResources$,
  ({ ResourceType, ResourceIds = [] }, { world }) => {
    if (ResourceIds.length < 1 || ResourceIds.length > MOST) {
      throw new AwsError('InvalidInput', `A call names 1 to ${MOST} resources, not ${ResourceIds.length}.`)
    }
    return { ResourceTagSets: ResourceIds.map((id) => tagSet(world, ResourceType, id)) }
  },
  ({ ResourceType = 'hostedzone', ResourceIds = [] }) => ({
    resources: ResourceIds.flatMap((id) => about(ResourceType, id).resources ?? []),
  }),
)
