/** Since when each agent is disconnected: as ECS says, else since it was seen so while the page is open. */
import { useState } from 'react'
import { seenDisconnected, type SeenDisconnected } from '../../core/ecs/agent.ts'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'

const none: SeenDisconnected = new Map()

/** `at`: when `instances` were read, ms; 0 before the first answer. */
export function useSeenDisconnected(instances: readonly ContainerInstance[], at: number): SeenDisconnected {
  const [seen, setSeen] = useState(none)
  const next = at === 0 ? seen : seenDisconnected(seen, instances, at)
  // Adjusting state to new data while drawing is what React recommends over an effect; it ends because the map stays the same.
  if (next !== seen) setSeen(next)
  return next
}
