/** ListTagsForResource. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTagsForResource.html */
import {
  type ListTagsForResourceCommandInput,
  type ListTagsForResourceCommandOutput,
  ListTagsForResource$,
} from '@aws-sdk/client-ecs'
import { AwsError, operation } from '../../operation.ts'
import type { Tags } from '../../world/ecs-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { toTags } from './described.ts'
import { own } from './look-up.ts'

export const ListTagsForResource = operation<
  ListTagsForResourceCommandInput,
  ListTagsForResourceCommandOutput
>(
  ListTagsForResource$,
  (input, { region }) => {
    const tags = tagsOf(region, input.resourceArn ?? '')
    if (!tags) {
      throw new AwsError('InvalidParameterException', 'The specified resource is inactive or does not exist.')
    }
    return { tags: toTags(tags) }
  },
  (input) => ({ resources: [input.resourceArn ?? ''] }),
)

function tagsOf({ ecs }: RegionTables, arn: string): Tags | undefined {
  const tables: Record<string, { tags: Tags }>[] = [
    ecs.clusters,
    ecs.services,
    ecs.tasks,
    ecs.taskDefinitions,
    ecs.containerInstances,
  ]
  const found = tables.map((table) => own(table, arn)).find((record) => record !== undefined)
  const provider = Object.values(ecs.capacityProviders).find((one) => one.capacityProviderArn === arn)
  return (found ?? provider)?.tags
}
