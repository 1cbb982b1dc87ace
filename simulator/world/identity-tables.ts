/** Who may do what: Cognito pools, sessions, temporary credentials, and the policies of each role. */

/** One IAM statement in the subset that deploy/permissions.ts writes. Resources may contain `*` and `?`. */
export interface PolicyStatement {
  effect: 'Allow' | 'Deny'
  actions: string[]
  resources: string[]
  /** operator → condition key → values, as in IAM JSON. */
  conditions?: Record<string, Record<string, string[]>>
}

/** Statements by role name (viewer, operator, …). Given to the simulator by `load`; it does not import them. */
export type RolePolicies = Record<string, PolicyStatement[]>

export interface UserRecord {
  username: string
  /** The simulator's users are public fixtures; this is not a secret store. */
  password: string
  sub: string
  email: string
  groups: string[]
}

/** A public app client. Addresses may hold `*` for any port or host label, which Cognito itself does not allow. */
export interface UserPoolClientRecord {
  clientId: string
  redirectUris: string[]
  logoutUris: string[]
}

export interface UserPoolRecord {
  id: string
  region: string
  /** Host label of the managed login. */
  domain: string
  clients: Record<string, UserPoolClientRecord>
  users: Record<string, UserRecord>
  /** Group name → role ARN, lowest precedence first wins. */
  groups: Record<string, { roleArn: string; precedence: number }>
}

export interface IdentityPoolRecord {
  id: string
  region: string
  userPoolId: string
  clientId: string
  /** Identity id by user pool subject. */
  identities: Record<string, string>
}

export interface CredentialRecord {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  /** ms since the epoch; absent for keys that never expire. */
  expiresAt?: number
  roleArn: string
  roleName: string
  sessionName: string
  /** The Cognito identity the keys were handed to. */
  identityId?: string
  /** True for keys handed out by Cognito: their signatures are verified. */
  verified: boolean
}

/** What the console is told about a role, and the boundary that limits it besides its own statements. */
export interface RoleExtras {
  capabilities: string[]
  boundary?: PolicyStatement[]
}

export interface IdentityTables {
  /** Own source of randomness for keys, codes and tokens: signing in must not change how the rest of the world evolves. */
  randomState?: number
  /** By role name. */
  roles?: Record<string, RoleExtras>
  userPools: Record<string, UserPoolRecord>
  identityPools: Record<string, IdentityPoolRecord>
  credentials: Record<string, CredentialRecord>
  authorizationCodes: Record<string, AuthorizationCodeRecord>
  refreshTokens: Record<string, RefreshTokenRecord>
  /** Browser sessions of the managed login, by cookie value. */
  loginSessions: Record<string, { userPoolId: string; username: string; expiresAt: number }>
}

export interface AuthorizationCodeRecord {
  userPoolId: string
  clientId: string
  username: string
  redirectUri: string
  scope: string
  codeChallenge: string
  nonce?: string
  expiresAt: number
  used: boolean
}

export interface RefreshTokenRecord {
  userPoolId: string
  clientId: string
  username: string
  authTime: number
  scope: string
  expiresAt: number
  /** Set when the token was rotated away or revoked. */
  revokedAt?: number
}
