/** Addresses of the pages that tables of tasks and targets link to. They are a public contract: the Region is in the path. */
const part = encodeURIComponent

export function taskHref(region: string, cluster: string, task: string): string {
  return `/${region}/clusters/${part(cluster)}/tasks/${part(task)}`
}

export function instanceHref(region: string, cluster: string, instance: string): string {
  return `/${region}/clusters/${part(cluster)}/instances/${part(instance)}`
}

export function serviceHref(region: string, cluster: string, service: string): string {
  return `/${region}/clusters/${part(cluster)}/services/${part(service)}`
}

export function targetGroupHref(region: string, name: string): string {
  return `/${region}/target-groups/${part(name)}`
}

export function loadBalancerHref(region: string, name: string): string {
  return `/${region}/load-balancers/${part(name)}`
}
