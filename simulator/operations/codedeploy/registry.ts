/** Registry: CodeDeploy, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { BatchGetDeploymentGroups } from './BatchGetDeploymentGroups.ts'
import { ListApplications } from './ListApplications.ts'
import { ListDeploymentGroups } from './ListDeploymentGroups.ts'

export const codedeploy: ServiceModel = {
  name: 'codedeploy',
  signingName: 'codedeploy',
  iamPrefix: 'codedeploy',
  protocol: 'awsJson1_1',
  target: 'CodeDeploy_20141006',
  version: '2014-10-06',
  operations: [BatchGetDeploymentGroups, ListApplications, ListDeploymentGroups],
}
