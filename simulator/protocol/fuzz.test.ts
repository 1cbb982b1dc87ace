/** Whatever comes in, an answer goes out: random bodies, and bodies that are almost right, in every protocol. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDispatch } from '../dispatch.ts'
import { openGate } from '../open-gate.ts'
import { operation } from '../operation.ts'
import type { ServiceModel, WireProtocol } from '../operation.ts'
import { bound, everyKind$ } from './every-kind.ts'
import type { WireRequest, WireResponse } from './wire.ts'

const everything = operation(everyKind$, () => ({}))
const rest = operation(bound, () => ({}))

function service(protocol: WireProtocol, more: Partial<ServiceModel>): ServiceModel {
  return {
    name: protocol,
    signingName: 'fuzz',
    iamPrefix: 'fuzz',
    protocol,
    version: '2020-01-01',
    operations: [everything],
    ...more,
  }
}

const services = [
  service('restJson', { signingName: 'json-fuzz', operations: [rest] }),
  service('awsJson1_0', { target: 'Zero' }),
  service('awsJson1_1', { target: 'One' }),
  service('awsQuery', { version: '2020-01-02', xmlNamespace: 'urn:query' }),
  service('ec2Query', { version: '2020-01-03', xmlNamespace: 'urn:ec2' }),
  service('restXml', { xmlNamespace: 'urn:rest', operations: [rest] }),
]
const form = 'application/x-www-form-urlencoded'

/** How a body gets to the service of each protocol. */
const envelopes: Record<WireProtocol, (body: Uint8Array) => Partial<WireRequest>> = {
  awsJson1_0: (body) => ({ headers: { 'x-amz-target': 'Zero.EveryKind', 'content-type': 'json-1.0' }, body }),
  awsJson1_1: (body) => ({ headers: { 'x-amz-target': 'One.EveryKind' }, body }),
  awsQuery: (body) => ({
    headers: { 'content-type': form },
    query: new URLSearchParams('Action=EveryKind&Version=2020-01-02'),
    body,
  }),
  ec2Query: (body) => ({
    headers: { 'content-type': form },
    query: new URLSearchParams('Action=EveryKind&Version=2020-01-03'),
    body,
  }),
  restXml: (body) => ({ method: 'PUT', path: '/2020-01-01/things/1/bound', body }),
  restJson: (body) => ({ method: 'PUT', path: '/2020-01-01/things/1/bound', body }),
}

const names = fc.constantFrom(
  'Text',
  'text',
  'Count',
  'At',
  'Inners',
  'Inner',
  'Map',
  'Flats',
  'FlatMap',
  'Id',
  '__proto__',
  'member',
  'entry',
  '1',
  'key',
  'value',
  'constructor',
)
const utf8 = (text: string) => new TextEncoder().encode(text)
const xml = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.string({ maxLength: 8 }),
    fc
      .tuple(names, fc.array(tie('node'), { maxLength: 3 }))
      .map(([name, children]) => `<${name}>${children.join('')}</${name}>`),
  ),
})).node
const almost: Record<WireProtocol, fc.Arbitrary<Uint8Array>> = {
  awsJson1_0: fc.dictionary(names, fc.jsonValue({ maxDepth: 4 })).map((value) => utf8(JSON.stringify(value))),
  awsJson1_1: fc.json().map(utf8),
  awsQuery: formBody(),
  ec2Query: formBody(),
  restXml: xml.map((body) => utf8(`<Bound>${body}</Bound>`)),
  restJson: fc.dictionary(names, fc.jsonValue({ maxDepth: 4 })).map((value) => utf8(JSON.stringify(value))),
}

function formBody(): fc.Arbitrary<Uint8Array> {
  const name = fc.array(names, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'))
  const pair = fc.tuple(name, fc.oneof(fc.string(), fc.constantFrom('1', 'true', '2026-01-01')))
  return fc.array(pair, { maxLength: 8 }).map((pairs) => utf8(String(new URLSearchParams(pairs))))
}

/** `ok`, the code of a typed error, or what else came instead of either. */
function verdict({ status, body }: WireResponse): string {
  if (status < 300) return 'ok'
  const text = new TextDecoder().decode(body)
  const typed = /"__type":"(?:[\w.]+#)?(\w+)"|<Code>(\w+)<\/Code>|^<(UnknownOperationException)\/>/.exec(text)
  return typed?.slice(1).find((code) => code !== undefined) ?? `untyped: ${text}`
}

/** Input that cannot be read, or that lacks a member: nothing else may come of a body alone. */
const EXPECTED =
  /^(ok|SerializationException|MalformedInput|InvalidParameterValue|InvalidInput|ValidationException|ValidationError|MissingParameter)$/

test.each(Object.keys(envelopes) as WireProtocol[])('%s never crashes', async (protocol) => {
  const mistakes: unknown[] = []
  const dispatch = createDispatch({
    gate: openGate(),
    services,
    onMistake: (mistake) => mistakes.push(mistake),
  })
  // Only the signature tells a rest-json service.
  const signingName = protocol === 'restJson' ? 'json-fuzz' : 'fuzz'
  const credential = `AKID/20260102/us-east-1/${signingName}/aws4_request`
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=ff`
  const body = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string().map(utf8), almost[protocol])
  await fc.assert(
    fc.asyncProperty(body, async (bytes) => {
      const part = envelopes[protocol](bytes)
      const response = await dispatch({
        method: 'POST',
        path: '/',
        query: new URLSearchParams(),
        body: bytes,
        ...part,
        headers: { authorization, ...part.headers },
      })
      expect(verdict(response)).toMatch(EXPECTED)
      expect(mistakes).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('random requests always have an answer', async () => {
  const dispatch = createDispatch({ gate: openGate(), services })
  const headers = fc.dictionary(
    fc.constantFrom(
      'authorization',
      'x-amz-target',
      'content-type',
      'x-amz-date',
      'host',
      'x-amzn-query-mode',
    ),
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        'One.EveryKind',
        'One',
        'Zero.',
        form,
        'AWS4-HMAC-SHA256 Credential=a/20260102/us-east-1/fuzz/aws4_request, SignedHeaders=a, Signature=b',
      ),
    ),
  )
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
    path: fc.oneof(
      fc.constant('/'),
      fc.webPath(),
      fc.string().map((text) => `/2020-01-01/${text}`),
    ),
    query: fc.webQueryParameters().map((text) => new URLSearchParams(text)),
    headers,
    body: fc.uint8Array({ maxLength: 50 }),
  })
  await fc.assert(
    fc.asyncProperty(request, async (each) => {
      expect(verdict(await dispatch(each))).toMatch(/^\w+$/)
    }),
    { numRuns: 1000 },
  )
})
