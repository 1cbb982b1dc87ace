/** Who waits for whom, over any number of steps: ECS refuses circles. */
import type { ContainerDefinition } from '../../definition.ts'

/** True when `name` already waits for `other`, over any number of steps. */
export function isAhead(containers: readonly ContainerDefinition[], name: string, other: string): boolean {
  const seen = new Set<string>()
  const pending = [name]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === other) return true
    if (seen.has(next)) continue
    seen.add(next)
    const container = containers.find((each) => each.name === next)
    pending.push(
      ...(container?.dependsOn ?? []).map(({ containerName = '' }) => containerName),
      ...(container?.links ?? []).map((entry) => entry.split(':')[0] ?? ''),
    )
  }
  return false
}
