/** Looks through all hosted zones of the account for records that lead to given addresses and names. */
import { type Pointer, pointersTo } from '../../core/cutover/hold/pointers.ts'
import type { Plan } from '../../core/cutover/plan.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { scanZone } from './zone-scan.ts'
import { listHostedZones } from './zones.ts'

/** `legacy` as in `knownSides`. One call for 100 zones, and one for 300 record sets of each. @throws AwsProblem */
export async function searchPointers(
  aws: Aws,
  plan: Plan,
  legacy: readonly string[],
  options?: CallOptions,
): Promise<Pointer[]> {
  const found: Pointer[] = []
  // One zone at a time: an account may have many, and only what leads to the legacy is kept.
  for (const { id, name } of await listHostedZones(aws, options)) {
    const records = await scanZone(aws, id, options)
    found.push(...pointersTo(legacy, plan, [{ id, name, records }]))
  }
  return found
}
