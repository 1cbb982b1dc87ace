/** The one place that sends a request to AWS: budget, deadline, retries and the translation of failures. */
import { AwsProblem, type ProblemFacts } from '../core/problem.ts'
import { heardServerDate, serverOffset } from '../lib/clock.ts'
import type { Bucket } from './budget.ts'
import type { Aws } from './context.ts'
import type { Priority } from './limiter.ts'
import { type Failure, describeFailure } from './problem.ts'
import type { AwsService, Sender } from './service.ts'

/** Attempts of a read; a mutation is sent exactly once. */
const readAttempts = 3

/** ms for one attempt, its body included. */
const deadlines = { mutation: 30_000, slowRead: 20_000, read: 10_000 } as const

/** Services whose reads compute something. */
const slowServices: readonly string[] = ['cloudwatch', 'logs']

/** Whatever does not say that it only reads is taken for a change. */
export const readVerbs = /^(?:List|Describe|Get|Filter|BatchGet|Test)[A-Z]/

/** Longest wait before the second attempt, ms; doubles with each further one. */
const firstBackoff = 400

type Next = (args: never) => Promise<{ response: unknown }>

/** As much of an SDK command as is needed to send it and to know what it answers. */
export interface SdkCommand<Output> {
  /** The SDK's runtime schema; its third member is the operation's name, which survives minifying. */
  schema?: unknown
  middlewareStack: { add(middleware: never, options: never): void }
  resolveMiddleware(...args: never[]): (args: never) => Promise<{ output: Output }>
}

export interface CallRequest<Output, T> {
  service: AwsService
  command: SdkCommand<Output>
  bucket: Bucket
  /** Turns the SDK's answer into ours; what it throws becomes a MalformedAnswer problem. */
  take: (output: Output) => T
}

export interface CallOptions {
  signal?: AbortSignal | undefined
  /** Default: `click`; a mutation always goes first. */
  priority?: Priority | undefined
}

export interface Answer<T> {
  value: T
  /** Absent where the browser may not read it: say "not available". */
  requestId?: string
  /** What AWS's clock said, ms since the epoch. */
  serverDate?: number
  /** How many times it was sent. */
  attempts: number
}

interface Plan {
  operation: string
  mutation: boolean
  deadline: number
  maxAttempts: number
}

/**
 * Sends one command.
 * @throws AwsProblem for every failure, or the reason of `signal` when the caller gave up
 */
export async function call<Output, T>(
  aws: Aws,
  request: CallRequest<Output, T>,
  { signal, priority = 'click' }: CallOptions = {},
): Promise<Answer<T>> {
  const plan = planOf(aws, request)
  refuseWhereHopeless(aws, request.service, plan, priority)
  const heard = listenForDate(aws, request.command)
  const urgency = plan.mutation ? 'mutation' : priority
  let renewed = false
  for (let attempts = 1; ; attempts++) {
    await aws.limiter.take(request.bucket, urgency, signal)
    const tried = await attempt(aws, request, { ...plan, attempts }, signal)
    if ('value' in tried) return { ...tried, ...heard(), attempts }
    const { facts, retryable, expired } = tried
    const again = expired ? await renew(aws, renewed) : retryable
    renewed ||= expired
    if (facts.kind === 'throttled') aws.limiter.throttled()
    if (!again || attempts >= plan.maxAttempts) throw await verdict(aws, request, tried)
    if (!expired) await aws.ports.sleep(backoff(aws, attempts), signal)
  }
}

/** Sends it once. @throws the reason of `signal` when the caller gave up */
async function attempt<Output, T>(
  aws: Aws,
  request: CallRequest<Output, T>,
  plan: Plan & { attempts: number },
  signal: AbortSignal | undefined,
): Promise<{ value: T; requestId?: string } | Failure> {
  const deadline = AbortSignal.timeout(plan.deadline)
  try {
    const answer = await send(aws, request, signal ? AbortSignal.any([signal, deadline]) : deadline)
    aws.reach.answered(request.service.key)
    return answer
  } catch (error) {
    signal?.throwIfAborted()
    return describeFailure(error, { ...plan, timedOut: deadline.aborted })
  }
}

type Asked = Pick<CallRequest<unknown, unknown>, 'service' | 'command'>

/** `ecs:DescribeServices`. */
export function operationOf({ service, command }: Asked): string {
  return `${service.iamPrefix}:${Array.isArray(command.schema) ? String(command.schema[2]) : 'UnknownOperation'}`
}

