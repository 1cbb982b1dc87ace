/** Paths of this console's pages, for links. */
const part = encodeURIComponent

export function clustersHref(region: string): string {
  return `/${part(region)}/clusters`
}

export function clusterHref(
  region: string,
  cluster: string,
  tab: 'services' | 'tasks' | 'instances' | 'capacity' | 'tags' = 'services',
): string {
  return `${clustersHref(region)}/${part(cluster)}/${tab}`
}

export function serviceHref(region: string, cluster: string, service: string, tab?: string): string {
  return `${clusterHref(region, cluster)}/${part(service)}${tab === undefined ? '' : `?tab=${part(tab)}`}`
}

export function taskHref(region: string, cluster: string, taskId: string): string {
  return `${clusterHref(region, cluster, 'tasks')}/${part(taskId)}`
}

export function instanceHref(region: string, cluster: string, instanceId: string): string {
  return `${clusterHref(region, cluster, 'instances')}/${part(instanceId)}`
}

export function loadBalancersHref(region: string): string {
  return `/${part(region)}/load-balancers`
}

export function loadBalancerHref(region: string, name: string): string {
  return `${loadBalancersHref(region)}/${part(name)}`
}

export function targetGroupsHref(region: string): string {
  return `/${part(region)}/target-groups`
}

export function targetGroupHref(region: string, name: string): string {
  return `${targetGroupsHref(region)}/${part(name)}`
}

export function familiesHref(region: string): string {
  return `/${part(region)}/task-definitions`
}

export function familyHref(region: string, family: string): string {
  return `${familiesHref(region)}/${part(family)}`
}

export function revisionHref(region: string, family: string, revision: number): string {
  return `${familyHref(region, family)}/${String(revision)}`
}

/** Two revisions of a family beside each other. */
export function compareHref(region: string, family: string, before: number, after: number): string {
  return `${familyHref(region, family)}/compare?before=${String(before)}&after=${String(after)}`
}

/** The workbench, empty or with a revision (`web:7`) to start from. */
export function editHref(region: string, from?: string): string {
  return `/${part(region)}/task-definition-editor${from === undefined ? '' : `?from=${part(from)}`}`
}

export function cutoversHref(region: string): string {
  return `/${part(region)}/cutovers`
}

export function newCutoverHref(region: string): string {
  return `${cutoversHref(region)}/new`
}

/** `hostname` as people write it, without the dot at the end. */
export function cutoverHref(region: string, zoneId: string, hostname: string): string {
  return `${cutoversHref(region)}/${part(zoneId)}/${part(hostname)}`
}
