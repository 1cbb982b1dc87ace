/** EC2's filters: every filter must fit, by one of its values; `*` and `?` are wildcards. */
import type { Filter, Tag } from '@aws-sdk/client-ec2'
import { AwsError } from '../../operation.ts'
import { matchesWildcard } from '../wildcard.ts'

/** What can be filtered by, besides tags: name of the filter → what an item has there. */
export type FilterFields<Item> = Record<string, (item: Item) => (string | undefined)[]>

/** True when the item has one of each filter's values. @throws AwsError for a filter that does not exist */
export function fitsFilters<Item extends { Tags?: Tag[] | undefined }>(
  item: Item,
  fields: FilterFields<Item>,
  filters: Filter[],
): boolean {
  return filters.every(({ Name = '', Values = [] }) => {
    const texts = textsFor(item, fields, Name)
    return Values.some((value) => texts.some((text) => text !== undefined && matchesWildcard(value, text)))
  })
}

function textsFor<Item extends { Tags?: Tag[] | undefined }>(
  item: Item,
  fields: FilterFields<Item>,
  filter: string,
): (string | undefined)[] {
  const { Tags = [] } = item
  if (filter === 'tag-key') return Tags.map(({ Key }) => Key)
  if (filter.startsWith('tag:'))
    return Tags.flatMap(({ Key, Value }) => (`tag:${Key}` === filter ? [Value] : []))
  const field = Object.hasOwn(fields, filter) ? fields[filter] : undefined
  if (!field) throw new AwsError('InvalidParameterValue', `The filter '${filter}' is invalid`)
  return field(item)
}
