/** Parts of ECS's ARNs: `arn:aws:ecs:<region>:<account>:<type>/<cluster>/<id>`. */

/** What follows the last slash: a task's id, a cluster's or a service's name. */
export function idOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
