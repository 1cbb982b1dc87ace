/** Deep links into AWS's own console. */
const part = encodeURIComponent

function ecs(region: string, path: string): string {
  return `https://${part(region)}.console.aws.amazon.com/ecs/v2/${path}?region=${part(region)}`
}

function ec2(region: string, fragment: string): string {
  return `https://${part(region)}.console.aws.amazon.com/ec2/home?region=${part(region)}#${fragment}`
}

/** Where AWS's console shows a resource. */
export const awsConsole = {
  cluster: (region: string, cluster: string): string => ecs(region, `clusters/${part(cluster)}/services`),
  service: (region: string, cluster: string, service: string): string =>
    ecs(region, `clusters/${part(cluster)}/services/${part(service)}`),
  task: (region: string, cluster: string, taskId: string): string =>
    ecs(region, `clusters/${part(cluster)}/tasks/${part(taskId)}`),
  /** A service's task is shown within its service. */
  serviceTask: (region: string, cluster: string, service: string, taskId: string): string =>
    ecs(region, `clusters/${part(cluster)}/services/${part(service)}/tasks/${part(taskId)}`),
  containerInstance: (region: string, cluster: string, id: string): string =>
    ecs(region, `clusters/${part(cluster)}/infrastructure/container-instances/${part(id)}`),
  taskDefinition: (region: string, family: string, revision: number | string): string =>
    ecs(region, `task-definitions/${part(family)}/${part(String(revision))}`),
  loadBalancer: (region: string, arn: string): string =>
    ec2(region, `LoadBalancer:loadBalancerArn=${part(arn)};tab=listeners`),
  targetGroup: (region: string, arn: string): string =>
    ec2(region, `TargetGroup:targetGroupArn=${part(arn)}`),
}
