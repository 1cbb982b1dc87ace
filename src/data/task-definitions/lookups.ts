/** What a definition may name: for completion. Read when asked for, and taken as fresh for a while. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { listImages, listRepositories } from '../../aws/ecr/repositories.ts'
import { listRoles } from '../../aws/iam/roles.ts'
import { listLogGroups } from '../../aws/logs/log-groups.ts'
import { listSecrets, type SecretName } from '../../aws/secrets-manager/secrets.ts'
import { listParameters, type ParameterName } from '../../aws/ssm/parameters.ts'
import type { Repository, RepositoryImage } from '../../core/ecr/image.ts'
import { type Role, tasksPrincipal } from '../../core/iam/role.ts'
import { urgency } from '../call-options.ts'

/** ms. */
const staleTime = 5 * 60_000

/** Roles that ECS tasks may take, in order of their names. */
export function taskRolesQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'task-roles'] as const,
    queryFn: async (context): Promise<Role[]> => {
      const roles = await listRoles(aws, urgency(context))
      return roles
        .filter(({ trustedServices }) => trustedServices.includes(tasksPrincipal))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    },
    staleTime,
  })
}

/** Names of the Region's log groups. */
export function logGroupsQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'log-groups'] as const,
    queryFn: (context): Promise<string[]> => listLogGroups(aws, undefined, urgency(context)),
    staleTime,
  })
}

/** Names and ARNs of secrets, never values. */
export function secretsQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'secrets'] as const,
    queryFn: (context): Promise<SecretName[]> => listSecrets(aws, urgency(context)),
    staleTime,
  })
}

/** Names and types of parameters, never values. */
export function parametersQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'parameters'] as const,
    queryFn: (context): Promise<ParameterName[]> => listParameters(aws, urgency(context)),
    staleTime,
  })
}

/** Repositories of ECR. */
export function repositoriesQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'repositories'] as const,
    queryFn: (context): Promise<Repository[]> => listRepositories(aws, urgency(context)),
    staleTime,
  })
}

/** Tags and digests of one repository, the newest first. */
export function imagesQuery(aws: Aws, repository: string) {
  return queryOptions({
    queryKey: [aws.key, 'images', repository] as const,
    queryFn: (context): Promise<RepositoryImage[]> => listImages(aws, repository, urgency(context)),
    staleTime: 60_000,
  })
}
