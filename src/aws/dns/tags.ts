/** Tags of hosted zones: they tell which tool made them. */
import { ListTagsForResourceCommand } from '@aws-sdk/client-route-53'
import { present, required, tagMap } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { route53 } from './route53.ts'

/** @throws AwsProblem */
export async function listZoneTags(
  aws: Aws,
  zoneId: string,
  options?: CallOptions,
): Promise<Record<string, string>> {
  const { value } = await call(
    aws,
    {
      service: route53,
      bucket: 'route53',
      command: new ListTagsForResourceCommand({ ResourceType: 'hostedzone', ResourceId: zoneId }),
      take: ({ ResourceTagSet }) =>
        tagMap(
          required(ResourceTagSet, 'ResourceTagSet').Tags?.map(({ Key, Value }) =>
            present({ key: Key ?? '', value: Value ?? '' }),
          ),
        ),
    },
    options,
  )
  return value
}
