/** ListTaskDefinitions. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTaskDefinitions.html */
import {
  type ListTaskDefinitionsCommandInput,
  type ListTaskDefinitionsCommandOutput,
  ListTaskDefinitions$,
} from '@aws-sdk/client-ecs'
import { operation } from '../../operation.ts'
import type { TaskDefinitionRecord } from '../../world/ecs-tables.ts'
import { listPage } from './list-page.ts'

export const ListTaskDefinitions = operation<
  ListTaskDefinitionsCommandInput,
  ListTaskDefinitionsCommandOutput
>(ListTaskDefinitions$, (input, { region }) => {
  // `familyPrefix` is, its name notwithstanding, the whole name of a family.
  const found = Object.values(region.ecs.taskDefinitions)
    .filter((one) => input.familyPrefix === undefined || one.family === input.familyPrefix)
    .filter((one) => one.status === (input.status ?? 'ACTIVE'))
    .toSorted(byFamilyAndRevision)
  if (input.sort === 'DESC') found.reverse()
  const page = listPage(
    found.map((one) => one.taskDefinitionArn),
    input,
  )
  return { taskDefinitionArns: page.items, nextToken: page.nextToken }
})

function byFamilyAndRevision(a: TaskDefinitionRecord, b: TaskDefinitionRecord): number {
  if (a.family !== b.family) return a.family < b.family ? -1 : 1
  return a.revision - b.revision
}
