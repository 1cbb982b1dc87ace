/** Which HTTP status codes pass a health check: `200`, `200-399`, `200,301`. */

/** True when `status` is named by the target group's matcher. */
export function matches(matcher: string, status: number): boolean {
  return matcher.split(',').some((part) => {
    const [low = Number.NaN, high = low] = part.split('-').map(Number)
    return status >= low && status <= high
  })
}
