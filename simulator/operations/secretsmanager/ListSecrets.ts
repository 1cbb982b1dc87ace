/** ListSecrets. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html */
import {
  ListSecrets$,
  type ListSecretsCommandInput,
  type ListSecretsCommandOutput,
} from '@aws-sdk/client-secrets-manager'
import { AwsError, operation } from '../../operation.ts'
import { pageOf } from '../page.ts'

const most = 100

export const ListSecrets = operation<ListSecretsCommandInput, ListSecretsCommandOutput>(
  ListSecrets$,
  ({ MaxResults = most, NextToken, IncludePlannedDeletion = false }, { region }) => {
    const found = Object.values(region.secrets)
      .filter(({ deletedAt }) => IncludePlannedDeletion || deletedAt === undefined)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const page = MaxResults >= 1 && MaxResults <= most ? pageOf(found, MaxResults, NextToken) : undefined
    if (!page) throw new AwsError('InvalidNextTokenException', 'NextToken or MaxResults is not valid.')
    return {
      SecretList: page.items.map(({ arn, name, description, createdAt, deletedAt }) => ({
        ARN: arn,
        Name: name,
        Description: description,
        CreatedDate: new Date(createdAt),
        DeletedDate: deletedAt === undefined ? undefined : new Date(deletedAt),
      })),
      NextToken: page.nextToken,
    }
  },
)
