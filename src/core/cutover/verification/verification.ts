/** What a verification is: one thing that must be seen after a step before the next one. */
import type { Message, Text } from '../../../i18n/text.ts'
import type { StepFacts } from './step-facts.ts'

export type VerificationId = 'V-1' | 'V-2' | 'V-3' | 'V-4' | 'V-5' | 'V-6' | 'V-7' | 'V-8' | 'V-9'

/** waiting: not seen yet; warn: seen, and worth a look, without standing in the way. */
export type VerificationState = 'pass' | 'warn' | 'fail' | 'waiting'

export interface VerificationFinding {
  state: VerificationState
  message: Message
}

export interface VerificationResult extends VerificationFinding {
  id: VerificationId
}

export interface Verification {
  id: VerificationId
  title: Text
  verify(facts: StepFacts): VerificationFinding
}

/** A finding in one line. */
export function found(state: VerificationState, text: Text, values?: Message['values']): VerificationFinding {
  return { state, message: values ? { text, values } : { text } }
}
