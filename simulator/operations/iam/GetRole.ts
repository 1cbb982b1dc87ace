/** GetRole. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
import { GetRole$, type GetRoleCommandInput, type GetRoleCommandOutput } from '@aws-sdk/client-iam'
import { AwsError, operation } from '../../operation.ts'
import { roleView } from './role-view.ts'

export const GetRole = operation<GetRoleCommandInput, GetRoleCommandOutput>(
  GetRole$,
  ({ RoleName = '' }, { world }) => {
    const found = Object.hasOwn(world.iamRoles, RoleName) ? world.iamRoles[RoleName] : undefined
    if (!found) {
      const message = `The role with name ${RoleName} cannot be found.`
      throw new AwsError('NoSuchEntity', message, { status: 404 })
    }
    return { Role: roleView(found) }
  },
  ({ RoleName = '' }, { world }) => ({
    resources: [world.iamRoles[RoleName]?.arn ?? `arn:aws:iam::${world.accountId}:role/${RoleName}`],
  }),
)
