/** Makes CodeDeploy deployment groups of ECS services. What they deploy is not modelled: who owns a listener is. */
import type { DeploymentGroupRecord } from '../world/codedeploy-tables.ts'
import { regionOf } from '../world/create.ts'
import { uuid } from '../world/ids.ts'
import type { World } from '../world/world.ts'

export type DeploymentGroupOptions = { application: string } & Pick<
  DeploymentGroupRecord,
  'name' | 'ecsServices' | 'targetGroupNames' | 'productionListenerArns'
> &
  Partial<Pick<DeploymentGroupRecord, 'testListenerArns' | 'deploymentConfigName'>>

/** A deployment group; its application comes to be with the first one. */
export function createDeploymentGroup(
  world: World,
  region: string,
  { application, ...options }: DeploymentGroupOptions,
): DeploymentGroupRecord {
  const { codeDeployApplications } = regionOf(world, region)
  const made: DeploymentGroupRecord = {
    deploymentGroupId: uuid(world),
    serviceRoleArn: `arn:aws:iam::${world.accountId}:role/CodeDeployRoleForECS`,
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    testListenerArns: [],
    ...options,
  }
  codeDeployApplications[application] ??= {
    applicationId: uuid(world),
    name: application,
    computePlatform: 'ECS',
    createdAt: world.now,
    groups: {},
  }
  codeDeployApplications[application].groups[made.name] = made
  return made
}
