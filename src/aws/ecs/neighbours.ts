/** What runs beside a service: the other services of its cluster, with the definitions that they run. */
import type { Service } from '../../core/ecs/service.ts'
import type { Definition } from '../../core/task-definition/definition.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { getRevision } from './revisions.ts'
import { describeServices, listServices } from './services.ts'

export interface Neighbour {
  service: string
  definition: Definition
}

/** Reading more takes the budget of minutes, and each definition is one more call. */
const mostServices = 500

/**
 * The other services of the cluster that may share its instances. Undefined when there are more than 500: nothing is said then, and nothing
 * guessed.
 * @throws AwsProblem
 */
export async function describeNeighbours(
  aws: Aws,
  cluster: string,
  name: string,
  options?: CallOptions,
): Promise<Neighbour[] | undefined> {
  const arns = await listServices(aws, cluster, options)
  if (arns.length > mostServices) return undefined
  const { items } = await describeServices(aws, cluster, arns, options)
  const others = items.filter((service) => service.name !== name && mayUseInstances(service))
  const named = [...new Set(others.map(({ taskDefinitionArn }) => taskDefinitionArn))]
  const revisions = await Promise.all(named.map((arn) => getRevision(aws, arn, options)))
  const definitions = new Map(revisions.map(({ arn, definition }) => [arn, definition]))
  return others.flatMap(({ name: service, taskDefinitionArn }) => {
    const definition = definitions.get(taskDefinitionArn)
    return definition ? [{ service, definition }] : []
  })
}

/** Of a service without tasks nothing is in the way. */
function mayUseInstances(service: Service): boolean {
  const { launchType, capacityProviderStrategy, taskDefinitionArn, desiredCount, runningCount } = service
  const providers = capacityProviderStrategy.map(({ capacityProvider }) => capacityProvider)
  const isFargate = launchType === 'FARGATE' || providers.some((name) => name.startsWith('FARGATE'))
  return !isFargate && taskDefinitionArn !== '' && desiredCount + runningCount > 0
}
