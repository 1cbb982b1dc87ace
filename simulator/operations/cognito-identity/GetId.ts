/** Gives a signed-in user of the pool the identity that is always his. */
import { type GetIdCommandInput, type GetIdCommandOutput, GetId$ } from '@aws-sdk/client-cognito-identity'
import { verifyLogins } from '../../identity/logins.ts'
import { own } from '../../identity/own.ts'
import { identityUuid } from '../../identity/random-text.ts'
import { AwsError, operation } from '../../operation.ts'
import { journal } from '../../world/journal.ts'

export const GetId = operation<GetIdCommandInput, GetIdCommandOutput>(GetId$, async (input, { world }) => {
  const id = input.IdentityPoolId ?? ''
  const pool = own(world.identity.identityPools, id)
  if (!pool) throw new AwsError('ResourceNotFoundException', `IdentityPool '${id}' not found.`)
  const { sub } = await verifyLogins(pool, input.Logins, world.now)
  const known = pool.identities[sub]
  if (known) return { IdentityId: known }
  const identityId = `${pool.region}:${identityUuid(world)}`
  pool.identities[sub] = identityId
  journal(world, { type: 'effect', name: 'identity-created', region: pool.region, subject: identityId })
  return { IdentityId: identityId }
})
