/** The faults that are set on each world, and which of them happens to a call. */
import type { FaultContext, FaultKind } from '../faults/fault-kind.ts'
import { restoreToken } from '../faults/page-token.ts'
import { faultKinds } from '../faults/registry.ts'
import type { Fault, FaultRequest, IdentifyRequest } from '../gate.ts'
import { matchesPattern } from '../identity/policy-match.ts'
import { services } from '../operations/registry.ts'
import { noise } from '../world/random.ts'
import type { World } from '../world/world.ts'
import { type ActiveFault, ControlError, type FaultMatch, type FaultRequestBody } from './control.ts'

interface Entry {
  fault: ActiveFault
  kind: FaultKind
  /** Calls that matched all but `nth` since it was set. */
  seen: number
  knownKeys: ReadonlySet<string>
  snapshot?: World
}

export class ActiveFaults {
  private readonly byWorld = new Map<string, Entry[]>()
  private readonly signingTimes = new WeakMap<object, number>()
  /** Faults set so far, by world id: what goes wrong in a world must not depend on others of the same server. */
  private readonly counts = new Map<string, number>()

  /** Returns the fault's id. @throws ControlError for an unknown kind, service or operation. */
  add(world: World, request: FaultRequestBody): string {
    const kind = faultKinds.find((each) => each.kind === request.kind)
    if (!kind)
      throw new ControlError(
        `There is no fault "${request.kind}"; there are ${faultKinds.map((each) => each.kind).join(', ')}`,
      )
    checkMatch(request.match ?? {})
    const count = (this.counts.get(world.id) ?? 0) + 1
    this.counts.set(world.id, count)
    const id = `fault-${count}`
    const until = request.forSeconds === undefined ? request.until : world.now + request.forSeconds * 1000
    const fault: ActiveFault = { ...request, ...(until === undefined ? {} : { until }), id, hits: 0 }
    const knownKeys = new Set(Object.keys(world.identity.credentials))
    const entry: Entry = { fault, kind, seen: 0, knownKeys }
    if (kind.needsSnapshot) entry.snapshot = structuredClone(world)
    this.byWorld.set(world.id, [...this.ongoing(world), entry])
    return id
  }

  list(world: World): ActiveFault[] {
    return this.ongoing(world).map(({ fault }) => ({ ...fault }))
  }

  clear(world: World, id?: string): void {
    this.byWorld.set(
      world.id,
      id === undefined ? [] : this.ongoing(world).filter(({ fault }) => fault.id !== id),
    )
  }

  /** Notes when a verified key signed. True while a fault puts this service's clock wrong and so judges that time. */
  clockIsWrong(world: World, { input, service, operation }: IdentifyRequest, signedAt: number): boolean {
    if (!input) return false
    this.signingTimes.set(input, signedAt)
    return this.ongoing(world).some(
      ({ kind, fault }) =>
        kind.kind === 'clock-skew' && fitsOperation(fault.match ?? {}, service.name, operation.name),
    )
  }

  /** What goes wrong with this call: the first fault set that fits it. */
  pick(asked: FaultRequest): Fault | undefined {
    restoreToken(asked)
    for (const entry of this.ongoing(asked.world)) {
      if (!this.fits(entry, asked)) continue
      const made = entry.kind.make(this.contextOf(entry, asked))
      if (!made) continue
      entry.fault.hits += 1
      return { kind: entry.kind.kind, ...made }
    }
    return undefined
  }

  private ongoing(world: World): Entry[] {
    const entries = this.byWorld.get(world.id) ?? []
    return entries.filter(
      ({ fault }) =>
        (fault.times === undefined || fault.hits < fault.times) &&
        (fault.until === undefined || world.now < fault.until),
    )
  }

  private fits(entry: Entry, { world, service, operation, input }: FaultRequest): boolean {
    const { match = {}, share = 1, id } = entry.fault
    if (!fitsOperation(match, service.name, operation.name)) return false
    if (match.resource !== undefined && !mentions(input, match.resource)) return false
    entry.seen += 1
    if (match.nth !== undefined && entry.seen !== match.nth) return false
    // Drawn from the fault's own count: a fault must not change how the rest of the world evolves.
    return share >= 1 || noise(`${world.seed}/${id}/${entry.seen}`) < share
  }

  private contextOf({ fault, knownKeys, snapshot }: Entry, asked: FaultRequest): FaultContext {
    const signedAt = this.signingTimes.get(asked.input)
    return {
      asked,
      options: fault.options ?? {},
      knownKeys,
      ...(snapshot ? { snapshot } : {}),
      ...(signedAt === undefined ? {} : { signedAt }),
    }
  }
}

/** A misspelt name would never match, and a test of it never fail. */
function checkMatch({ service, operation }: FaultMatch): void {
  const named = services.filter(({ name }) => service === undefined || name === service)
  if (named.length === 0)
    throw new ControlError(
      `There is no service "${service}"; there are ${services.map(({ name }) => name).join(', ')}`,
    )
  const names = named.flatMap(({ operations }) => operations.map(({ name }) => name))
  if (operation !== undefined && !names.some((name) => matchesPattern(operation, name)))
    throw new ControlError(`There is no operation "${operation}"; there are ${names.join(', ')}`)
}

function fitsOperation(match: FaultMatch, service: string, operation: string): boolean {
  return (
    (match.service === undefined || match.service === service) &&
    (match.operation === undefined || matchesPattern(match.operation, operation))
  )
}

/** Whether any text in the input contains `wanted`. */
function mentions(value: unknown, wanted: string): boolean {
  if (typeof value === 'string') return value.includes(wanted)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((member) => mentions(member, wanted))
}
