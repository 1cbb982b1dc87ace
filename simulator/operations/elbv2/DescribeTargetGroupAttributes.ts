import {
  DescribeTargetGroupAttributes$,
  type DescribeTargetGroupAttributesCommandInput,
  type DescribeTargetGroupAttributesCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { operation } from '../../operation.ts'
import { targetGroupByArn } from './look-up.ts'

export const DescribeTargetGroupAttributes = operation<
  DescribeTargetGroupAttributesCommandInput,
  DescribeTargetGroupAttributesCommandOutput
>(DescribeTargetGroupAttributes$, (input, { region }) => {
  const arn = input.TargetGroupArn ?? ''
  const { attributes } = targetGroupByArn(region, arn, `Target groups '${arn}' not found`)
  return { Attributes: Object.entries(attributes).map(([Key, Value]) => ({ Key, Value })) }
})
