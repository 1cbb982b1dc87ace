/** DescribeRepositories. https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeRepositories.html */
import {
  DescribeRepositories$,
  type DescribeRepositoriesCommandInput,
  type DescribeRepositoriesCommandOutput,
} from '@aws-sdk/client-ecr'
import { operation } from '../../operation.ts'
import { arn } from '../../world/ids.ts'
import { pageOf } from '../page.ts'
import { repositoryNamed, wrongToken } from './look-up.ts'

const usual = 100

export const DescribeRepositories = operation<
  DescribeRepositoriesCommandInput,
  DescribeRepositoriesCommandOutput
>(DescribeRepositories$, (input, call) => {
  const { world, region } = call
  const found = input.repositoryNames
    ? input.repositoryNames.map((name) => repositoryNamed(call, name))
    : Object.values(region.repositories).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const page = pageOf(found, input.maxResults ?? usual, input.nextToken)
  if (!page) throw wrongToken()
  return {
    repositories: page.items.map(({ name, createdAt }) => ({
      repositoryArn: arn(world, 'ecr', region.name, `repository/${name}`),
      registryId: world.accountId,
      repositoryName: name,
      repositoryUri: `${world.accountId}.dkr.ecr.${region.name}.amazonaws.com/${name}`,
      createdAt: new Date(createdAt),
      imageTagMutability: 'MUTABLE',
    })),
    nextToken: page.nextToken,
  }
})
