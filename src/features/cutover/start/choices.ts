/** From what stands in the URL to the choices of a plan. */
import { defaultParams, presets, type RuleTarget } from '../../../core/cutover/params.ts'
import type { PlanChoices } from '../../../core/cutover/preflight/facts.ts'
import type { NewCutoverSearch } from './search.ts'

const minute = 60_000
const hour = 60 * minute

/** Least hold, hours. */
export const leastHold = 4

/** `rule`: what the strategy `rule` moves; without it that strategy cannot be planned. */
export function choicesOf(search: NewCutoverSearch, rule?: RuleTarget): PlanChoices {
  const { pace = 'standard', strategy = 'weighted', bake, ttl, hold, weights } = search
  const preset = pace === 'own' ? presets.standard : presets[pace]
  return {
    strategy,
    evaluateTargetHealth: search.noHealth !== true,
    lowTtl: Math.max(1, ttl ?? defaultParams.lowTtl),
    steps: pace === 'own' ? weightsOf(weights) : preset.steps,
    bakeMs: bake === undefined ? preset.bakeMs : bake * minute,
    holdMs: hold === undefined ? defaultParams.holdMs : Math.max(leastHold, hold) * hour,
    prepareTtl: search.noPrepare !== true,
    retireServiceBindings: search.keepBindings !== true,
    addIpv6: search.ipv6 === true,
    stayCname: search.cname === true,
    privateSnapshot: search.private === true,
    ...(strategy === 'rule' && rule && { rule }),
  }
}

/** `0, 5, 100` as numbers; what is none stays NaN, which no plan takes. */
export function weightsOf(text = presets.standard.steps.join()): number[] {
  return text
    .split(/[\s,]+/)
    .filter((each) => each !== '')
    .map(Number)
}
