/** The plan that follows from what was read and chosen, or why there is none. */
import { makePlan, type Planning } from '../plan.ts'
import type { Facts } from './facts.ts'
import { standingInTheWay } from './p-44-protection.ts'

type Needs = Pick<Facts, 'subject' | 'zone' | 'records' | 'params' | 'protections'>

export function derivePlanning({ subject, zone, records, params, protections }: Needs): Planning {
  return makePlan({
    zone,
    hostname: subject.typed,
    ...records,
    params,
    protections: standingInTheWay({ subject, zone, protections }),
  })
}
