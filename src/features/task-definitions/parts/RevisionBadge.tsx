/** State of a revision. */
import type { RevisionStatus } from '../../../core/task-definition/revision.ts'
import { StatusBadge, type Tone } from '../../../widgets/status-badge/StatusBadge.tsx'

const tones: Record<RevisionStatus, Tone> = {
  ACTIVE: 'good',
  INACTIVE: 'off',
  DELETE_IN_PROGRESS: 'moving',
  UNKNOWN: 'unknown',
}

export function RevisionBadge({ status }: { status: RevisionStatus }) {
  return <StatusBadge tone={tones[status]}>{status}</StatusBadge>
}
