/** The ways on from a manual edit. The one that keeps what somebody did on purpose comes first. */
import { forwardBlock } from '../../../core/cutover/permits.ts'
import type { Run } from '../../../core/cutover/run.ts'

export type DriftChoice =
  | { does: 'adopt'; state: number }
  | { does: 'restore' }
  | { does: 'reapply'; state: number }
  | { does: 'stop' }
  /** Stop, record set by record set. */
  | { does: 'mix' }

/** `edits`: how many record sets were edited. */
export function driftChoices({ phase, plan }: Run, edits: number): DriftChoice[] {
  if (phase.at !== 'drift') return []
  const { state, matches } = phase
  // At the original there is nothing to go on from: going back exactly says the same, and ends it.
  const adopted = matches.filter((match) => match > 0 && match !== state)
  return [
    ...adopted.map((match) => ({ does: 'adopt' as const, state: match })),
    { does: 'restore' },
    ...(plan.states[state] ? [{ does: 'reapply' as const, state }] : []),
    { does: 'stop' },
    ...(edits > 1 ? [{ does: 'mix' as const }] : []),
  ]
}

/** Why a choice cannot be made now; going back needs keys and a network alone, which its button knows. */
export function choiceBlock(choice: DriftChoice, run: Run, now: number) {
  return choice.does === 'restore' ? undefined : forwardBlock(run, now)
}

export function choiceId(choice: DriftChoice): string {
  return 'state' in choice ? `${choice.does}-${choice.state}` : choice.does
}
