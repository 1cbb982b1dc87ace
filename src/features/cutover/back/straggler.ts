/** How often each resolver still answers with the legacy. */
import type { HoldEvidence } from '../../../core/cutover/hold/evidence.ts'
import { sideOf } from '../../../core/cutover/verification/sides.ts'

export interface ResolverCount {
  resolver: string
  type: string
  legacy: number
  fresh: number
  /** Answers that lead to neither side. */
  other: number
  /** No answer came. */
  silent: number
}

/** In the order in which they were asked. */
export function resolverCounts({ resolvers = [], sides }: Pick<HoldEvidence, 'resolvers' | 'sides'>) {
  const counts = new Map<string, ResolverCount>()
  for (const { type, samples } of resolvers)
    for (const sample of samples) {
      const { resolver } = sample
      const key = JSON.stringify([resolver, type])
      const before = counts.get(key) ?? { resolver, type, legacy: 0, fresh: 0, other: 0, silent: 0 }
      const member = 'rcode' in sample ? memberOf(sample.records, sides) : 'silent'
      counts.set(key, { ...before, [member]: before[member] + 1 })
    }
  return [...counts.values()]
}

const members = { legacy: 'legacy', ours: 'fresh', unknown: 'other' } as const

function memberOf(records: readonly { data: string }[], sides: HoldEvidence['sides']) {
  return members[
    sideOf(
      records.map(({ data }) => data),
      sides,
    )
  ]
}
