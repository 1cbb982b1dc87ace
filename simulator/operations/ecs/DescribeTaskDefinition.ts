/** DescribeTaskDefinition. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTaskDefinition.html */
import {
  type DescribeTaskDefinitionCommandInput,
  type DescribeTaskDefinitionCommandOutput,
  DescribeTaskDefinition$,
} from '@aws-sdk/client-ecs'
import { findTaskDefinition } from '../../engine/ecs/task-definitions.ts'
import { AwsError, operation } from '../../operation.ts'
import { toTags } from './described.ts'
import { taskDefinitionView } from './task-definition-view.ts'

export const DescribeTaskDefinition = operation<
  DescribeTaskDefinitionCommandInput,
  DescribeTaskDefinitionCommandOutput
>(DescribeTaskDefinition$, (input, { region }) => {
  const found = findTaskDefinition(region, input.taskDefinition ?? '')
  if (!found) throw new AwsError('ClientException', 'Unable to describe task definition.')
  return {
    taskDefinition: taskDefinitionView(found),
    tags: input.include?.includes('TAGS') ? toTags(found.tags) : [],
  }
})
