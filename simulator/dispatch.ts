/** From bytes to an operation and back: route, decode, pass the gate, run, journal, encode. Whatever comes in, an answer goes out. */
import { AwsError } from './operation.ts'
import type { Call, Operation, ServiceModel } from './operation.ts'
import type { CredentialScope, Gate, GatedCall, Identified } from './gate.ts'
import { services as everyService } from './operations/registry.ts'
import { finish, outcomeOf, perform } from './perform.ts'
import { codecs } from './protocol/codec.ts'
import { commonError, inDialect, malformedInput, unknownOperation } from './protocol/common-errors.ts'
import { credentialScope } from './protocol/credential-scope.ts'
import { crossOriginHeaders, preflight } from './protocol/cross-origin.ts'
import { missingMembers } from './protocol/missing-members.ts'
import { requestIdFor } from './protocol/request-id.ts'
import { routeOf } from './protocol/route.ts'
import type { Route } from './protocol/route.ts'
import { operationShapes } from './protocol/schema.ts'
import { unroutable } from './protocol/unroutable.ts'
import { Unreadable } from './protocol/unreadable.ts'
import type { WireRequest, WireResponse } from './protocol/wire.ts'
import { regionOf } from './world/create.ts'
import { journal, nextSequence } from './world/journal.ts'
import type { JournalEntry, World } from './world/world.ts'

export interface DispatchOptions {
  gate: Gate
  /** Default: every service of operations/registry.ts. */
  services?: readonly ServiceModel[]
  /** Answers what is not an AWS call: sign-in pages, control. Asked first; undefined passes the request on. */
  extraRoutes?: (request: WireRequest) => WireResponse | undefined | Promise<WireResponse | undefined>
  /** Told about mistakes of the simulator itself, which the caller sees as InternalFailure. */
  onMistake?: (mistake: unknown) => void
}

/** Answers every request; never rejects. */
export type Dispatch = (request: WireRequest) => Promise<WireResponse>

/** Region of calls that name none: unsigned ones whose identity pool is not known either. */
const DEFAULT_REGION = 'us-east-1'
/** Also keeps names that every object has, such as `constructor`, out of the world's tables. */
const REGION = /^[a-z]+(-[a-z]+)+-\d+$/

export function createDispatch(options: DispatchOptions): Dispatch {
  const services = options.services ?? everyService
  const counts = new WeakMap<World, Map<string, number>>()
  /** Calls that reached no world, for their request ids. */
  let strays = 0
  const strayId = (): string => {
    strays += 1
    return requestIdFor(`stray/${strays}`)
  }

  const count = (world: World, name: string): number => {
    const ofWorld = counts.get(world) ?? new Map<string, number>()
    counts.set(world, ofWorld.set(name, (ofWorld.get(name) ?? 0) + 1))
    return ofWorld.get(name) ?? 1
  }

  const toAwsError = (route: Route, error: unknown): AwsError => {
    if (error instanceof AwsError) return inDialect(error, route.protocol)
    options.onMistake?.(error)
    return commonError('internal', route.protocol, `The simulator made a mistake: ${String(error)}`)
  }

  async function answerCall(
    route: Route,
    operation: Operation,
    request: WireRequest,
    scope?: CredentialScope,
  ) {
    const { service } = route
    const { input, wrong } = decode(route, operation, request)
    const identified = await options.gate.identify({ request, scope, service, operation, input })
    const { world, refused } = identified
    options.gate.sync(world)
    const gated = { call: callOf(identified, scope), service, operation, input: input ?? {} }
    const entry = enter(gated, scope)
    const nth = count(world, entry.name)
    const fault = refused ? undefined : options.gate.fault({ ...gated, world, nth })
    const codec = codecs[route.protocol]
    const { requestId } = gated.call
    let response: WireResponse
    try {
      response = await perform({
        gated,
        fault,
        wrong: refused ?? wrong,
        authorize: (each) => options.gate.authorize(each),
        write: (output) => codec.write(operation, route, output, requestId),
      })
      entry.outcome = outcomeOf(response, fault)
    } catch (error) {
      const said = toAwsError(route, error)
      entry.outcome = said.code
      response = codec.fail(route, said, requestId)
    }
    return finish(response, world, fault)
  }

  async function answerRoute(route: Route, request: WireRequest, scope: ReturnType<typeof credentialScope>) {
    try {
      if (!route.operation) throw unknownOperation(route.name, route.protocol.startsWith('rest') ? 404 : 400)
      return await answerCall(route, route.operation, request, signedScope(route, scope))
    } catch (error) {
      return codecs[route.protocol].fail(route, toAwsError(route, error), strayId())
    }
  }

  return async (request) => {
    if (request.method === 'OPTIONS') return preflight(request)
    const extra = await answerExtra(options, request)
    if (extra) return extra
    const scope = credentialScope(request)
    const route = routeOf(services, request, typeof scope === 'object' ? scope.service : undefined)
    const response = route ? await answerRoute(route, request, scope) : unroutable(request, strayId())
    // A trouble with CORS is an answer without its headers.
    if (response.trouble?.kind === 'no-cors') return response
    return {
      ...response,
      headers: { ...response.headers, ...crossOriginHeaders(route?.service.name !== 'ec2') },
    }
  }
}

