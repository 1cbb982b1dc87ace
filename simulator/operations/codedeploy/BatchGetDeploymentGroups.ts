/** BatchGetDeploymentGroups. https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeploymentGroups.html */
import {
  BatchGetDeploymentGroups$,
  type BatchGetDeploymentGroupsCommandInput,
  type BatchGetDeploymentGroupsCommandOutput,
  type DeploymentGroupInfo,
} from '@aws-sdk/client-codedeploy'
import { AwsError, operation } from '../../operation.ts'
import type { CodeDeployApplicationRecord, DeploymentGroupRecord } from '../../world/codedeploy-tables.ts'
import { applicationByName } from './look-up.ts'

/** Groups in one call. */
const MOST = 100

/** What was found; what was not is named in a message. */
export const BatchGetDeploymentGroups = operation<
  BatchGetDeploymentGroupsCommandInput,
  BatchGetDeploymentGroupsCommandOutput
>(BatchGetDeploymentGroups$, ({ applicationName, deploymentGroupNames = [] }, { region }) => {
  if (deploymentGroupNames.length > MOST) {
    throw new AwsError('BatchLimitExceededException', `The batch limit is ${MOST} deployment groups`)
  }
  const application = applicationByName(region, applicationName)
  const found = deploymentGroupNames.flatMap((name) => application.groups[name] ?? [])
  const missing = deploymentGroupNames.filter((name) => !(name in application.groups))
  return {
    deploymentGroupsInfo: found.map((group) => toInfo(application, group)),
    errorMessage: missing.length > 0 ? `No deployment group found for: ${missing.join(', ')}` : undefined,
  }
})

function toInfo(application: CodeDeployApplicationRecord, group: DeploymentGroupRecord): DeploymentGroupInfo {
  const testRoute = { listenerArns: group.testListenerArns }
  return {
    applicationName: application.name,
    deploymentGroupId: group.deploymentGroupId,
    deploymentGroupName: group.name,
    deploymentConfigName: group.deploymentConfigName,
    serviceRoleArn: group.serviceRoleArn,
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: group.targetGroupNames.map((name) => ({ name })),
          prodTrafficRoute: { listenerArns: group.productionListenerArns },
          testTrafficRoute: group.testListenerArns.length > 0 ? testRoute : undefined,
        },
      ],
    },
    computePlatform: application.computePlatform,
    ecsServices: group.ecsServices,
  }
}
