/** Gives a world its sign-in: a user pool with a public client, groups and users, an identity pool, and keys for tests. */
import type { CredentialRecord, UserRecord } from '../world/identity-tables.ts'
import type { World } from '../world/world.ts'
import { accessKeyId, identityUuid, label, opaque } from './random-text.ts'

export interface FurnishOptions {
  /** Region of both pools. */
  region: string
  /** Roles in order of precedence, the weakest first: sign-in lands on the first. */
  roleNames: string[]
  redirectUris: string[]
  logoutUris: string[]
}

const demoUsers: { username: string; groups: (roleNames: string[]) => string[] }[] = [
  { username: 'demo', groups: (roleNames) => roleNames },
  { username: 'viewer', groups: (roleNames) => roleNames.slice(0, 1) },
]

/** ARN of the IAM role behind a role of the console. */
export function roleArn(world: World, name: string): string {
  return `arn:aws:iam::${world.accountId}:role/tidegate-${name}`
}

/** Makes pools and users. Ids are drawn from the identity tables' own source: seed it before. */
export function furnishIdentity(world: World, options: FurnishOptions): void {
  const { region, roleNames } = options
  const userPoolId = `${region}_${opaque(world, 9)}`
  const clientId = label(world, 26)
  const identityPoolId = `${region}:${identityUuid(world)}`
  world.identity.userPools[userPoolId] = {
    id: userPoolId,
    region,
    domain: `tidegate-${world.id}`,
    clients: {
      [clientId]: { clientId, redirectUris: options.redirectUris, logoutUris: options.logoutUris },
    },
    users: Object.fromEntries(
      demoUsers.map(({ username, groups }) => [username, makeUser(world, username, groups(roleNames))]),
    ),
    groups: Object.fromEntries(
      roleNames.map((name, index) => [name, { roleArn: roleArn(world, name), precedence: index + 1 }]),
    ),
  }
  world.identity.identityPools[identityPoolId] = {
    id: identityPoolId,
    region,
    userPoolId,
    clientId,
    identities: {},
  }
}

function makeUser(world: World, username: string, groups: string[]): UserRecord {
  return {
    username,
    password: `tidegate-${username}`,
    sub: identityUuid(world),
    email: `${username}@example.com`,
    groups,
  }
}

/** Keys that no policy limits and whose signatures are not checked: for tests and the command line. */
export function issueFreeKeys(world: World): CredentialRecord {
  return keep(world, { roleArn: roleArn(world, 'administrator'), roleName: 'administrator', verified: false })
}

/** Remembers a key nobody has handed out: whoever uses it first owns this world. */
export function adoptKeys(world: World, key: string, sessionToken: string): CredentialRecord {
  return keep(
    world,
    { roleArn: roleArn(world, 'administrator'), roleName: 'administrator', verified: false },
    { accessKeyId: key, secretAccessKey: '', sessionToken },
  )
}

/** Cognito's enhanced flow gives keys for one hour, which cannot be configured. */
const cognitoKeysMs = 3_600_000

/** Keys of a role for a signed-in identity; they expire after an hour of world time and their signatures are checked. */
export function issueCognitoKeys(
  world: World,
  grant: { roleArn: string; roleName: string; identityId: string },
): CredentialRecord & { expiresAt: number } {
  const expiresAt = world.now + cognitoKeysMs
  return { ...keep(world, { ...grant, expiresAt, verified: true }), expiresAt }
}

type Grant = Pick<CredentialRecord, 'roleArn' | 'roleName' | 'verified' | 'identityId' | 'expiresAt'>
type Keys = Pick<CredentialRecord, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>

function keep(world: World, grant: Grant, keys?: Keys): CredentialRecord {
  const record: CredentialRecord = {
    ...(keys ?? {
      accessKeyId: accessKeyId(world),
      secretAccessKey: opaque(world, 40),
      sessionToken: opaque(world, 340),
    }),
    ...grant,
    sessionName: grant.verified ? 'CognitoIdentityCredentials' : 'tidegate',
  }
  world.identity.credentials[record.accessKeyId] = record
  return record
}
