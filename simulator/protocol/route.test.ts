import { expect, test } from 'vitest'
import type { Operation, ServiceModel, WireProtocol } from '../operation.ts'
import { operation } from '../operation.ts'
import { bound, everyKind$, payload, wrapped } from './every-kind.ts'
import { routeOf } from './route.ts'
import type { WireRequest } from './wire.ts'

const every = operation(everyKind$, () => ({}))

function service(name: string, protocol: WireProtocol, more: Partial<ServiceModel>): ServiceModel {
  return {
    name,
    signingName: name,
    iamPrefix: name,
    protocol,
    version: '2020-01-01',
    operations: [every],
    ...more,
  }
}

const rest: Operation[] = [operation(bound, () => ({})), operation(payload, () => ({}))]
const services = [
  service('json', 'awsJson1_1', { target: 'Json_2020' }),
  service('metrics', 'awsJson1_0', { target: 'Metrics', version: '2010-08-01', xmlNamespace: 'urn:metrics' }),
  service('classic', 'awsQuery', { version: '2012-06-01', xmlNamespace: 'urn:classic' }),
  service('twin', 'awsQuery', { version: '2012-06-01', xmlNamespace: 'urn:twin' }),
  service('compute', 'ec2Query', { version: '2016-11-15', xmlNamespace: 'urn:compute' }),
  service('things', 'restXml', { xmlNamespace: 'urn:things', operations: rest }),
  service('plans', 'restJson', { operations: [...rest, operation(wrapped, () => ({}))] }),
]

function route(request: Partial<Omit<WireRequest, 'body'>> & { body?: string }, signingName?: string) {
  const full = { method: 'POST', path: '/', query: new URLSearchParams(), headers: {}, ...request }
  const found = routeOf(
    services,
    { ...full, body: new TextEncoder().encode(request.body ?? '') },
    signingName,
  )
  return (
    found && {
      ...found,
      service: found.service.name,
      operation: found.operation?.name,
      form: String(found.form),
    }
  )
}

const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }

test('JSON goes by its target, in the version it is written in', () => {
  const headers = { 'x-amz-target': 'Json_2020.EveryKind', 'content-type': 'application/x-amz-json-1.1' }
  expect(route({ headers })).toEqual({
    service: 'json',
    protocol: 'awsJson1_1',
    name: 'EveryKind',
    operation: 'EveryKind',
    labels: {},
    form: '',
    queryMode: false,
  })
  expect(
    route({
      headers: {
        'x-amz-target': 'Metrics.EveryKind',
        'content-type': 'application/x-amz-json-1.0',
        'x-amzn-query-mode': 'true',
      },
    }),
  ).toMatchObject({ service: 'metrics', protocol: 'awsJson1_0', queryMode: true })
})

test('an operation that a service does not have is still routed to it', () => {
  expect(route({ headers: { 'x-amz-target': 'Json_2020.Fly' } })).toMatchObject({
    service: 'json',
    name: 'Fly',
    operation: undefined,
  })
})

test('forms go by action and version, in the body or in the query', () => {
  expect(route({ headers: form, body: 'Action=EveryKind&Version=2016-11-15&Count=1' })).toMatchObject({
    service: 'compute',
    protocol: 'ec2Query',
    form: 'Action=EveryKind&Version=2016-11-15&Count=1',
  })
  const query = new URLSearchParams('Action=EveryKind&Version=2012-06-01')
  expect(route({ method: 'GET', query })).toMatchObject({ service: 'classic', protocol: 'awsQuery' })
})

test('the signature tells services with one version apart', () => {
  const asked = { headers: form, body: 'Action=EveryKind&Version=2012-06-01' }
  expect(route(asked, 'twin')?.service).toBe('twin')
  expect(route(asked, 'somebody')?.service).toBe('classic')
})

test('a JSON service with an XML namespace also takes forms, as CloudWatch does', () => {
  expect(route({ headers: form, body: 'Action=EveryKind&Version=2010-08-01' })).toMatchObject({
    service: 'metrics',
    protocol: 'awsQuery',
  })
})

test('rest-xml goes by method and path', () => {
  expect(route({ method: 'PUT', path: '/2020-01-01/things/a%20b/bound' })).toMatchObject({
    service: 'things',
    protocol: 'restXml',
    operation: 'PutBound',
    labels: { Id: 'a b' },
  })
  expect(route({ method: 'DELETE', path: '/2020-01-01/things/a' })).toMatchObject({
    service: 'things',
    name: 'DELETE /2020-01-01/things/a',
    operation: undefined,
  })
})

test.each<[string, Parameters<typeof route>[0]]>([
  ['nothing', {}],
  ['an unknown target', { headers: { 'x-amz-target': 'Nobody.EveryKind' } }],
  ['a target without operation', { headers: { 'x-amz-target': 'Json_2020' } }],
  ['an unknown version', { headers: form, body: 'Action=EveryKind&Version=1999-01-01' }],
  ['a version without action', { headers: form, body: 'Version=2012-06-01' }],
  ['a path of nobody', { method: 'GET', path: '/favicon.ico' }],
])('no route for %s', (_what, request) => {
  expect(route(request)).toBeUndefined()
})

test('rest-json goes by the service it is signed for, then by method and path', () => {
  const elsewhere = { method: 'PUT', path: '/plans/a' }
  expect(route({ method: 'GET', path: '/2020-01-01/wrapped/7' }, 'things')).toMatchObject({
    service: 'things',
  })
  expect(route(elsewhere, 'plans')).toMatchObject({
    service: 'plans',
    protocol: 'restJson',
    name: 'PUT /plans/a',
  })
  expect(route(elsewhere, 'things')).toBeUndefined()
})
