/** A role as IAM answers it. */
import type { Role } from '@aws-sdk/client-iam'
import type { RoleRecord } from '../../world/iam-tables.ts'

export function roleView(role: RoleRecord): Role {
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: role.trusts }, Action: 'sts:AssumeRole' }],
  }
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.roleId,
    Arn: role.arn,
    CreateDate: new Date(role.createdAt),
    // IAM answers policies URL-encoded.
    AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(policy)),
    Description: role.description,
    MaxSessionDuration: 3600,
  }
}
