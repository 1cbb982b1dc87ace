/** AWS keys from the identity pool (enhanced flow). Besides aws/call.ts the only place that sends a request to AWS. */
import {
  CognitoIdentityClient,
  type CognitoIdentityClientConfig,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import { poolRegion } from '../config/connect-sources.ts'
import type { CognitoConfig } from '../config/schema.ts'
import { heardServerDate, now } from '../lib/clock.ts'
import type { Keys } from './authority.ts'

export interface IdentityPool {
  /** Keys of a role for the bearer of an ID token. */
  keys(idToken: string, roleArn: string): Promise<Keys>
}

/** Milliseconds for one answer, its body included. */
const deadline = 10_000

/** The identity id is kept in memory: it belongs to the user, not to one token. */
export function openIdentityPool(
  config: CognitoConfig,
  options: { endpoint?: string; requestHandler?: CognitoIdentityClientConfig['requestHandler'] },
): IdentityPool {
  const client = new CognitoIdentityClient({
    region: poolRegion(config.identityPoolId),
    maxAttempts: 3,
    ...(options.endpoint && { endpoint: options.endpoint }),
    ...(options.requestHandler && { requestHandler: options.requestHandler }),
  })
  noteServerDates(client)
  const provider = config.issuer.replace(/^https?:\/\//, '')
  let identityId: string | undefined
  return {
    async keys(idToken, roleArn) {
      const logins = { [provider]: idToken }
      const asked = { abortSignal: AbortSignal.timeout(deadline) }
      identityId ??= (
        await client.send(new GetIdCommand({ IdentityPoolId: config.identityPoolId, Logins: logins }), asked)
      ).IdentityId
      const answer = await client.send(
        new GetCredentialsForIdentityCommand({
          IdentityId: identityId,
          Logins: logins,
          CustomRoleArn: roleArn,
        }),
        { abortSignal: AbortSignal.timeout(deadline) },
      )
      const { AccessKeyId, SecretKey, SessionToken, Expiration } = answer.Credentials ?? {}
      if (!AccessKeyId || !SecretKey) throw new Error('The identity pool sent no keys')
      return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretKey,
        ...(SessionToken && { sessionToken: SessionToken }),
        ...(Expiration && { expiration: Expiration }),
      }
    },
  }
}

/** The first answers of AWS set the clock by which keys expire and requests are signed. */
function noteServerDates(client: CognitoIdentityClient): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const sentAt = now()
      const result = await next(args)
      const { headers } = result.response as { headers?: Record<string, string> }
      heardServerDate(Date.parse(headers?.['date'] ?? ''), sentAt, now())
      return result
    },
    { step: 'deserialize', priority: 'low', name: 'noteServerDates' },
  )
}
