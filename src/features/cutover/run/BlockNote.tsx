/** The line under the title of a block that must not move: what it shows, or that it could not be read again, with the rest on a click. */
import Popover from '@cloudscape-design/components/popover'
import type { BlockState } from '../../../ui/block-state.ts'
import { ProblemDetails } from '../../../ui/ProblemAlert.tsx'
import { StatusBadge } from '../../../widgets/status-badge/StatusBadge.tsx'

/** True where the last good answer stays in sight: what failed is then said in one line. */
export function keepsLast({ problem, updatedAt }: BlockState): boolean {
  return problem !== undefined && updatedAt !== undefined
}

export function BlockNote({ state, note }: { state: BlockState; note: string }) {
  const { problem } = state
  if (!problem || !keepsLast(state)) return note
  return (
    <Popover header={problem.title} content={<ProblemDetails problem={problem} kept />} size="large">
      <StatusBadge tone={problem.tone === 'error' ? 'bad' : 'warning'}>{problem.title}</StatusBadge>
    </Popover>
  )
}
