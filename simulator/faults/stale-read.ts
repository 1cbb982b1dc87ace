/** Reads answered by a replica that has stopped following: it shows the world of when the fault was set. */
import type { FaultKind } from './fault-kind.ts'

export const staleRead: FaultKind = {
  kind: 'stale-read',
  summary: 'Reads see the world as it was when the fault was set; writes go through.',
  needsSnapshot: true,
  make: ({ snapshot }) => (snapshot ? { readFrom: snapshot } : undefined),
}
