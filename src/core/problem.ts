/** A failed AWS answer as the product sees it. Made by aws/problem.ts; matched on `kind`, never on message text. */
export type ProblemKind =
  | 'denied'
  | 'throttled'
  | 'signed-out'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'unknown-outcome'
  | 'offline'
  | 'blocked'
  | 'unexpected'

/** Codes of ours where page tokens lead nowhere: one came twice, or there is no end of them. */
export const pageTrouble = { repeated: 'RepeatedToken', endless: 'EndlessPages' } as const

export interface ProblemFacts {
  kind: ProblemKind
  /** AWS's error code, or our own word where no answer came (`NetworkError`, `DeadlineExceeded`, `MalformedAnswer`). */
  code: string
  /** AWS's raw text (≤200 characters of a malformed body, masked). */
  message: string
  /** `ecs:DescribeServices`. */
  operation: string
  /** Absent where the browser may not read it: say "not available". */
  requestId?: string
  /** The IAM action, for `denied`. */
  action?: string
  /** The resource and the policy type AWS named, for `denied`. */
  resource?: string
  policyType?: string
  /** How many times it was sent. */
  attempts: number
}

export class AwsProblem extends Error {
  readonly facts: ProblemFacts

  constructor(facts: ProblemFacts) {
    super(`${facts.operation}: ${facts.code}: ${facts.message}`)
    this.name = 'AwsProblem'
    this.facts = facts
  }

  get kind(): ProblemKind {
    return this.facts.kind
  }
}

/** A member of `failures[]`: AWS answered, but not about this one. Data, not an exception. */
export interface PartialFailure {
  arn: string
  /** `MISSING`, … */
  reason: string
  detail?: string
}

/** Items with the ones that AWS could not describe. */
export interface Described<T> {
  items: T[]
  failures: PartialFailure[]
}
