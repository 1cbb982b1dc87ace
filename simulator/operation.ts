/** What an emulated AWS operation is, and how it fails. Operations know the world, never HTTP, XML or headers. */
import type { StaticOperationSchema } from '@smithy/types'
import type { CredentialRecord } from './world/identity-tables.ts'
import type { RegionTables, World } from './world/world.ts'

/** Who is calling, from where, and when. */
export interface Call {
  world: World
  /** Tables of the Region in the credential scope (made empty on first use). */
  region: RegionTables
  requestId: string
  /** Absent for unsigned calls (Cognito Identity). */
  caller?: CredentialRecord
}

/** The `$metadata`-free form of an SDK output. */
export type Output<T> = Omit<T, '$metadata'>

/**
 * Under this key an output structure may carry elements that the SDK's schema does not know: texts by name, written after
 * its members. Answers in XML only.
 */
export const UNKNOWN_ELEMENTS = 'unknownElements'

/** Which resources a call touches, for IAM: ARNs and condition keys with their values. Default: resource `*`. */
export interface Authorization {
  resources?: string[]
  conditions?: Record<string, string[]>
  /** What else the caller must be allowed, each by itself: roles that are passed, tags that are written along. */
  also?: { action: string; resource: string; conditions: Record<string, string[]> }[]
}

export interface Operation {
  /** AWS's name, e.g. `DescribeServices`. */
  name: string
  /** The SDK's runtime schema of the operation. */
  schema: StaticOperationSchema
  run(input: never, call: Call): unknown
  /** IAM view of one call. Operations without it are checked against resource `*`. */
  authorize?(input: never, call: Call): Authorization
}

/**
 * Declares one operation: `operation<DescribeServicesCommandInput, DescribeServicesCommandOutput>(DescribeServices$, run)`.
 * @throws AwsError from `run` becomes AWS's error answer on the wire.
 */
export function operation<Input, Result>(
  schema: StaticOperationSchema,
  run: (input: Input, call: Call) => Output<Result> | Promise<Output<Result>>,
  authorize?: (input: Input, call: Call) => Authorization,
): Operation {
  const made: { name: string; schema: StaticOperationSchema; run: typeof run; authorize?: typeof authorize } =
    {
      name: schema[2],
      schema,
      run,
    }
  if (authorize) made.authorize = authorize
  return made
}

/** How a service speaks on the wire. */
export type WireProtocol = 'awsJson1_0' | 'awsJson1_1' | 'awsQuery' | 'ec2Query' | 'restXml' | 'restJson'

/** One AWS service: how to find it on the wire, and its operations. One registry file per service in operations/<service>/. */
export interface ServiceModel {
  /** Our configuration's name for it: ecs, elbv2, elb, route53, cloudwatch, logs, sts, cognitoIdentity … */
  name: string
  /** Service name in the SigV4 credential scope, e.g. `elasticloadbalancing`, `monitoring`. */
  signingName: string
  /** Prefix of IAM actions, e.g. `cloudwatch`. */
  iamPrefix: string
  protocol: WireProtocol
  /** Prefix of X-Amz-Target for the JSON protocols. */
  target?: string
  /** API version, for the query protocols and the rest-xml path; rest-json services are told by the signature. */
  version: string
  xmlNamespace?: string
  /** Names of operations that AWS takes without a signature (Cognito Identity's). */
  unsigned?: readonly string[]
  operations: Operation[]
}

/** An AWS error answer. `code` is AWS's error code; `status` the HTTP status where it differs from 400. */
export class AwsError extends Error {
  readonly code: string
  readonly status: number
  /** Further members of the modelled error shape. */
  readonly members: Record<string, unknown>

  constructor(
    code: string,
    message: string,
    options: { status?: number; members?: Record<string, unknown> } = {},
  ) {
    super(message)
    this.name = 'AwsError'
    this.code = code
    this.status = options.status ?? 400
    this.members = options.members ?? {}
  }
}
