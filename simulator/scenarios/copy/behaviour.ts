/** How software answers of which only is known that it passes its health checks. */
import type { TargetGroupRecord } from '../../world/elb-tables.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'

/** ms for a page, and for a health check. */
const pageMs = 40
const checkMs = 3

type Checked = { healthCheck: Pick<TargetGroupRecord['healthCheck'], 'path' | 'matcher'> }

/** Answers pages with 200, and each group's health check with the first status that it accepts. */
export function healthyFor(groups: readonly Checked[]): ImageBehaviour {
  const http: NonNullable<ImageBehaviour['http']> = { '/': { status: 200, latencyMs: pageMs } }
  for (const { healthCheck } of groups) {
    const status = Number(/\d{3}/.exec(healthCheck.matcher)?.[0] ?? 200)
    http[healthCheck.path] = { status, latencyMs: healthCheck.path === '/' ? pageMs : checkMs }
  }
  return { http, errorShare: 0.001 }
}
