/** ListRoles. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html */
import { ListRoles$, type ListRolesCommandInput, type ListRolesCommandOutput } from '@aws-sdk/client-iam'
import { AwsError, operation } from '../../operation.ts'
import { pageOf } from '../page.ts'
import { roleView } from './role-view.ts'

const usual = 100
const most = 1000

export const ListRoles = operation<ListRolesCommandInput, ListRolesCommandOutput>(
  ListRoles$,
  ({ PathPrefix = '/', Marker, MaxItems = usual }, { world }) => {
    const roles = Object.values(world.iamRoles)
      .filter(({ path }) => path.startsWith(PathPrefix))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const page = MaxItems >= 1 && MaxItems <= most ? pageOf(roles, MaxItems, Marker) : undefined
    if (!page) throw new AwsError('ValidationError', 'The marker or the number of items is not valid.')
    return {
      Roles: page.items.map(roleView),
      IsTruncated: page.nextToken !== undefined,
      Marker: page.nextToken,
    }
  },
)
