/** The enhanced flow: keys for one hour, of the preferred role or of one that the ID token lists. */
import {
  type GetCredentialsForIdentityCommandInput,
  type GetCredentialsForIdentityCommandOutput,
  GetCredentialsForIdentity$,
} from '@aws-sdk/client-cognito-identity'
import { issueCognitoKeys } from '../../identity/furnish.ts'
import { denied, verifyLogins } from '../../identity/logins.ts'
import { AwsError, operation } from '../../operation.ts'
import type { IdentityPoolRecord } from '../../world/identity-tables.ts'
import { journal } from '../../world/journal.ts'
import type { World } from '../../world/world.ts'

export const GetCredentialsForIdentity = operation<
  GetCredentialsForIdentityCommandInput,
  GetCredentialsForIdentityCommandOutput
>(GetCredentialsForIdentity$, async (input, { world }) => {
  const identityId = input.IdentityId ?? ''
  const pool = poolOf(world, identityId)
  const login = await verifyLogins(pool, input.Logins, world.now)
  if (pool.identities[login.sub] !== identityId)
    throw denied(
      "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    )
  const wanted = input.CustomRoleArn ?? login.roles[0]
  if (wanted === undefined) throw denied('The ambiguous role mapping rules denied this request.')
  if (!login.roles.includes(wanted)) throw denied(`Access to Role '${wanted}' is forbidden.`)
  const keys = issueCognitoKeys(world, { roleArn: wanted, roleName: roleName(world, wanted), identityId })
  journal(world, {
    type: 'effect',
    name: 'credentials-issued',
    region: pool.region,
    subject: keys.accessKeyId,
    detail: { roleArn: wanted },
  })
  return {
    IdentityId: identityId,
    Credentials: {
      AccessKeyId: keys.accessKeyId,
      SecretKey: keys.secretAccessKey,
      SessionToken: keys.sessionToken,
      Expiration: new Date(keys.expiresAt),
    },
  }
})

function poolOf(world: World, identityId: string): IdentityPoolRecord {
  const pool = Object.values(world.identity.identityPools).find(({ identities }) =>
    Object.values(identities).includes(identityId),
  )
  if (!pool) throw new AwsError('ResourceNotFoundException', `Identity '${identityId}' not found.`)
  return pool
}

/** The group of a role is what its policies are filed under. */
function roleName(world: World, roleArn: string): string {
  for (const pool of Object.values(world.identity.userPools)) {
    const group = Object.entries(pool.groups).find(([, candidate]) => candidate.roleArn === roleArn)
    if (group) return group[0]
  }
  return roleArn
}
