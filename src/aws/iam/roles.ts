/** Roles: all of them for completion, one to see whether ECS tasks may take it. */
import {
  GetRoleCommand,
  type GetRoleCommandOutput,
  ListRolesCommand,
  type Role as SdkRole,
} from '@aws-sdk/client-iam'
import { type Role, trustedServices } from '../../core/iam/role.ts'
import { list, present, required, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { iam } from './iam.ts'

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html */
const pageSize = 1000

/** Every role of the account. @throws AwsProblem */
export function listRoles(aws: Aws, options?: CallOptions): Promise<Role[]> {
  return listAll(
    aws,
    {
      service: iam,
      bucket: 'iam',
      command: (Marker) => new ListRolesCommand({ MaxItems: pageSize, Marker }),
      take: ({ Roles, IsTruncated, Marker }) => ({
        items: list(Roles, 'Roles').map(toRole),
        next: IsTruncated ? Marker : undefined,
      }),
      id: ({ arn }) => arn,
    },
    options,
  )
}

/** One by its name, without path. @throws AwsProblem of kind `not-found` */
export async function getRole(aws: Aws, name: string, options?: CallOptions): Promise<Role> {
  const command = new GetRoleCommand({ RoleName: name })
  const { value } = await call(aws, { service: iam, bucket: 'iam', command, take: toOne }, options)
  return value
}

function toOne({ Role: role }: GetRoleCommandOutput): Role {
  return toRole(required(role, 'Role'))
}

function toRole(role: SdkRole): Role {
  return present({
    arn: text(role.Arn, 'Arn'),
    name: text(role.RoleName, 'RoleName'),
    path: role.Path ?? '/',
    description: role.Description,
    trustedServices: trustedServices(decoded(role.AssumeRolePolicyDocument ?? '')),
  })
}

/** IAM answers policies URL-encoded (RFC 3986). */
function decoded(policy: string): string {
  try {
    return decodeURIComponent(policy)
  } catch {
    return policy
  }
}
