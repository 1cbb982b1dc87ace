/** A CodeDeploy deployment group of ECS services: it moves its listeners between target groups by itself. */
export interface DeploymentGroup {
  application: string
  name: string
  ecsServices: { cluster: string; service: string }[]
  /** Production and test listeners. */
  listenerArns: string[]
  targetGroupNames: string[]
}
