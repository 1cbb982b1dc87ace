import { DescribeClusters$, UpdateService$ } from '@aws-sdk/client-ecs'
import { DescribeInstances$ } from '@aws-sdk/client-ec2'
import { GetId$ } from '@aws-sdk/client-cognito-identity'
import { ListHostedZones$ } from '@aws-sdk/client-route-53'
import { beforeEach, describe, expect, test } from 'vitest'
import { createDispatch } from './dispatch.ts'
import type { Dispatch } from './dispatch.ts'
import type { Fault } from './gate.ts'
import { openGate } from './open-gate.ts'
import type { OpenGate } from './open-gate.ts'
import { AwsError, operation } from './operation.ts'
import type { Call, ServiceModel } from './operation.ts'
import type { WireRequest, WireResponse } from './protocol/wire.ts'
import { createWorld } from './world/create.ts'

let gate: OpenGate
let dispatch: Dispatch
let ran: { input: Record<string, unknown>; call: Call }[]
let mistakes: unknown[]
let behave: (call: Call) => unknown

const DescribeClusters = operation<Record<string, unknown>, { $metadata: object }>(
  DescribeClusters$,
  (input, call) => {
    ran.push({ input, call })
    return behave(call) as object
  },
)
const update = operation<Record<string, unknown>, { $metadata: object }>(UpdateService$, (input, call) => {
  ran.push({ input, call })
  return {}
})
const nothing = () => ({})
const services: ServiceModel[] = [
  {
    name: 'ecs',
    signingName: 'ecs',
    iamPrefix: 'ecs',
    protocol: 'awsJson1_1',
    target: 'ECS',
    version: '2014-11-13',
    operations: [DescribeClusters, update],
  },
  {
    name: 'cognitoIdentity',
    signingName: 'cognito-identity',
    iamPrefix: 'cognito-identity',
    protocol: 'awsJson1_1',
    target: 'Cognito',
    version: '2014-06-30',
    unsigned: ['GetId'],
    operations: [
      operation(GetId$, (input: Record<string, unknown>, call) => {
        ran.push({ input, call })
        return {}
      }),
    ],
  },
  {
    name: 'ec2',
    signingName: 'ec2',
    iamPrefix: 'ec2',
    protocol: 'ec2Query',
    version: '2016-11-15',
    xmlNamespace: 'urn:ec2',
    operations: [operation(DescribeInstances$, nothing)],
  },
  {
    name: 'route53',
    signingName: 'route53',
    iamPrefix: 'route53',
    protocol: 'restXml',
    version: '2013-04-01',
    xmlNamespace: 'urn:route53',
    operations: [operation(ListHostedZones$, nothing)],
  },
]

beforeEach(() => {
  gate = openGate()
  ran = []
  mistakes = []
  behave = () => ({ clusters: [], failures: [] })
  dispatch = createDispatch({ gate, services, onMistake: (mistake) => mistakes.push(mistake) })
})

