/**
 * What stands between a decoded call and its operation: who calls, in which world, at what time, whether they may, and
 * what goes wrong today. The dispatcher asks in the order written here; identity and faults answer.
 */
import type { AwsError, Call, Operation, ServiceModel } from './operation.ts'
import type { Trouble, WireRequest, WireResponse } from './protocol/wire.ts'
import type { CredentialRecord } from './world/identity-tables.ts'
import type { World } from './world/world.ts'

/** What a SigV4 signature (header or presigned query) says about itself. Nothing of it is verified yet. */
export interface CredentialScope {
  accessKeyId: string
  /** `YYYYMMDD`. */
  date: string
  /** The Region signed for; global services (Route 53, STS's global endpoint) sign for `us-east-1`. */
  region: string
  /** Signing name, e.g. `elasticloadbalancing`. */
  service: string
  /** Lower-case names of the headers that were signed. */
  signedHeaders: string[]
  /** Hexadecimal. */
  signature: string
  /** True when the signature came in the query string. */
  presigned: boolean
  /** `X-Amz-Date`, `YYYYMMDDTHHMMSSZ`; empty when the request has none. */
  signedAt: string
  sessionToken?: string
}

export interface IdentifyRequest {
  request: WireRequest
  /** Absent for unsigned calls; the dispatcher lets those through only for `ServiceModel.unsigned` operations. */
  scope?: CredentialScope
  service: ServiceModel
  operation: Operation
  /** The decoded input; undefined when the body could not be decoded (that error is answered after identification, as AWS does). */
  input?: Record<string, unknown>
}

/** The world a call lands in, and whose credentials it carries (absent for unsigned calls). */
export interface Identified {
  world: World
  caller?: CredentialRecord
  /** Region of an unsigned call (from its identity pool); signed calls name theirs in the scope. */
  region?: string
  /** Set when the world is known but the caller is turned away (expired credentials): answered like a thrown error, and journalled. */
  refused?: AwsError
}

export interface GatedCall {
  call: Call
  service: ServiceModel
  operation: Operation
  input: Record<string, unknown>
}

/**
 * One thing that goes wrong with one call. Every field is a hook of the dispatcher; a fault kind uses those it needs:
 *
 * | kind | hooks |
 * | --- | --- |
 * | throttle, 5xx, deny, expired credentials | `before: AwsError` |
 * | delay | `delayMs` |
 * | hang | `before: { kind: 'hang' }`, or `after` when the operation shall have run |
 * | stalled body | `after: { kind: 'stall', afterBytes }` |
 * | reset before commit / after commit | `before` / `after: { kind: 'reset' }` |
 * | truncated body, HTML body | `mapResponse` |
 * | stale read | `readFrom` |
 * | partial failures, empty page with token, repeated token | `mapOutput` |
 * | clock skew | `skewMs` |
 * | CORS blocked | `after: { kind: 'no-cors' }` (or `before`: as if the preflight had been refused) |
 */
export interface Fault {
  /** Written to the journal as `fault:<kind>` when the caller gets no true answer. */
  kind: string
  /** Answered, or acted out, instead of running the operation: nothing changes in the world. */
  before?: AwsError | Trouble
  /** An earlier world to run a read against. Ignored for operations that change something. */
  readFrom?: World
  /** Changes a good output before it is written. Gets and returns the operation's plain output. */
  mapOutput?(output: Record<string, unknown>, gated: GatedCall): Record<string, unknown>
  /** Answered, or acted out, after the operation ran: its effect stays, its answer is lost. */
  after?: AwsError | Trouble
  /** Changes the finished answer, errors included. */
  mapResponse?(response: WireResponse): WireResponse
  /** Real milliseconds before the answer is sent. */
  delayMs?: number
  /** Added to world time in the `Date` header, ms; positive when the service's clock is ahead. */
  skewMs?: number
}

export interface FaultRequest extends GatedCall {
  world: World
  /** How many calls of this operation this world has seen since it was made, this one included (1 for the first). */
  nth: number
}

export interface Gate {
  /** Finds the world and the caller. @throws AwsError for credentials that lead to no world. */
  identify(asked: IdentifyRequest): Promise<Identified>
  /** Moves the world to the clock's present (a manual clock: nothing to do). */
  sync(world: World): void
  /** What goes wrong with this call, if anything. Asked before `authorize`, also for calls whose input is malformed (input `{}`). */
  fault(asked: FaultRequest): Fault | undefined
  /** @throws AwsError with AWS's access-denied code and wording when the caller's policies do not allow the call. */
  authorize(gated: GatedCall): void | Promise<void>
}
