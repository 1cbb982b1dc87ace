/** Route 53 health checks as the console sees them. */

/** What a checker somewhere in the world saw. */
export interface HealthObservation {
  /** Region of the checker, e.g. `ap-southeast-1`. */
  region?: string
  ipAddress?: string
  /** AWS's text: `Success: HTTP Status Code 200, OK` or `Failure: …`. */
  status: string
  /** ms since the epoch. */
  checkedAt?: number
}

/** True when the checker got a good answer. */
export function isSuccess({ status }: HealthObservation): boolean {
  return status.startsWith('Success')
}
