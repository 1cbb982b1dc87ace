/** Short names out of ARNs. */

/** `web:12` from a task definition's ARN (or the text itself when it is no ARN). */
export function familyRevision(taskDefinitionArn: string): string {
  return taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf('/') + 1)
}

/** The last part of an ARN or path: a task's, instance's or cluster's id or name. */
export function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
