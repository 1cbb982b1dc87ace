/** DescribeParameters. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html */
import {
  DescribeParameters$,
  type DescribeParametersCommandInput,
  type DescribeParametersCommandOutput,
  type ParameterStringFilter,
} from '@aws-sdk/client-ssm'
import { AwsError, operation } from '../../operation.ts'
import { arn } from '../../world/ids.ts'
import { pageOf } from '../page.ts'

const most = 50

export const DescribeParameters = operation<DescribeParametersCommandInput, DescribeParametersCommandOutput>(
  DescribeParameters$,
  ({ MaxResults = most, NextToken, ParameterFilters = [] }, { world, region }) => {
    const found = Object.values(region.parameters)
      .filter(({ name }) => ParameterFilters.every((filter) => fits(filter, name)))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const page = MaxResults >= 1 && MaxResults <= most ? pageOf(found, MaxResults, NextToken) : undefined
    if (!page) throw new AwsError('InvalidNextToken', 'The specified token is not valid.')
    return {
      Parameters: page.items.map(({ name, type, changedAt }) => ({
        Name: name,
        ARN: arn(world, 'ssm', region.name, `parameter${name.startsWith('/') ? '' : '/'}${name}`),
        Type: type,
        LastModifiedDate: new Date(changedAt),
        Tier: 'Standard',
        Version: 1,
      })),
      NextToken: page.nextToken,
    }
  },
)

/** Only names can be filtered by here. @throws AwsError */
function fits({ Key, Option = 'Equals', Values = [] }: ParameterStringFilter, name: string): boolean {
  if (Key !== 'Name') throw new AwsError('InvalidFilterKey', `The filter key ${Key ?? ''} is not simulated.`)
  if (Option === 'Equals') return Values.includes(name)
  if (Option === 'BeginsWith') return Values.some((value) => name.startsWith(value))
  if (Option === 'Contains') return Values.some((value) => name.includes(value))
  throw new AwsError('InvalidFilterOption', `The filter option ${Option} is not valid.`)
}