/** The answer of the extra routes, if it is for them. */
async function answerExtra(
  { extraRoutes, onMistake }: DispatchOptions,
  request: WireRequest,
): Promise<WireResponse | undefined> {
  try {
    return await extraRoutes?.(request)
  } catch (mistake) {
    onMistake?.(mistake)
    const body = new TextEncoder().encode(String(mistake))
    return { status: 500, headers: { 'content-type': 'text/plain' }, body }
  }
}

/** Decodes and checks the input. What is wrong is answered only after the caller is identified, as AWS does. */
function decode(
  route: Route,
  operation: Operation,
  request: WireRequest,
): { input?: Record<string, unknown>; wrong?: AwsError } {
  try {
    const input = codecs[route.protocol].read(operation, route, request) as Record<string, unknown>
    const wrong = missingMembers(route.service, operationShapes(operation.schema).input, input)
    return wrong ? { input, wrong } : { input }
  } catch (error) {
    const message =
      error instanceof Unreadable ? error.message : `The request cannot be read: ${String(error)}`
    return { wrong: malformedInput(route.protocol, message) }
  }
}

/** The scope of a call that may go on. @throws AwsError when the call must be signed, or is signed for something else. */
function signedScope(
  { service, protocol, name }: Route,
  scope: ReturnType<typeof credentialScope>,
): CredentialScope | undefined {
  if (scope === undefined) {
    if (service.unsigned?.includes(name)) return undefined
    throw commonError('unsigned', protocol)
  }
  if (scope === 'incomplete') throw commonError('incompleteSignature', protocol)
  if (scope.service !== service.signingName) {
    throw commonError(
      'signature',
      protocol,
      `Credential should be scoped to correct service: '${service.signingName}'. `,
    )
  }
  if (!REGION.test(scope.region)) {
    throw commonError(
      'signature',
      protocol,
      `Credential should be scoped to a valid region, not '${scope.region}'. `,
    )
  }
  return scope
}

function callOf({ world, caller, region }: Identified, scope: CredentialScope | undefined): Call {
  const named = scope?.region ?? region
  const name = named !== undefined && REGION.test(named) ? named : DEFAULT_REGION
  // Drawn from the journal, not from the world's random source: reading must change nothing.
  const requestId = requestIdFor(`${world.id}/${world.seed}/${nextSequence(world)}`)
  const call: Call = { world, region: regionOf(world, name), requestId }
  return caller ? { ...call, caller } : call
}

/** Writes the call down before its effects, so that the journal reads in order of cause. */
function enter(
  { call, service, operation, input }: GatedCall,
  scope: CredentialScope | undefined,
): JournalEntry {
  const entries = call.world.journal
  journal(call.world, {
    type: 'call',
    name: `${service.name}:${operation.name}`,
    region: call.region.name,
    ...(scope ? { subject: scope.accessKeyId } : {}),
    // The journal is JSON, as the whole world is: dates become texts.
    detail: JSON.parse(JSON.stringify(input)) as unknown,
    outcome: 'unfinished',
    requestId: call.requestId,
  })
  return entries[entries.length - 1] as JournalEntry
}
