import {
  DescribeTags$,
  type DescribeTagsCommandInput,
  type DescribeTagsCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { AwsError, operation } from '../../operation.ts'
import type { RegionTables } from '../../world/world.ts'
import { checkCount, listenerByArn, loadBalancerByArn, ruleByArn, targetGroupByArn } from './look-up.ts'

/** Tags of load balancers, target groups, listeners and rules by ARN. */
export const DescribeTags = operation<DescribeTagsCommandInput, DescribeTagsCommandOutput>(
  DescribeTags$,
  (input, { region }) => {
    checkCount(input.ResourceArns, 'resources')
    const TagDescriptions = (input.ResourceArns ?? []).map((arn) => ({
      ResourceArn: arn,
      Tags: Object.entries(tagsOf(region, arn)).map(([Key, Value]) => ({ Key, Value })),
    }))
    return { TagDescriptions }
  },
)

function tagsOf(region: RegionTables, arn: string): Record<string, string> {
  if (arn.includes(':loadbalancer/')) {
    return loadBalancerByArn(region, arn, `Load balancers '${arn}' not found`).tags
  }
  if (arn.includes(':targetgroup/')) {
    return targetGroupByArn(region, arn, `Target groups '${arn}' not found`).tags
  }
  if (arn.includes(':listener/')) return listenerByArn(region, arn).tags
  if (arn.includes(':listener-rule/')) {
    const rule = ruleByArn(region, arn)
    return 'defaultRuleArn' in rule ? {} : rule.tags
  }
  throw new AwsError('ValidationError', `'${arn}' is not a valid ARN`)
}
