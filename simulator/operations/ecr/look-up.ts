/** Finding the repository that a call names, and how its calls are authorised. */
import { AwsError, type Authorization, type Call } from '../../operation.ts'
import type { RepositoryRecord } from '../../world/ecr-tables.ts'
import { arn } from '../../world/ids.ts'

/** @throws AwsError RepositoryNotFoundException */
export function repositoryNamed({ region, world }: Call, name: string): RepositoryRecord {
  const found = Object.hasOwn(region.repositories, name) ? region.repositories[name] : undefined
  if (found) return found
  throw new AwsError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${world.accountId}'`,
  )
}

/** The repository as IAM names it. */
export function authorizeRepository({ world, region }: Call, name: string): Authorization {
  return { resources: [arn(world, 'ecr', region.name, `repository/${name}`)] }
}

export function wrongToken(): AwsError {
  return new AwsError('InvalidParameterException', "Invalid parameter at 'nextToken'")
}