function sign(service: string, region = 'eu-west-1', key = 'AKID') {
  const credential = `${key}/20260102/${region}/${service}/aws4_request`
  return { authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=ff` }
}

function ask(request: Partial<Omit<WireRequest, 'body'>> & { body?: string }): Promise<WireResponse> {
  const body = new TextEncoder().encode(request.body ?? '')
  return dispatch({ method: 'POST', path: '/', query: new URLSearchParams(), headers: {}, ...request, body })
}

function ecs(name = 'DescribeClusters', body = '{}', headers: Record<string, string> = sign('ecs')) {
  return ask({ headers: { 'x-amz-target': `ECS.${name}`, ...headers }, body })
}

const broken = () => {
  throw new Error('broken page')
}
function set(fault: Omit<Fault, 'kind'>): void {
  gate.nextFault = { kind: 'test', ...fault }
}
const outcome = () => gate.world.journal.at(-1)?.outcome

const text = ({ body }: WireResponse) => new TextDecoder().decode(body)
const codeOf = (response: WireResponse) =>
  /"__type":"([^"]*)"|<Code>([^<]*)/.exec(text(response))?.slice(1).find(Boolean)

describe('a good call', () => {
  test('runs in the Region of its signature, and is dated in world time', async () => {
    const response = await ecs('DescribeClusters', '{"clusters":["a"]}')
    expect(response).toMatchObject({
      status: 200,
      headers: {
        date: 'Fri, 02 Jan 2026 03:04:05 GMT',
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
      },
    })
    expect(ran[0]).toMatchObject({ input: { clusters: ['a'] }, call: { region: { name: 'eu-west-1' } } })
    expect(ran[0]?.call.caller?.accessKeyId).toBe('AKID')
    expect(gate.asked[0]).toMatchObject({
      input: { clusters: ['a'] },
      scope: { accessKeyId: 'AKID', service: 'ecs' },
    })
  })

  test('is journalled before its effects', async () => {
    behave = ({ world }) => {
      world.journal.push({ sequence: 2, at: world.now, type: 'effect', name: 'changed', region: 'eu-west-1' })
      return {}
    }
    const response = await ecs('DescribeClusters', '{"clusters":["a"]}')
    expect(gate.world.journal).toEqual([
      {
        sequence: 1,
        at: gate.world.now,
        type: 'call',
        name: 'ecs:DescribeClusters',
        region: 'eu-west-1',
        subject: 'AKID',
        detail: { clusters: ['a'] },
        outcome: 'ok',
        requestId: response.headers['x-amzn-RequestId'],
      },
      expect.objectContaining({ name: 'changed' }),
    ])
  })

  test('leaves the world’s random source alone', async () => {
    const before = gate.world.randomState
    await ecs()
    expect(gate.world.randomState).toBe(before)
  })

  test('EC2 lets a page read no header', async () => {
    const query = new URLSearchParams('Action=DescribeInstances&Version=2016-11-15')
    const { headers } = await ask({ method: 'GET', query, headers: sign('ec2') })
    expect(headers).toHaveProperty('access-control-allow-origin')
    expect(headers).not.toHaveProperty('access-control-expose-headers')
  })

  test('an unsigned call goes to the Region that the gate finds', async () => {
    const asked = {
      headers: { 'x-amz-target': 'Cognito.GetId' },
      body: '{"IdentityPoolId":"ap-northeast-2:x"}',
    }
    gate.identify = async () => ({ world: gate.world, region: 'ap-northeast-2' })
    expect((await ask(asked)).status).toBe(200)
    gate.identify = async () => ({ world: gate.world, region: 'constructor' })
    await ask(asked)
    gate.identify = async () => ({ world: gate.world })
    await ask(asked)
    expect(gate.world.journal.map(({ region }) => region)).toEqual([
      'ap-northeast-2',
      'us-east-1',
      'us-east-1',
    ])
    expect(gate.world.journal[0]).not.toHaveProperty('subject')
  })
})

describe('requests that reach no operation', () => {
  test('a preflight is answered before anything else', async () => {
    const { status, headers } = await ask({
      method: 'OPTIONS',
      headers: { 'access-control-request-headers': 'x-amz-date' },
    })
    expect([status, headers['access-control-allow-headers']]).toEqual([200, 'x-amz-date'])
  })

  test('other routes come first', async () => {
    const page = { status: 200, headers: {}, body: new Uint8Array() }
    dispatch = createDispatch({
      gate,
      services,
      extraRoutes: ({ path }) => (path === '/login' ? page : undefined),
    })
    expect(await ask({ path: '/login' })).toBe(page)
    expect((await ask({ path: '/other' })).status).toBe(404)
  })

  test('nobody’s address is a 404 that a page can read', async () => {
    const response = await ask({ method: 'GET', path: '/favicon.ico' })
    expect(response).toMatchObject({
      status: 404,
      headers: { 'x-amzn-ErrorType': 'UnknownOperationException' },
    })
    expect(text(response)).toBe('<UnknownOperationException/>\n')
  })

  test('a service that is not emulated is said in the request’s own protocol', async () => {
    const json = await ask({
      headers: { 'x-amz-target': 'Nobody.Fly', 'content-type': 'application/x-amz-json-1.1' },
    })
    expect([json.status, codeOf(json)]).toEqual([404, 'UnknownOperationException'])
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const form = await ask({ headers, body: 'Action=ListRoles&Version=2010-05-08' })
    expect([form.status, codeOf(form)]).toEqual([404, 'UnknownOperationException'])
  })

  test('a mistake in another route is reported, and answered', async () => {
    dispatch = createDispatch({
      gate,
      services,
      extraRoutes: broken,
      onMistake: (mistake) => mistakes.push(mistake),
    })
    const response = await ask({})
    expect([response.status, text(response), mistakes.length]).toEqual([500, 'Error: broken page', 1])
  })

  test('an unknown operation', async () => {
    expect(codeOf(await ecs('Fly'))).toBe('UnknownOperationException')
    const rest = await ask({ method: 'GET', path: '/2013-04-01/nothing', headers: sign('route53') })
    expect([rest.status, codeOf(rest)]).toEqual([404, 'UnknownOperationException'])
  })

  test.each([
    ['MissingAuthenticationTokenException', {}],
    ['IncompleteSignatureException', { authorization: 'AWS4-HMAC-SHA256 Credential=AKID' }],
    ['InvalidSignatureException', sign('sts')],
    ['InvalidSignatureException', sign('ecs', 'constructor')],
  ])('%s', async (code, headers) => {
    const response = await ecs('DescribeClusters', '{}', headers)
    expect([codeOf(response), response.headers['x-amzn-ErrorType']]).toEqual([code, code])
    expect(gate.asked).toEqual([])
  })

  test('calls that lead to no world have request ids of their own', async () => {
    gate.identify = async () => {
      throw new AwsError(
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      )
    }
    const [first, second] = [await ecs(), await ecs()]
    expect(codeOf(first)).toBe('UnrecognizedClientException')
    expect(first.headers['x-amzn-RequestId']).not.toBe(second.headers['x-amzn-RequestId'])
  })
})

describe('errors', () => {
  test.each([
    ['SerializationException', '{"clusters":'],
    ['SerializationException', '{"clusters":"a"}'],
    ['SerializationException', ''],
  ])('%s for %j, after the caller is identified', async (code, body) => {
    expect(codeOf(await ecs('DescribeClusters', body))).toBe(code)
    expect(gate.asked).toHaveLength(1)
    expect(gate.asked[0]?.input).toBeUndefined()
    expect(gate.world.journal[0]).toMatchObject({ outcome: code, detail: {} })
    expect(ran).toEqual([])
  })

  test('a required member that is missing', async () => {
    const response = await ecs('UpdateService')
    expect(text(response)).toBe(
      '{"__type":"InvalidParameterException","message":"Service can not be blank."}',
    )
  })

  test('broken XML', async () => {
    const response = await ask({
      method: 'GET',
      path: '/2013-04-01/hostedzone',
      query: new URLSearchParams('maxitems=x'),
      headers: sign('route53'),
    })
    expect([response.status, codeOf(response)]).toEqual([400, 'InvalidInput'])
  })

  test('what the operation throws', async () => {
    behave = () => {
      throw new AwsError('ClusterNotFoundException', 'Cluster not found.')
    }
    expect(codeOf(await ecs())).toBe('ClusterNotFoundException')
    expect(gate.world.journal[0]?.outcome).toBe('ClusterNotFoundException')
  })

  test('what the gate refuses, in the words of the protocol', async () => {
    gate.authorize = () => {
      throw new AwsError('Throttling', 'Rate exceeded')
    }
    const response = await ecs()
    expect(text(response)).toBe('{"__type":"ThrottlingException","message":"Rate exceeded"}')
    expect(ran).toEqual([])
  })

  test('a caller who is turned away is journalled, and meets no fault', async () => {
    const refused = new AwsError('ExpiredTokenException', 'expired')
    gate.identify = async () => ({ world: gate.world, refused })
    gate.nextFault = { kind: 'hang', before: { kind: 'hang' } }
    const response = await ecs('DescribeClusters', 'not JSON')
    expect(codeOf(response)).toBe('ExpiredTokenException')
    expect(response.headers['date']).toBe('Fri, 02 Jan 2026 03:04:05 GMT')
    expect(gate.world.journal[0]?.outcome).toBe('ExpiredTokenException')
  })

  test('a mistake of the simulator is an InternalFailure, and is reported', async () => {
    behave = () => ({ clusters: 'not a list' })
    const response = await ecs()
    expect([response.status, codeOf(response)]).toEqual([500, 'InternalFailure'])
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toBeInstanceOf(TypeError)
  })
})

describe('faults', () => {
  test('an error instead of the operation', async () => {
    set({ before: new AwsError('ThrottlingException', 'Rate exceeded') })
    const response = await ecs('UpdateService', '{"service":"a"}')
    expect([codeOf(response), outcome(), ran.length]).toEqual([
      'ThrottlingException',
      'ThrottlingException',
      0,
    ])
  })

  test('trouble before the operation leaves the world alone', async () => {
    set({ before: { kind: 'reset' } })
    const { trouble } = await ecs('UpdateService', '{"service":"a"}')
    expect([trouble, outcome(), ran.length]).toEqual([{ kind: 'reset' }, 'fault:test', 0])
  })

  test('trouble after the operation loses only the answer', async () => {
    set({ after: { kind: 'stall', afterBytes: 1 } })
    const response = await ecs()
    expect([response.trouble, outcome(), ran.length]).toEqual([
      { kind: 'stall', afterBytes: 1 },
      'fault:test',
      1,
    ])
    expect(text(response)).toBe('{"clusters":[],"failures":[]}')
    set({ after: new AwsError('ServerException', 'Lost.', { status: 500 }) })
    expect([codeOf(await ecs()), outcome(), ran.length]).toEqual(['ServerException', 'ServerException', 2])
  })

  test('a page that may not read the answer', async () => {
    set({ after: { kind: 'no-cors' } })
    const { headers } = await ecs()
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('another output, another answer', async () => {
    set({ mapOutput: (output) => ({ ...output, failures: [{ arn: 'a', reason: 'MISSING' }] }) })
    expect(text(await ecs())).toBe('{"clusters":[],"failures":[{"arn":"a","reason":"MISSING"}]}')
    set({ mapResponse: (response) => ({ ...response, body: response.body.slice(0, 5) }) })
    expect(text(await ecs())).toBe('{"clu')
    expect(gate.world.journal.map((entry) => entry.outcome)).toEqual(['fault:test', 'fault:test'])
  })

  test('an earlier world, for reads only and never for sign-in', async () => {
    const earlier = createWorld({ id: 'earlier', scenario: 'empty', seed: 1, now: 0 })
    set({ readFrom: earlier })
    await ecs()
    await ecs('UpdateService', '{"service":"a"}')
    await ask({ headers: { 'x-amz-target': 'Cognito.GetId' }, body: '{"IdentityPoolId":"x"}' })
    expect(ran.map(({ call }) => call.world.id)).toEqual(['earlier', 'test', 'test'])
    expect(ran[0]?.call.region).toBe(earlier.regions['eu-west-1'])
  })

  test('a late answer, a wrong clock', async () => {
    set({ delayMs: 250, skewMs: 600_000 })
    expect(await ecs()).toMatchObject({ delayMs: 250, headers: { date: 'Fri, 02 Jan 2026 03:14:05 GMT' } })
    expect(outcome()).toBe('ok')
  })

  test('are told which call of its kind it is', async () => {
    const seen: number[] = []
    gate.nextFault = ({ nth }) => {
      seen.push(nth)
      return undefined
    }
    await ecs()
    await ecs('UpdateService', '{"service":"a"}')
    await ecs()
    expect(seen).toEqual([1, 1, 2])
  })
})
