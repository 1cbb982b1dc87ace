/** Cross-origin headers as AWS sends them: any origin may call, and few headers of the answer may be read. */
import type { WireRequest, WireResponse } from './wire.ts'

/** Seconds a browser may remember a preflight. */
const MAX_AGE = '172800'
const EXPOSED = 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date'

/** The answer to `OPTIONS`: whatever headers are asked for may be sent. */
export function preflight(request: WireRequest): WireResponse {
  const asked = request.headers['access-control-request-headers']
  return {
    status: 200,
    headers: {
      'access-control-allow-origin': '*',
      ...(asked === undefined ? {} : { 'access-control-allow-headers': asked }),
      'access-control-allow-methods': 'DELETE, GET, HEAD, OPTIONS, POST, PUT',
      'access-control-expose-headers': EXPOSED,
      'access-control-max-age': MAX_AGE,
    },
    body: new Uint8Array(),
  }
}

/** Headers for an answer to a page. EC2 lets a page read no header at all. */
export function crossOriginHeaders(exposes: boolean): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    ...(exposes ? { 'access-control-expose-headers': EXPOSED } : {}),
  }
}
