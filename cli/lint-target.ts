/** What the rules ask about the service a definition is meant for, as AWS answers it now. */
import type { Aws } from '../src/aws/context.ts'
import { describeContainerInstances, listContainerInstances } from '../src/aws/ecs/container-instances.ts'
import { describeNeighbours } from '../src/aws/ecs/neighbours.ts'
import { getService } from '../src/aws/ecs/services.ts'
import { describeSurroundings, whereaboutsOf } from '../src/aws/ecs/surroundings.ts'
import { describeTargetGroups, getTargetGroupAttributes } from '../src/aws/elb/target-groups.ts'
import type { LintContext } from '../src/core/task-definition/linter/context.ts'
import { serverNow } from '../src/lib/clock.ts'
import type { LintOptions } from './lint-options.ts'

/** @throws AwsProblem when something cannot be read: rules that say nothing would look like rules that hold. */
export async function targetContext(
  aws: Aws,
  { cluster, name }: NonNullable<LintOptions['service']>,
  chosen: LintOptions['launchType'],
): Promise<LintContext> {
  const service = await getService(aws, cluster, name)
  const arns = service.loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? [])
  const groups = arns.length > 0 ? await describeTargetGroups(aws, arns) : []
  const targetGroups = await Promise.all(
    groups.map(async (group) => ({ ...group, ...(await getTargetGroupAttributes(aws, group.arn)) })),
  )
  const launchType = chosen ?? service.launchType
  const onInstances = launchType === 'EC2'
  const instanceArns = onInstances ? await listContainerInstances(aws, cluster) : []
  const instances = onInstances ? await describeContainerInstances(aws, cluster, instanceArns) : undefined
  const neighbours = onInstances ? await describeNeighbours(aws, cluster, name) : undefined
  return {
    service,
    targetGroups,
    ...(launchType !== undefined && { launchType }),
    ...(instances && { instances: instances.items, now: serverNow() }),
    ...(neighbours && { neighbours }),
    ...(await describeSurroundings(aws, whereaboutsOf(service, targetGroups, instances?.items ?? []))),
  }
}
