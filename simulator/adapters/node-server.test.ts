/** The simulator on a socket: what arrives, and what breaks off. */
import { connect } from 'node:net'
import { ECSClient, ListClusters$, ListClustersCommand } from '@aws-sdk/client-ecs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDispatch } from '../dispatch.ts'
import { openGate } from '../open-gate.ts'
import type { OpenGate } from '../open-gate.ts'
import { operation } from '../operation.ts'
import { startServer } from './node-server.ts'
import type { SimulatorServer } from './node-server.ts'

let gate: OpenGate
let server: SimulatorServer
let client: ECSClient

beforeEach(async () => {
  gate = openGate()
  const services = [
    {
      name: 'ecs',
      signingName: 'ecs',
      iamPrefix: 'ecs',
      protocol: 'awsJson1_1' as const,
      target: 'AmazonEC2ContainerServiceV20141113',
      version: '2014-11-13',
      operations: [operation(ListClusters$, () => ({ clusterArns: ['arn:aws:ecs:x'] }))],
    },
  ]
  const page = {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: new TextEncoder().encode('<p>Sign in</p>'),
  }
  const extraRoutes = ({ path }: { path: string }) => (path === '/login' ? page : undefined)
  server = await startServer(createDispatch({ gate, services, extraRoutes }), 0)
  const credentials = { accessKeyId: 'AKID', secretAccessKey: 'secret' }
  client = new ECSClient({ region: 'us-east-1', endpoint: server.url, credentials, maxAttempts: 1 })
})
afterEach(async () => {
  client.destroy()
  await server.close()
})

const list = (milliseconds = 5000) =>
  client.send(new ListClustersCommand({}), { abortSignal: AbortSignal.timeout(milliseconds) })

/** A signed call without the SDK, to see headers and body as they come. */
function signedFetch(signal: AbortSignal): Promise<Response> {
  const credential = 'AKID/20260102/us-east-1/ecs/aws4_request'
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=ff`
  const target = 'AmazonEC2ContainerServiceV20141113.ListClusters'
  return fetch(server.url, {
    method: 'POST',
    headers: { authorization, 'x-amz-target': target },
    body: '{}',
    signal,
  })
}

test('answers an SDK client, in world time', async () => {
  expect((await list()).clusterArns).toEqual(['arn:aws:ecs:x'])
  const { headers } = await signedFetch(AbortSignal.timeout(5000))
  expect(headers.get('date')).toBe('Fri, 02 Jan 2026 03:04:05 GMT')
  const stray = await fetch(`${server.url}/`)
  expect(stray.headers.get('x-amzn-errortype')).toBe('UnknownOperationException')
  expect(stray.headers.get('date')).toBeNull()
})

test('answers a preflight and a page', async () => {
  const preflight = await fetch(server.url, {
    method: 'OPTIONS',
    headers: {
      'access-control-request-headers': 'authorization,x-amz-target',
      origin: 'http://127.0.0.1:5173',
    },
  })
  expect(preflight.status).toBe(200)
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,x-amz-target')
  expect(await (await fetch(`${server.url}/login?a=b`)).text()).toBe('<p>Sign in</p>')
})

test('resets a connection', async () => {
  gate.nextFault = { kind: 'reset', after: { kind: 'reset' } }
  await expect(list()).rejects.toMatchObject({ code: 'ECONNRESET' })
})

test('hangs, and stalls in the middle of a body', async () => {
  gate.nextFault = { kind: 'hang', before: { kind: 'hang' } }
  await expect(list(100)).rejects.toMatchObject({ name: 'AbortError' })
  gate.nextFault = { kind: 'stall', after: { kind: 'stall', afterBytes: 3 } }
  const response = await signedFetch(AbortSignal.timeout(200))
  expect(response.headers.get('content-length')).toBe('33')
  await expect(response.text()).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('answers late', async () => {
  gate.nextFault = { kind: 'delay', delayMs: 50 }
  const before = performance.now()
  await list()
  expect(performance.now() - before).toBeGreaterThanOrEqual(45)
})

test('survives garbage on the socket', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write('\u0000\u0001 not HTTP\r\n\r\n'))
    socket.on('data', (data) => resolve(String(data)))
    socket.on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1.1 400/)
  expect((await list()).clusterArns).toHaveLength(1)
})

test('refuses a body larger than any call', async () => {
  const { status } = await fetch(server.url, { method: 'POST', body: new Uint8Array(20_000_001) })
  expect(status).toBe(413)
})

test('says which port is taken', async () => {
  await expect(startServer(createDispatch({ gate }), server.port)).rejects.toThrow(
    `Port ${server.port} on 127.0.0.1 is already in use`,
  )
})

test('closes although a call hangs, and frees its port', async () => {
  gate.nextFault = { kind: 'hang', before: { kind: 'hang' } }
  const hanging = list().catch((error: unknown) => error)
  await expect.poll(() => gate.asked.length).toBe(1)
  await server.close()
  expect(await hanging).toMatchObject({ message: 'socket hang up' })
  server = await startServer(createDispatch({ gate }), server.port)
  expect((await fetch(server.url)).status).toBe(404)
})
