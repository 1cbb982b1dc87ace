/** The parts every answer has: status, request id, type and bytes. */
import type { AwsError } from '../operation.ts'
import type { Route } from './route.ts'
import { errorShape } from './schema.ts'
import type { ErrorShape } from './schema.ts'
import type { WireResponse } from './wire.ts'

/** An answer with a text body. */
export function answer(status: number, type: string, requestId: string, body: string): WireResponse {
  return {
    status,
    headers: { 'x-amzn-RequestId': requestId, 'content-type': type },
    body: new TextEncoder().encode(body),
  }
}

export interface ModelledError {
  /** The modelled shape, if the service has one of that name or query code. */
  shape: ErrorShape | undefined
  status: number
  /** Whose fault: the query protocols say it in words. */
  type: 'Sender' | 'Receiver'
}

/** What the service's model adds to an error. A status that the operation chose wins over the model's. */
export function modelled(route: Route, error: AwsError): ModelledError {
  const [shape] = route.service.operations.slice(0, 1).map(({ schema }) => errorShape(schema, error.code))
  const status = error.status === 400 ? (shape?.status ?? 400) : error.status
  return { shape, status, type: status < 500 ? 'Sender' : 'Receiver' }
}
