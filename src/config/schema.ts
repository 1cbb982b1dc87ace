/** What config.json may say. It is read at run time, so the same build serves AWS, the simulator and other AWS-compatible endpoints. */
import * as z from 'zod/mini'

/** Services that `endpoints` may redirect one by one. */
export const serviceNames = [
  'ecs',
  'elbv2',
  'elb',
  'route53',
  'cloudwatch',
  'logs',
  'ecr',
  'autoscaling',
  'applicationAutoScaling',
  'acm',
  'codedeploy',
  'ec2',
  'iam',
  'scheduler',
  'secretsmanager',
  'ssm',
  'cloudformation',
  'cognitoIdentity',
  'sts',
] as const

export type ServiceName = (typeof serviceNames)[number]

/** `expected` words of the messages in problem.ts stand in `error`, so that each failed check says what it wanted. */
const pattern = (regex: RegExp, expected: string) => z.string().check(z.regex(regex, { error: expected }))

const url = z.string().check(z.refine(isHttpUrl, { error: 'url' }))
const region = pattern(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'region')
const roleArn = pattern(/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/, 'role-arn')
const identityPool = pattern(/^[a-z0-9-]+:[0-9a-zA-Z-]+$/, 'identity-pool')

const role = z.strictObject({
  name: z.string().check(z.minLength(1, { error: 'text' })),
  arn: roleArn,
  /** What the console offers with this role. */
  capabilities: z.prefault(z.array(z.string()), []),
})

const cognito = z.strictObject({
  mode: z.literal('cognito'),
  /** Of the user pool; its discovery document is read from here. */
  issuer: url,
  /** Base URL of the managed login. */
  loginDomain: url,
  clientId: z.string().check(z.minLength(1, { error: 'text' })),
  identityPoolId: identityPool,
  /** The first one is what sign-in lands on; the others are taken on demand. */
  roles: z.array(role).check(z.minLength(1, { error: 'not-empty' })),
})

const keys = z.strictObject({ mode: z.literal('keys') })

const services = Object.fromEntries(serviceNames.map((name) => [name, z.optional(url)])) as Record<
  ServiceName,
  z.ZodMiniOptional<typeof url>
>

export const configSchema = z.strictObject({
  account: pattern(/^\d{12}$/, 'account'),
  /** The first one is where `/` leads. */
  regions: z.array(region).check(z.minLength(1, { error: 'not-empty' })),
  auth: z.discriminatedUnion('mode', [cognito, keys]),
  /** One base URL for all services. */
  endpoint: z.optional(url),
  /** Base URLs per service; they win over `endpoint`. */
  endpoints: z.prefault(z.strictObject(services), {}),
  /** DNS over HTTPS resolvers. */
  resolvers: z.prefault(z.array(z.strictObject({ name: z.string(), url })), []),
  /** Hosted zones in which open cutovers are looked for without being asked. */
  hostedZones: z.prefault(
    z.array(
      z.strictObject({
        /** Without `/hostedzone/`. */
        id: z.string().check(z.minLength(1, { error: 'text' })),
        /** With the dot at the end. */
        name: pattern(/\.$/, 'zone-name'),
      }),
    ),
    [],
  ),
  /** Further origins the page may send requests to. */
  probeHosts: z.prefault(z.array(url), []),
  /** True: the simulated AWS runs inside the page and nothing leaves it. */
  practice: z.prefault(z.boolean(), false),
})

export type Config = z.infer<typeof configSchema>
export type CognitoConfig = Extract<Config['auth'], { mode: 'cognito' }>

function isHttpUrl(value: string): boolean {
  try {
    const { protocol } = new URL(value)
    return protocol === 'https:' || protocol === 'http:'
  } catch {
    return false
  }
}
