/** Registry: the verifications after each step, one line each. */
import { guardsGreen } from './guards-green.ts'
import { nameServerAnswers } from './name-server-answers.ts'
import { opened } from './opened.ts'
import { propagation } from './propagation.ts'
import { reread } from './reread.ts'
import { resolverAnswers } from './resolver-answers.ts'
import { smokeTested } from './smoke.ts'
import type { StepFacts } from './step-facts.ts'
import { targetsHealthy } from './targets.ts'
import { trafficArrives } from './traffic-arrives.ts'
import type { Verification, VerificationResult } from './verification.ts'

export const verifications: readonly Verification[] = [
  propagation,
  reread,
  nameServerAnswers,
  resolverAnswers,
  opened,
  targetsHealthy,
  guardsGreen,
  trafficArrives,
  smokeTested,
]

export function verifyStep(facts: StepFacts): VerificationResult[] {
  return verifications.map((each) => ({ id: each.id, ...each.verify(facts) }))
}

/** True when the state may be left: all were seen. A warning is for people to look at, and stops nothing. */
export function verified(results: readonly VerificationResult[]): boolean {
  const fine = new Map(results.map(({ id, state }) => [id, state === 'pass' || state === 'warn']))
  return verifications.every(({ id }) => fine.get(id) === true)
}
