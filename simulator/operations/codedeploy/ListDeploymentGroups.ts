/** ListDeploymentGroups. https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeploymentGroups.html */
import {
  ListDeploymentGroups$,
  type ListDeploymentGroupsCommandInput,
  type ListDeploymentGroupsCommandOutput,
} from '@aws-sdk/client-codedeploy'
import { AwsError, operation } from '../../operation.ts'
import { pageOf } from '../page.ts'
import { applicationByName } from './look-up.ts'

/** Names per answer. */
const PAGE = 100

export const ListDeploymentGroups = operation<
  ListDeploymentGroupsCommandInput,
  ListDeploymentGroupsCommandOutput
>(ListDeploymentGroups$, ({ applicationName, nextToken }, { region }) => {
  const { name, groups } = applicationByName(region, applicationName)
  const page = pageOf(Object.keys(groups), PAGE, nextToken)
  if (!page) throw new AwsError('InvalidNextTokenException', 'The next token is not valid')
  return { applicationName: name, deploymentGroups: page.items, nextToken: page.nextToken }
})
