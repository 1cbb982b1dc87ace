/** One identified call: what a fault does before and after it, its operation, and its answer. */
import type { Fault, Gate, GatedCall } from './gate.ts'
import { AwsError } from './operation.ts'
import type { Trouble, WireResponse } from './protocol/wire.ts'
import { regionOf } from './world/create.ts'
import type { World } from './world/world.ts'

export interface Performance {
  gated: GatedCall
  fault: Fault | undefined
  /** What is wrong with the input, said in the place of an answer. */
  wrong: AwsError | undefined
  authorize: Gate['authorize']
  write: (output: unknown) => WireResponse
}

/** The call's answer, before `finish`. @throws AwsError for an error answer. */
export async function perform(performance: Performance): Promise<WireResponse> {
  const { fault } = performance
  if (fault?.before) return interrupted(fault.before)
  const response = performance.write(await run(performance))
  return fault?.after ? interrupted(fault.after, response) : response
}

async function run({ gated, fault, wrong, authorize }: Performance): Promise<unknown> {
  if (wrong) throw wrong
  await authorize(gated)
  const { call, operation, input } = gated
  const stale = isRead(gated) ? fault?.readFrom : undefined
  const seen = stale ? { ...call, world: stale, region: regionOf(stale, call.region.name) } : call
  const output = (await operation.run(input as never, seen)) as Record<string, unknown>
  return fault?.mapOutput ? fault.mapOutput(output, gated) : output
}

const NOTHING: WireResponse = { status: 200, headers: {}, body: new Uint8Array() }

/** An answer that a fault breaks off: an error instead, or trouble on the way. */
function interrupted(by: AwsError | Trouble, response = NOTHING): WireResponse {
  if (by instanceof AwsError) throw by
  return { ...response, trouble: by }
}

/** The journal's word for a call without an error. */
export function outcomeOf(response: WireResponse, fault: Fault | undefined): string {
  if (!fault) return 'ok'
  const lies = 'readFrom' in fault || 'mapOutput' in fault || 'mapResponse' in fault
  return response.trouble || lies ? `fault:${fault.kind}` : 'ok'
}

/** Dates the answer in world time and lets the fault have its last word on it. */
export function finish(answer: WireResponse, world: World, fault: Fault | undefined): WireResponse {
  const response = fault?.mapResponse ? fault.mapResponse(answer) : answer
  const date = new Date(world.now + (fault?.skewMs ?? 0)).toUTCString()
  const finished = { ...response, headers: { ...response.headers, date } }
  return fault?.delayMs === undefined ? finished : { ...finished, delayMs: fault.delayMs }
}

/**
 * Reads are told by their names: these verbs change nothing in any emulated service, but for the unsigned operations of
 * sign-in, whose identities and keys must not end up in an earlier world.
 */
function isRead({ service, operation: { name } }: GatedCall): boolean {
  return /^(Describe|Filter|Get|List|Lookup|Query|Test)/.test(name) && !service.unsigned?.includes(name)
}
