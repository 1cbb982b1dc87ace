/** CodeDeploy's deployment groups of ECS services, of all applications of the Region. */
import {
  BatchGetDeploymentGroupsCommand,
  type DeploymentGroupInfo,
  ListApplicationsCommand,
  ListDeploymentGroupsCommand,
} from '@aws-sdk/client-codedeploy'
import type { DeploymentGroup } from '../../core/codedeploy/deployment-group.ts'
import { chunks } from '../../lib/arrays.ts'
import { list, text, texts } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { codedeploy } from './codedeploy.ts'

/** https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BatchGetDeploymentGroups.html */
const batchSize = 100
const bucket = 'codedeploy'

/** At least two calls for each application: there is no other way to find who moves a listener. @throws AwsProblem */
export async function listEcsDeploymentGroups(aws: Aws, options?: CallOptions): Promise<DeploymentGroup[]> {
  const applications = await listAll(
    aws,
    {
      service: codedeploy,
      bucket,
      command: (nextToken) => new ListApplicationsCommand({ nextToken }),
      take: (answer) => ({ items: texts(answer.applications, 'applications'), next: answer.nextToken }),
      id: (name) => name,
    },
    options,
  )
  return (await Promise.all(applications.map((name) => groupsOf(aws, name, options)))).flat()
}

async function groupsOf(
  aws: Aws,
  applicationName: string,
  options: CallOptions | undefined,
): Promise<DeploymentGroup[]> {
  const names = await listAll(
    aws,
    {
      service: codedeploy,
      bucket,
      command: (nextToken) => new ListDeploymentGroupsCommand({ applicationName, nextToken }),
      take: (answer) => ({
        items: texts(answer.deploymentGroups, 'deploymentGroups'),
        next: answer.nextToken,
      }),
      id: (name) => name,
    },
    options,
  )
  const answers = await Promise.all(
    chunks(names, batchSize).map((deploymentGroupNames) =>
      call(
        aws,
        {
          service: codedeploy,
          bucket,
          command: new BatchGetDeploymentGroupsCommand({ applicationName, deploymentGroupNames }),
          take: ({ deploymentGroupsInfo }) => list(deploymentGroupsInfo, 'deploymentGroupsInfo'),
        },
        options,
      ),
    ),
  )
  return answers
    .flatMap(({ value }) => value)
    .filter(({ computePlatform }) => computePlatform === 'ECS')
    .map((info) => toDeploymentGroup(info, applicationName))
}

function toDeploymentGroup(info: DeploymentGroupInfo, application: string): DeploymentGroup {
  const pairs = info.loadBalancerInfo?.targetGroupPairInfoList ?? []
  return {
    application,
    name: text(info.deploymentGroupName, 'deploymentGroupName'),
    ecsServices: (info.ecsServices ?? []).map(({ clusterName = '', serviceName = '' }) => ({
      cluster: clusterName,
      service: serviceName,
    })),
    listenerArns: pairs.flatMap(({ prodTrafficRoute, testTrafficRoute }) => [
      ...(prodTrafficRoute?.listenerArns ?? []),
      ...(testTrafficRoute?.listenerArns ?? []),
    ]),
    targetGroupNames: pairs.flatMap(({ targetGroups = [] }) =>
      targetGroups.flatMap(({ name }) => name ?? []),
    ),
  }
}
