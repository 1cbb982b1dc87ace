/** DescribeTags. https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_DescribeTags.html */
import {
  DescribeTags$,
  type DescribeTagsCommandInput,
  type DescribeTagsCommandOutput,
} from '@aws-sdk/client-elastic-load-balancing'
import { operation } from '../../operation.ts'
import { checkCount } from '../elbv2/look-up.ts'
import { balancerByName } from './look-up.ts'

/** Tags of classic load balancers by name. */
export const DescribeTags = operation<DescribeTagsCommandInput, DescribeTagsCommandOutput>(
  DescribeTags$,
  ({ LoadBalancerNames = [] }, { region }) => {
    checkCount(LoadBalancerNames, 'load balancers')
    return {
      TagDescriptions: LoadBalancerNames.map((name) => ({
        LoadBalancerName: name,
        Tags: Object.entries(balancerByName(region, name).tags).map(([Key, Value]) => ({ Key, Value })),
      })),
    }
  },
)
