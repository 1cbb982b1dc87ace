import { expect, test } from 'vitest'
import { unroutable } from './unroutable.ts'

const said = (headers: Record<string, string>) => {
  const request = { method: 'POST', path: '/', query: new URLSearchParams(), headers, body: new Uint8Array() }
  const response = unroutable(request, 'id-1')
  expect(response).toMatchObject({
    status: 404,
    headers: { 'x-amzn-ErrorType': 'UnknownOperationException' },
  })
  return [response.headers['content-type'], new TextDecoder().decode(response.body)]
}

test('JSON is answered in JSON, a form in XML, anything else as AWS does', () => {
  expect(said({ 'content-type': 'application/x-amz-json-1.1' })).toEqual([
    'application/x-amz-json-1.1',
    '{"__type":"UnknownOperationException","message":"The operation asked for is not known."}',
  ])
  expect(said({ 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' })).toEqual([
    'text/xml',
    '<ErrorResponse><Error><Type>Sender</Type><Code>UnknownOperationException</Code>' +
      '<Message>The operation asked for is not known.</Message></Error><RequestId>id-1</RequestId></ErrorResponse>',
  ])
  expect(said({})).toEqual(['text/xml', '<UnknownOperationException/>\n'])
})
