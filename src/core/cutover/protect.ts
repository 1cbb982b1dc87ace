/** Protections against changes that stand in the way: lifted once the claim says who is at work, and set again when it is over. */
import { withoutPause } from './observe.ts'
import type { Run, Step } from './run.ts'
import { retryDelay } from './timing.ts'

/** Attempts before a person is asked. */
const mostTries = 5

/** What a step of the machine means for the protections of the plan. */
export function withProtections(before: Run, step: Step): Step {
  const { run, effects } = step
  const { phase, plan, journal } = run
  if (plan.protections.length === 0 || phase.at === before.phase.at) return step
  const lifts = phase.at === 'ready' && journal?.claim.highest === 0
  const sets = phase.at === 'restored' || phase.at === 'completing'
  if (!lifts && !sets) return step
  const more = protect(run, lifts, 1)
  return { run: more.run, effects: [...effects, ...more.effects] }
}

/** True while the journal must stay, because it alone says what was protected. */
export function owesProtections({ plan, protectionsSet }: Run): boolean {
  return plan.protections.length > 0 && protectionsSet !== true
}

/** Begins anew, after a person has seen to the cause. */
export function protectAgain(run: Run): Step {
  return protect(run, run.protecting?.lift ?? false, 1)
}

export function onProtected(run: Run): Step {
  const { protecting, ...rest } = withoutPause(run, 'protection')
  return { run: protecting ? { ...rest, protectionsSet: !protecting.lift } : run, effects: [] }
}

export function onProtectFailed(run: Run, now: number): Step {
  const { protecting } = run
  if (!protecting) return { run, effects: [] }
  if (protecting.tries >= mostTries) return { run: { ...run, paused: 'protection' }, effects: [] }
  const retryAt = now + retryDelay(protecting.tries)
  return {
    run: { ...run, protecting: { ...protecting, retryAt } },
    effects: [{ type: 'wait', until: retryAt }],
  }
}

/** The next attempt, when it is due. */
export function onProtectTick(run: Run, now: number): Step | undefined {
  const { lift, tries, retryAt } = run.protecting ?? { lift: false, tries: 0 }
  return retryAt !== undefined && now >= retryAt ? protect(run, lift, tries + 1) : undefined
}

function protect(run: Run, lift: boolean, tries: number): Step {
  return { run: { ...run, protecting: { lift, tries } }, effects: [{ type: 'protect', lift }] }
}
