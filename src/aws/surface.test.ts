/** What the product asks of AWS, what the simulator answers and what the roles may do are one list. */
import { describe, expect, it } from 'vitest'
import { askedAlong, roles } from '../../deploy/permissions.ts'
import { readSource, sourceFiles } from '../../scripts/source-files.ts'
import { services } from '../../simulator/operations/registry.ts'

/** What only tests import talks to the simulator directly. */
const testing = /\.test\.tsx?$|^src\/core\/cutover\/(fixtures|interleaving)\//
const sources = sourceFiles(['src']).filter((file) => !testing.test(file))
const callers = sources.filter((file) => file.startsWith('src/aws/') || file.startsWith('src/auth/'))

/** SDK package → IAM prefix. */
const prefixes: Record<string, string> = {
  '@aws-sdk/client-ecr': 'ecr',
  '@aws-sdk/client-ecs': 'ecs',
  '@aws-sdk/client-elastic-load-balancing': 'elasticloadbalancing',
  '@aws-sdk/client-elastic-load-balancing-v2': 'elasticloadbalancing',
  '@aws-sdk/client-acm': 'acm',
  '@aws-sdk/client-application-auto-scaling': 'application-autoscaling',
  '@aws-sdk/client-codedeploy': 'codedeploy',
  '@aws-sdk/client-ec2': 'ec2',
  '@aws-sdk/client-route-53': 'route53',
  '@aws-sdk/client-cloudwatch': 'cloudwatch',
  '@aws-sdk/client-cloudwatch-logs': 'logs',
  '@aws-sdk/client-iam': 'iam',
  '@aws-sdk/client-scheduler': 'scheduler',
  '@aws-sdk/client-secrets-manager': 'secretsmanager',
  '@aws-sdk/client-ssm': 'ssm',
  '@aws-sdk/client-sts': 'sts',
  '@aws-sdk/client-cognito-identity': 'cognito-identity',
}

/** `ecs:ListClusters` for every command imported from an SDK package. */
function actionsOf(file: string): string[] {
  const imports = readSource(file).matchAll(
    /import\s+(?!type)\{([^}]*)\}\s+from\s+'(@aws-sdk\/client-[^']+)'/g,
  )
  return [...imports].flatMap(([, names = '', source = '']) =>
    [...names.matchAll(/\b([A-Z]\w+)Command\b/g)].map(
      ([, name = '']) => `${prefixes[source] ?? source}:${name}`,
    ),
  )
}

const used = [...new Set(callers.flatMap(actionsOf))].toSorted()
/** GetId and GetCredentialsForIdentity are unsigned: no policy speaks about them. */
const signed = used.filter((action) => !action.startsWith('cognito-identity:'))
const granted = [
  ...new Set(
    Object.values(roles).flatMap(({ statements }) =>
      statements.filter(({ effect }) => effect === 'Allow').flatMap(({ actions }) => actions),
    ),
  ),
].toSorted()
const simulated = services.flatMap(({ iamPrefix, operations }) =>
  operations.map(({ name }) => `${iamPrefix}:${name}`),
)

describe('the product’s AWS surface', () => {
  it('is found at all', () => {
    expect(used.length).toBeGreaterThan(15)
    expect(used).toContain('ecs:DescribeServices')
  })

  it('is simulated completely', () => {
    expect(used.filter((action) => !simulated.includes(action))).toEqual([])
  })

  it('is granted by the roles, all of it and nothing else but what AWS asks along', () => {
    expect(new Set(granted)).toEqual(new Set([...signed, ...askedAlong]))
  })

  it('goes through one place', () => {
    const sending = sources.filter((file) => /\.send\(/.test(readSource(file)))
    expect(sending.toSorted()).toEqual(['src/auth/credentials.ts', 'src/aws/call.ts'])
  })
})
