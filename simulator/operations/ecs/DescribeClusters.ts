/** DescribeClusters. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeClusters.html */
import {
  type DescribeClustersCommandInput,
  type DescribeClustersCommandOutput,
  DescribeClusters$,
} from '@aws-sdk/client-ecs'
import { operation } from '../../operation.ts'
import { clusterView } from './cluster-view.ts'
import { checkCount, describeEach } from './described.ts'
import { clusterArnOf, own } from './look-up.ts'

const limit = 100

export const DescribeClusters = operation<DescribeClustersCommandInput, DescribeClustersCommandOutput>(
  DescribeClusters$,
  (input, call) => {
    const { region } = call
    const names = checkCount(namesIn(input), 'Clusters', limit)
    const { views, failures } = describeEach(
      names.map((name) => clusterArnOf(call, name)),
      (arn) => own(region.ecs.clusters, arn),
      (cluster) => clusterView(region, cluster, input.include ?? []),
    )
    return { clusters: views, failures }
  },
  (input, call) => ({
    resources: namesIn(input).map((name) => clusterArnOf(call, name)),
  }),
)

/** Without names AWS describes the cluster called default. */
function namesIn({ clusters }: DescribeClustersCommandInput): string[] {
  return clusters && clusters.length > 0 ? clusters : ['default']
}
