import { ECSClient, ListClustersCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { HttpResponse } from '@smithy/protocol-http'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AwsProblem } from '../core/problem.ts'
import { heardServerDate, serverOffset } from '../lib/clock.ts'
import { texts } from './answer.ts'
import { type CallOptions, call, operationOf } from './call.ts'
import { createAws, createLimiter } from './client.ts'
import type { Aws, AwsPorts } from './context.ts'
import type { AwsService } from './service.ts'

type Reply = HttpResponse | Error | 'never'

const ecs: AwsService<ECSClient> = { key: 'ecs', iamPrefix: 'ecs', create: (config) => new ECSClient(config) }
const json = (body: unknown, statusCode = 200, headers: Record<string, string> = {}): HttpResponse =>
  raw(JSON.stringify(body), statusCode, { 'x-amzn-requestid': 'r-1', ...headers })
const raw = (text: string, statusCode = 200, headers: Record<string, string> = {}): HttpResponse =>
  new HttpResponse({ statusCode, headers, body: new TextEncoder().encode(text) })
const error = (code: string, message: string, status = 400): HttpResponse =>
  json({ __type: code, message }, status)
const fine = (): HttpResponse => json({ clusterArns: ['a'] })

interface Stage {
  aws: Aws
  sent: { at: number }[]
  ports: { [Name in keyof AwsPorts]: ReturnType<typeof vi.fn> }
}

function stage(replies: (Reply | (() => Reply))[], over: Partial<AwsPorts> = {}): Stage {
  const sent: { at: number }[] = []
  const ports = {
    renew: vi.fn<AwsPorts['renew']>(() => Promise.resolve()),
    onSignedOut: vi.fn<AwsPorts['onSignedOut']>(),
    online: vi.fn<AwsPorts['online']>(() => true),
    reachesOwnOrigin: vi.fn<AwsPorts['reachesOwnOrigin']>(() => Promise.resolve(true)),
    random: vi.fn<AwsPorts['random']>(() => 0),
    sleep: vi.fn<AwsPorts['sleep']>(() => Promise.resolve()),
    now: vi.fn<AwsPorts['now']>(() => Date.now()),
    ...over,
  }
  const handle = (): Promise<{ response: HttpResponse }> => {
    const next = replies[Math.min(sent.length, replies.length - 1)]
    sent.push({ at: Date.now() })
    const reply = typeof next === 'function' ? next() : next
    if (reply === 'never' || reply === undefined) return new Promise(() => undefined)
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve({ response: reply })
  }
  const aws = createAws({
    account: '123456789012',
    region: 'eu-west-1',
    role: 'viewer',
    credentials: () => Promise.resolve({ accessKeyId: 'AKID', secretAccessKey: 'secret' }),
    requestHandler: { handle, updateHttpClientConfig: () => undefined, httpHandlerConfigs: () => ({}) },
    limiter: createLimiter(Date.now, 1),
    ports,
  })
  return { aws, sent, ports: ports as Stage['ports'] }
}

const list = (aws: Aws, options?: CallOptions) =>
  call(
    aws,
    {
      service: ecs,
      command: new ListClustersCommand(),
      bucket: 'ecs:cluster-read',
      take: ({ clusterArns }) => texts(clusterArns, 'clusterArns'),
    },
    options,
  )

const update = (aws: Aws) =>
  call(aws, {
    service: ecs,
    command: new UpdateServiceCommand({ service: 'web' }),
    bucket: 'ecs:service-read',
    take: ({ service }) => service,
  })

async function problem(promise: Promise<unknown>): Promise<AwsProblem> {
  const thrown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (thrown instanceof AwsProblem) return thrown
  throw new Error(`expected an AwsProblem, got ${String(thrown)}`)
}

