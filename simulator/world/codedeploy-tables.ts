/** CodeDeploy applications and their ECS deployment groups as plain tables. Times are ms since the epoch. */

export interface DeploymentGroupRecord {
  deploymentGroupId: string
  name: string
  serviceRoleArn: string
  deploymentConfigName: string
  ecsServices: { clusterName: string; serviceName: string }[]
  /** Names of the blue and the green target group. */
  targetGroupNames: string[]
  productionListenerArns: string[]
  testListenerArns: string[]
}

export interface CodeDeployApplicationRecord {
  applicationId: string
  name: string
  computePlatform: 'ECS' | 'Server' | 'Lambda'
  createdAt: number
  /** By name. */
  groups: Record<string, DeploymentGroupRecord>
}
