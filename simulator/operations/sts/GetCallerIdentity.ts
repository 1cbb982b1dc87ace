/** GetCallerIdentity: who the keys belong to. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
import { GetCallerIdentity$ } from '@aws-sdk/client-sts'
import type { GetCallerIdentityCommandInput, GetCallerIdentityCommandOutput } from '@aws-sdk/client-sts'
import { AwsError, operation } from '../../operation.ts'
import { noise } from '../../world/random.ts'

export const GetCallerIdentity = operation<GetCallerIdentityCommandInput, GetCallerIdentityCommandOutput>(
  GetCallerIdentity$,
  (_input, { world, caller }) => {
    if (!caller)
      throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', {
        status: 403,
      })
    // A role's session is named by the last part of the role's path only.
    const role = caller.roleArn.split('/').at(-1) ?? caller.roleName
    return {
      Account: world.accountId,
      Arn: `arn:aws:sts::${world.accountId}:assumed-role/${role}/${caller.sessionName}`,
      UserId: `${roleId(caller.roleArn)}:${caller.sessionName}`,
    }
  },
)

/** A role's unique id: `AROA` and 17 capitals and digits, the same each time for one role. */
function roleId(roleArn: string): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const tail = Array.from({ length: 17 }, (_, index) =>
    signs.charAt(Math.floor(noise(`${roleArn}/${index}`) * signs.length)),
  )
  return `AROA${tail.join('')}`
}
