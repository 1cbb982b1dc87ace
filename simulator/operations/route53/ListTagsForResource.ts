/** ListTagsForResource: tags of a zone or health check. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListTagsForResource.html */
import { ListTagsForResource$ } from '@aws-sdk/client-route-53'
import type {
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput,
} from '@aws-sdk/client-route-53'
import { operation } from '../../operation.ts'
import { about } from './look-up.ts'
import { tagSet } from './tag-set.ts'

export const ListTagsForResource = operation<
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput
>(
  ListTagsForResource$,
  ({ ResourceType, ResourceId }, { world }) => ({
    ResourceTagSet: tagSet(world, ResourceType, ResourceId),
  }),
  ({ ResourceType = 'hostedzone', ResourceId }) => about(ResourceType, ResourceId),
)
