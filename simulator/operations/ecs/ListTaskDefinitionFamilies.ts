/** ListTaskDefinitionFamilies. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTaskDefinitionFamilies.html */
import {
  type ListTaskDefinitionFamiliesCommandInput,
  type ListTaskDefinitionFamiliesCommandOutput,
  ListTaskDefinitionFamilies$,
} from '@aws-sdk/client-ecs'
import { operation } from '../../operation.ts'
import { listPage } from './list-page.ts'

export const ListTaskDefinitionFamilies = operation<
  ListTaskDefinitionFamiliesCommandInput,
  ListTaskDefinitionFamiliesCommandOutput
>(ListTaskDefinitionFamilies$, (input, { region }) => {
  const active = new Map<string, boolean>()
  for (const { family, status } of Object.values(region.ecs.taskDefinitions)) {
    active.set(family, (active.get(family) ?? false) || status === 'ACTIVE')
  }
  const families = [...active].flatMap(([family, isActive]) => {
    // ACTIVE: at least one active revision; INACTIVE: none.
    const wanted =
      input.status === undefined || input.status === 'ALL' || (input.status === 'ACTIVE') === isActive
    return wanted && family.startsWith(input.familyPrefix ?? '') ? [family] : []
  })
  const page = listPage(families.toSorted(), input)
  return { families: page.items, nextToken: page.nextToken }
})
