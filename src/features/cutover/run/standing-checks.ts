/** Whether checks before a step stand in its way. */
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'

/** Ids of the checks that failed, and of the warnings that nobody has taken upon themselves. */
export function standingChecks({ checks }: Pick<CutoverView, 'checks'>): string[] {
  if (!checks) return []
  const { blocking, toAcknowledge } = checks.gate
  return checks.results
    .map(({ id }) => id)
    .filter((id) => blocking.includes(id) || toAcknowledge.some((each) => each.startsWith(id)))
}
