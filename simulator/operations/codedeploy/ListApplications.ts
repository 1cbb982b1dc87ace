/** ListApplications. https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListApplications.html */
import {
  ListApplications$,
  type ListApplicationsCommandInput,
  type ListApplicationsCommandOutput,
} from '@aws-sdk/client-codedeploy'
import { AwsError, operation } from '../../operation.ts'
import { pageOf } from '../page.ts'

/** Names per answer. */
const PAGE = 100

export const ListApplications = operation<ListApplicationsCommandInput, ListApplicationsCommandOutput>(
  ListApplications$,
  ({ nextToken }, { region }) => {
    const page = pageOf(Object.keys(region.codeDeployApplications), PAGE, nextToken)
    if (!page) throw new AwsError('InvalidNextTokenException', 'The next token is not valid')
    return { applications: page.items, nextToken: page.nextToken }
  },
)
