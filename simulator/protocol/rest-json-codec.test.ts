/** Samples of rest-json as it goes over the wire, with Scheduler's own shapes and with every binding. */
import { GetSchedule$, ListSchedules$ } from '@aws-sdk/client-scheduler'
import { expect, test } from 'vitest'
import { AwsError, operation, type ServiceModel } from '../operation.ts'
import { bound } from './every-kind.ts'
import { restJsonCodec } from './rest-json-codec.ts'
import { routeOf } from './route.ts'
import type { WireRequest, WireResponse } from './wire.ts'

const list = operation(ListSchedules$, () => ({}))
const get = operation(GetSchedule$, () => ({}))
const put = operation(bound, () => ({}))
const service: ServiceModel = {
  name: 'scheduler',
  signingName: 'scheduler',
  iamPrefix: 'scheduler',
  protocol: 'restJson',
  version: '2021-06-30',
  operations: [list, get, put],
}

function ask(method: string, address: string, body = '', headers: Record<string, string> = {}) {
  const [path = '', query = ''] = address.split('?')
  const bytes = new TextEncoder().encode(body)
  const request: WireRequest = { method, path, query: new URLSearchParams(query), headers, body: bytes }
  const route = routeOf([service], request, 'scheduler')
  if (!route?.operation) throw new Error(`${method} ${address} leads nowhere`)
  return { route, operation: route.operation, request }
}

const text = ({ body }: WireResponse): unknown => JSON.parse(new TextDecoder().decode(body))

test('reads the query and the path', () => {
  const { operation: listing, route, request } = ask('GET', '/schedules?MaxResults=5&State=ENABLED')
  expect(listing).toBe(list)
  expect(restJsonCodec.read(listing, route, request)).toEqual({ MaxResults: 5, State: 'ENABLED' })
  const one = ask('GET', '/schedules/a%2Fb?groupName=default')
  expect(one.operation).toBe(get)
  expect(restJsonCodec.read(get, one.route, one.request)).toEqual({ Name: 'a/b', GroupName: 'default' })
})

test('reads a body beside label, query and header', () => {
  const at = 'Fri, 02 Jan 2026 03:04:05 GMT'
  const address = '/2020-01-01/things/7/bound?max=5&name=a'
  const full = ask('PUT', address, '{"Note":"n","Inner":{"Id":"x"},"Id":"other"}', { 'x-when': at })
  const bindings = { Id: '7', Max: 5, Names: ['a'] }
  expect(restJsonCodec.read(put, full.route, full.request)).toEqual({
    ...bindings,
    When: new Date(at),
    Note: 'n',
    Inner: { Id: 'x' },
  })
  const empty = ask('PUT', address)
  expect(restJsonCodec.read(put, empty.route, empty.request)).toEqual(bindings)
})

test('writes JSON with times in epoch seconds', () => {
  const { route } = ask('GET', '/schedules')
  const CreationDate = new Date('2026-01-02T03:04:05Z')
  const answer = restJsonCodec.write(list, route, { Schedules: [{ Name: 'a', CreationDate }] }, 'r-1')
  expect(answer).toMatchObject({
    status: 200,
    headers: { 'x-amzn-RequestId': 'r-1', 'content-type': 'application/json' },
  })
  expect(text(answer)).toEqual({ Schedules: [{ Name: 'a', CreationDate: 1767323045 }] })
})

test('fails with the code in a header and the status of the model', () => {
  const { route } = ask('GET', '/schedules/a')
  const failed = restJsonCodec.fail(route, new AwsError('ResourceNotFoundException', 'Gone.'), 'r-2')
  expect(failed).toMatchObject({
    status: 404,
    headers: { 'x-amzn-ErrorType': 'ResourceNotFoundException', 'content-type': 'application/json' },
  })
  expect(text(failed)).toMatchObject({ Message: 'Gone.' })
})