/** An answer of the promised form, or a problem that shows no more of a body than it should. */
function isGood(outcome: unknown): boolean {
  if (outcome instanceof AwsProblem)
    return outcome.facts.code !== 'MalformedAnswer' || outcome.facts.message.length <= 200
  const { value } = outcome as { value?: unknown }
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

beforeEach(() => {
  vi.useRealTimers()
  heardServerDate(Date.now(), Date.now(), Date.now())
})

describe('a read', () => {
  it('answers with the request id, the server’s date and how often it was sent', async () => {
    const date = new Date(Math.floor(Date.now() / 1000) * 1000)
    const { aws } = stage([json({ clusterArns: ['a', 'b'] }, 200, { date: date.toUTCString() })])
    expect(await list(aws)).toEqual({
      value: ['a', 'b'],
      requestId: 'r-1',
      serverDate: date.getTime(),
      attempts: 1,
    })
  })

  it('does without request id and date where the browser may not read them', async () => {
    const { aws } = stage([raw('{"clusterArns":[]}')])
    expect(await list(aws)).toEqual({ value: [], attempts: 1 })
  })

  it('is sent three times at most, with growing random pauses', async () => {
    const { aws, sent, ports } = stage([error('ServerException', 'busy', 500)], {
      random: vi.fn<AwsPorts['random']>(() => 0.5),
    })
    const { facts } = await problem(list(aws))
    expect(facts).toMatchObject({
      kind: 'unexpected',
      code: 'ServerException',
      attempts: 3,
      requestId: 'r-1',
    })
    expect(sent).toHaveLength(3)
    expect(ports.sleep.mock.calls.map(([ms]: number[]) => ms)).toEqual([200, 400])
  })

  it('shows nothing of a failure that a second attempt mends', async () => {
    const { aws } = stage([error('ServerException', 'busy', 500), fine()])
    expect(await list(aws)).toMatchObject({ value: ['a'], attempts: 2 })
  })

  it.each([
    ['AccessDeniedException', 'denied'],
    ['ClusterNotFoundException', 'not-found'],
    ['InvalidParameterException', 'invalid'],
    ['ConflictException', 'conflict'],
  ])('is not repeated after %s', async (code, kind) => {
    const { aws, sent } = stage([error(code, 'no')])
    expect((await problem(list(aws))).kind).toBe(kind)
    expect(sent).toHaveLength(1)
  })

  it('slows polling down when it is throttled', async () => {
    const { aws } = stage([error('ThrottlingException', 'Rate exceeded'), fine()])
    expect(aws.limiter.isSlowed()).toBe(false)
    await list(aws)
    expect(aws.limiter.isSlowed()).toBe(true)
  })

  it('feeds the clock, also from error answers, and signs with AWS’s time', async () => {
    const ahead = new Date(Date.now() + 3_600_000).toUTCString()
    const { aws } = stage([
      json({ __type: 'RequestExpired', message: 'x' }, 400, { date: ahead }),
      json({ clusterArns: [] }, 200, { date: ahead }),
    ])
    expect(await list(aws)).toMatchObject({ attempts: 2 })
    expect(serverOffset()).toBeGreaterThan(3_590_000)
    expect(aws.client(ecs).config.systemClockOffset).toBeGreaterThan(3_590_000)
  })
})

describe('deadlines', () => {
  it('end a call that hangs, once', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      expect(ms).toBe(10_000)
      return AbortSignal.abort(new DOMException('late', 'TimeoutError'))
    })
    const { aws, sent } = stage(['never'])
    const late = await problem(list(aws))
    expect(late.facts).toMatchObject({ kind: 'unexpected', code: 'DeadlineExceeded', attempts: 1 })
    expect(sent.length).toBeLessThanOrEqual(1)
    vi.restoreAllMocks()
  })

  it('end a body that stalls after its headers', async () => {
    const controller = new AbortController()
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(controller.signal)
    const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{"clu')) })
    const { aws } = stage([new HttpResponse({ statusCode: 200, headers: {}, body })])
    const pending = problem(list(aws))
    setTimeout(() => controller.abort(new DOMException('late', 'TimeoutError')), 20)
    expect((await pending).facts.code).toBe('DeadlineExceeded')
    vi.restoreAllMocks()
  })

  it.each([
    ['cloudwatch', 20_000],
    ['logs', 20_000],
  ] as const)('are longer for %s', async (key, expected) => {
    const seen: number[] = []
    const real = AbortSignal.timeout.bind(AbortSignal)
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      seen.push(ms)
      return real(ms)
    })
    const { aws } = stage([fine()])
    await call(aws, {
      service: { ...ecs, key },
      command: new ListClustersCommand(),
      bucket: 'logs:filter',
      take: () => 0,
    })
    expect(seen).toEqual([expected])
    vi.restoreAllMocks()
  })
})

