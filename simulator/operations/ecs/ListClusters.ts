/** ListClusters. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListClusters.html */
import {
  type ListClustersCommandInput,
  type ListClustersCommandOutput,
  ListClusters$,
} from '@aws-sdk/client-ecs'
import { operation } from '../../operation.ts'
import { listPage } from './list-page.ts'

export const ListClusters = operation<ListClustersCommandInput, ListClustersCommandOutput>(
  ListClusters$,
  (input, { region }) => {
    const active = Object.values(region.ecs.clusters).filter((cluster) => cluster.status !== 'INACTIVE')
    const page = listPage(
      active.map((cluster) => cluster.clusterArn),
      input,
    )
    return { clusterArns: page.items, nextToken: page.nextToken }
  },
)
