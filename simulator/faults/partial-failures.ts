/** A Describe call of ECS that answers some of what was asked, and names the rest in `failures`. */
import { type FaultKind, numberOption, textOption } from './fault-kind.ts'

export const partialFailures: FaultKind = {
  kind: 'partial-failures',
  summary:
    'The last `count` items (default 1) are missing and listed in `failures` with `reason` (default MISSING).',
  make: ({ options }) => ({
    mapOutput(output) {
      if (!Array.isArray(output.failures)) return output
      const found = Object.entries(output).find(
        ([name, value]) => name !== 'failures' && Array.isArray(value),
      )
      if (!found) return output
      const [name, value] = found
      const items: unknown[] = Array.isArray(value) ? value : []
      const kept = Math.max(0, items.length - numberOption(options, 'count', 1))
      const reason = textOption(options, 'reason', 'MISSING')
      const failures = items.slice(kept).map((item) => ({ arn: arnOf(item, name), reason }))
      return { ...output, [name]: items.slice(0, kept), failures: [...output.failures, ...failures] }
    },
  }),
}

/** `services` → the item's `serviceArn`. */
function arnOf(item: unknown, listName: string): string {
  const wanted = `${listName.replace(/s$/, '')}Arn`
  const entries = typeof item === 'object' && item !== null ? Object.entries(item) : []
  const arn = entries.find(([name]) => name === wanted)?.[1]
  return typeof arn === 'string' ? arn : ''
}