describe('giving up', () => {
  it('throws the caller’s own reason, before and while it is under way', async () => {
    const { aws } = stage(['never'])
    await expect(list(aws, { signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left')
    const controller = new AbortController()
    const pending = list(aws, { signal: controller.signal })
    setTimeout(() => controller.abort(new Error('gone')), 10)
    await expect(pending).rejects.toThrow('gone')
  })
})

describe('a mutation', () => {
  it('is sent exactly once, whatever happens', async () => {
    const failures: Reply[] = [
      error('ServerException', 'busy', 500),
      error('ThrottlingException', 'slow'),
      error('ExpiredTokenException', 'old'),
      new TypeError('Failed to fetch'),
      raw('<html>'),
    ]
    const kinds = []
    for (const failure of failures) {
      const { aws, sent } = stage([failure])
      kinds.push((await problem(update(aws))).kind)
      expect(sent).toHaveLength(1)
    }
    expect(kinds).toEqual([
      'unknown-outcome',
      'throttled',
      'signed-out',
      'unknown-outcome',
      'unknown-outcome',
    ])
  })

  it('has half a minute', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout')
    const { aws } = stage([json({ service: {} })])
    await update(aws)
    expect(timeout).toHaveBeenCalledWith(30_000)
    vi.restoreAllMocks()
  })

  it('renews expired keys without being repeated, and signs nobody out', async () => {
    const { aws, ports } = stage([error('ExpiredTokenException', 'old')])
    await problem(update(aws))
    expect(ports.renew).toHaveBeenCalledOnce()
    expect(ports.onSignedOut).not.toHaveBeenCalled()
  })
})

describe('keys', () => {
  it('that expired are renewed once, and the read is repeated', async () => {
    const { aws, ports } = stage([error('ExpiredTokenException', 'old'), fine()])
    expect(await list(aws)).toMatchObject({ value: ['a'], attempts: 2 })
    expect(ports.renew).toHaveBeenCalledOnce()
    expect(ports.sleep).not.toHaveBeenCalled()
  })

  it('that stay expired, or cannot be renewed, end the session', async () => {
    for (const renew of [
      vi.fn<AwsPorts['renew']>(() => Promise.resolve()),
      vi.fn<AwsPorts['renew']>(() => Promise.reject(new Error('over'))),
    ]) {
      const { aws, ports } = stage([error('ExpiredTokenException', 'old')], { renew })
      expect((await problem(list(aws))).facts).toMatchObject({
        kind: 'signed-out',
        code: 'ExpiredTokenException',
      })
      expect(renew).toHaveBeenCalledOnce()
      expect(ports.onSignedOut).toHaveBeenCalledOnce()
    }
  })

  it('that were never good end the session', async () => {
    const { aws, ports } = stage([error('UnrecognizedClientException', 'who?')])
    expect((await problem(list(aws))).kind).toBe('signed-out')
    expect(ports.onSignedOut).toHaveBeenCalledOnce()
  })
})

describe('without an answer', () => {
  it('asks nobody while the browser knows that it is offline', async () => {
    const { aws, sent } = stage([fine()], { online: vi.fn<AwsPorts['online']>(() => false) })
    expect((await problem(list(aws))).facts).toMatchObject({ kind: 'offline', attempts: 0 })
    expect(sent).toHaveLength(0)
  })

  it('is offline when our own site cannot be reached either', async () => {
    for (const reachesOwnOrigin of [() => Promise.resolve(false), () => Promise.reject(new Error('x'))]) {
      const { aws, sent } = stage([new TypeError('Failed to fetch')], { reachesOwnOrigin })
      expect((await problem(list(aws))).kind).toBe('offline')
      expect(sent).toHaveLength(3)
    }
  })

  it('is offline when the network went away meanwhile', async () => {
    const online = vi.fn<AwsPorts['online']>(() => false).mockReturnValueOnce(true)
    const { aws } = stage([new TypeError('Load failed')], { online })
    expect((await problem(list(aws))).kind).toBe('offline')
  })

  it('is blocked when our own site answers; then it is asked once a minute', async () => {
    let clock = 1_000_000
    const { aws, sent } = stage([new TypeError('NetworkError when attempting to fetch resource.')], {
      now: vi.fn<AwsPorts['now']>(() => clock),
    })
    expect((await problem(list(aws, { priority: 'poll' }))).kind).toBe('blocked')
    expect(sent).toHaveLength(3)
    clock += 59_000
    expect((await problem(list(aws, { priority: 'poll' }))).facts).toMatchObject({
      kind: 'blocked',
      operation: 'ecs:ListClusters',
    })
    expect(sent).toHaveLength(3)
    clock += 2_000
    await problem(list(aws, { priority: 'poll' }))
    expect(sent).toHaveLength(4)
    await problem(list(aws, { priority: 'click' }))
    expect(sent).toHaveLength(5)
  })

  it('forgets the suspicion with the first answer', async () => {
    const { aws } = stage([
      new TypeError('Failed to fetch'),
      new TypeError('Failed to fetch'),
      new TypeError('Failed to fetch'),
      fine(),
    ])
    await problem(list(aws))
    await list(aws)
    expect(aws.reach.isSuspect('ecs')).toBe(false)
  })
})

describe('whatever comes back', () => {
  it('names an operation without a schema as such', () => {
    expect(
      operationOf({ service: ecs, command: Object.assign(new ListClustersCommand(), { schema: undefined }) }),
    ).toBe('ecs:UnknownOperation')
  })

  it('is an answer or an AwsProblem, for a thousand bodies', async () => {
    const statuses = fc.constantFrom(200, 200, 200, 400, 403, 404, 429, 500, 503)
    const shapes = fc.oneof(
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.record({ clusterArns: fc.jsonValue(), nextToken: fc.jsonValue() }).map((one) => JSON.stringify(one)),
      fc.record({ __type: fc.jsonValue(), message: fc.jsonValue() }).map((one) => JSON.stringify(one)),
      fc.constantFrom('<!DOCTYPE html><html>', '{"clusterArns":["a"', 'null', '[]', '""', '{}', '\u0000'),
    )
    await fc.assert(
      fc.asyncProperty(shapes, statuses, async (body, status) => {
        const { aws } = stage([() => raw(body, status)])
        const outcome: unknown = await list(aws).catch((thrown: unknown) => thrown)
        expect(isGood(outcome)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  }, 60_000)
})