function planOf(aws: Aws, { service, command }: Asked): Plan {
  const operation = operationOf({ service, command })
  const name = operation.slice(service.iamPrefix.length + 1)
  const mutation = !readVerbs.test(name)
  const read = slowServices.includes(service.key) ? deadlines.slowRead : deadlines.read
  return {
    operation,
    mutation,
    deadline: mutation ? deadlines.mutation : read,
    // A service found unreachable gets one request a minute, not three.
    maxAttempts: mutation || aws.reach.isSuspect(service.key) ? 1 : readAttempts,
  }
}

/** Fails at once where the browser knows that it is offline, and while a service is known to be out of reach. */
function refuseWhereHopeless(aws: Aws, service: AwsService, { operation }: Plan, priority: Priority): void {
  if (!aws.ports.online()) throw new AwsProblem(offline({ operation, attempts: 0 }))
  if (priority === 'click') return
  const facts = aws.reach.verdict(service.key, aws.ports.now())
  if (facts) throw new AwsProblem({ ...facts, operation })
}

async function send<Output, T>(
  aws: Aws,
  { service, command, take }: CallRequest<Output, T>,
  abortSignal: AbortSignal,
): Promise<{ value: T; requestId?: string }> {
  const client: Sender = aws.client(service)
  // The SDK corrects each client's clock from its own answers; ours knows all of them.
  Object.assign(client.config, { systemClockOffset: serverOffset() })
  const aborted = rejectOnAbort(abortSignal)
  // Raced, because not every request handler gives up by itself while a body is stalled.
  const output = (await Promise.race([client.send(command as never, { abortSignal }), aborted])) as Output & {
    $metadata: { requestId?: string }
  }
  const value = take(output)
  aws.heard?.({ service, command }, output)
  const { requestId } = output.$metadata
  return { value, ...(requestId !== undefined && { requestId }) }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error)
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
  })
}

/** Feeds the clock with the `Date` of every answer, error answers too. Returns what the last answer said. */
function listenForDate(aws: Aws, command: SdkCommand<unknown>): () => { serverDate?: number } {
  let serverDate: number | undefined
  const middleware =
    (next: Next): Next =>
    async (args) => {
      const sentAt = aws.ports.now()
      const result = await next(args)
      const { date } = (result.response as { headers: Record<string, string> }).headers
      if (date !== undefined) {
        serverDate = Date.parse(date)
        heardServerDate(serverDate, sentAt, aws.ports.now())
      }
      return result
    }
  // Innermost in its step: before the answer is read, because unreadable answers have a date too.
  const options = { step: 'deserialize', priority: 'low', name: 'serverDate', override: true }
  command.middlewareStack.add(middleware as never, options as never)
  return () => (serverDate === undefined ? {} : { serverDate })
}

/** Gets new keys, once for a call. Resolves to whether sending it again makes sense. */
async function renew(aws: Aws, renewed: boolean): Promise<boolean> {
  if (!renewed) {
    try {
      await aws.ports.renew()
      return true
    } catch {
      // What AWS said about the old keys is more use to the reader than why there are no new ones.
    }
  }
  aws.ports.onSignedOut()
  return false
}

/** The problem to report. A lost connection is only now told apart: offline, or this one service out of reach. */
async function verdict(
  aws: Aws,
  { service }: Asked,
  { facts, network, expired }: Failure,
): Promise<AwsProblem> {
  if (facts.kind === 'signed-out' && !expired) aws.ports.onSignedOut()
  if (!network || facts.kind !== 'offline') return new AwsProblem(facts)
  const reachable = aws.ports.online() && (await aws.ports.reachesOwnOrigin().catch(() => false))
  if (!reachable) return new AwsProblem(facts)
  const blocked: ProblemFacts = { ...facts, kind: 'blocked' }
  aws.reach.block(service.key, blocked, aws.ports.now())
  return new AwsProblem(blocked)
}

function offline(facts: Pick<ProblemFacts, 'operation' | 'attempts'>): ProblemFacts {
  return { kind: 'offline', code: 'NetworkError', message: 'The browser has no network', ...facts }
}

/** ms before the next attempt: random within a range that doubles, so that those who failed together do not return together. */
function backoff(aws: Aws, attempts: number): number {
  return aws.ports.random() * firstBackoff * 2 ** (attempts - 1)
}
