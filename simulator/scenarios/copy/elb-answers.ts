/** Recorded answers of Elastic Load Balancing: each operation with its types named once. */
import type {
  DescribeCapacityReservationCommandInput,
  DescribeCapacityReservationCommandOutput,
  DescribeListenerCertificatesCommandInput,
  DescribeListenerCertificatesCommandOutput,
  DescribeListenersCommandInput,
  DescribeListenersCommandOutput,
  DescribeLoadBalancerAttributesCommandInput,
  DescribeLoadBalancerAttributesCommandOutput,
  DescribeLoadBalancersCommandInput,
  DescribeLoadBalancersCommandOutput,
  DescribeRulesCommandInput,
  DescribeRulesCommandOutput,
  DescribeTagsCommandInput,
  DescribeTagsCommandOutput,
  DescribeTargetGroupAttributesCommandInput,
  DescribeTargetGroupAttributesCommandOutput,
  DescribeTargetGroupsCommandInput,
  DescribeTargetGroupsCommandOutput,
  DescribeTargetHealthCommandInput,
  DescribeTargetHealthCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { type Answer, answersOf, type RecordedCall, tagMap } from './recorded.ts'

interface Operations {
  DescribeCapacityReservation: Answer<
    DescribeCapacityReservationCommandInput,
    DescribeCapacityReservationCommandOutput
  >
  DescribeListenerCertificates: Answer<
    DescribeListenerCertificatesCommandInput,
    DescribeListenerCertificatesCommandOutput
  >
  DescribeListeners: Answer<DescribeListenersCommandInput, DescribeListenersCommandOutput>
  DescribeLoadBalancerAttributes: Answer<
    DescribeLoadBalancerAttributesCommandInput,
    DescribeLoadBalancerAttributesCommandOutput
  >
  DescribeLoadBalancers: Answer<DescribeLoadBalancersCommandInput, DescribeLoadBalancersCommandOutput>
  DescribeRules: Answer<DescribeRulesCommandInput, DescribeRulesCommandOutput>
  DescribeTags: Answer<DescribeTagsCommandInput, DescribeTagsCommandOutput>
  DescribeTargetGroupAttributes: Answer<
    DescribeTargetGroupAttributesCommandInput,
    DescribeTargetGroupAttributesCommandOutput
  >
  DescribeTargetGroups: Answer<DescribeTargetGroupsCommandInput, DescribeTargetGroupsCommandOutput>
  DescribeTargetHealth: Answer<DescribeTargetHealthCommandInput, DescribeTargetHealthCommandOutput>
}

export function elbAnswers<Operation extends keyof Operations>(
  recorded: readonly RecordedCall[],
  operation: Operation,
): Operations[Operation][] {
  return answersOf<unknown, unknown>(recorded, 'elbv2', operation)
}

/** Tags of whatever has an ARN in load balancing. */
export function elbTags(recorded: readonly RecordedCall[]): Map<string, Record<string, string>> {
  const described = elbAnswers(recorded, 'DescribeTags').flatMap(({ output }) => output.TagDescriptions ?? [])
  return new Map(described.map(({ ResourceArn = '', Tags }) => [ResourceArn, tagMap(Tags)]))
}
