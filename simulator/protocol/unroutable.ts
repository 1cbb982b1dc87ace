/** Answers to requests that reach no service: typed in whatever protocol they seem to be in. */
import { answer } from './answer.ts'
import { unknownOperation } from './common-errors.ts'
import type { WireRequest, WireResponse } from './wire.ts'
import { element } from './xml-write.ts'

/** A service that is not emulated, or an address of nobody's. AWS answers 404 with a bare element where it knows no more. */
export function unroutable(request: WireRequest, requestId: string): WireResponse {
  const { code, message } = unknownOperation('asked for')
  const type = request.headers['content-type'] ?? ''
  const response = type.includes('x-amz-json')
    ? answer(404, type, requestId, JSON.stringify({ __type: code, message }))
    : answer(404, 'text/xml', requestId, xmlBody(type, code, message, requestId))
  response.headers['x-amzn-ErrorType'] = code
  return response
}

function xmlBody(type: string, code: string, message: string, requestId: string): string {
  if (!type.startsWith('application/x-www-form-urlencoded')) return `${element(code, '')}\n`
  const error = element(
    'Error',
    element('Type', 'Sender') + element('Code', code) + element('Message', message),
  )
  return element('ErrorResponse', error + element('RequestId', requestId))
}
