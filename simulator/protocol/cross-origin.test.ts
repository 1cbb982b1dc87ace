import { expect, test } from 'vitest'
import { crossOriginHeaders, preflight } from './cross-origin.ts'

const request = { method: 'OPTIONS', path: '/', query: new URLSearchParams(), body: new Uint8Array() }

test('a preflight may send whatever it asks for, for two days', () => {
  const asked = 'authorization,content-type,x-amz-date,x-amz-target,x-amz-user-agent'
  expect(preflight({ ...request, headers: { 'access-control-request-headers': asked } })).toMatchObject({
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': asked,
      'access-control-max-age': '172800',
    },
  })
})

test('a preflight that asks for no header is told of none', () => {
  expect(preflight({ ...request, headers: {} }).headers).not.toHaveProperty('access-control-allow-headers')
})

test('an answer lets a page read four headers, or none', () => {
  expect(crossOriginHeaders(true)['access-control-expose-headers']).toBe(
    'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
  )
  expect(crossOriginHeaders(false)).toEqual({ 'access-control-allow-origin': '*' })
})
