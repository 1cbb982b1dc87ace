/** The awsJson1_0 and awsJson1_1 protocols. https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
import type { AwsError } from '../operation.ts'
import { answer, modelled } from './answer.ts'
import type { Codec } from './codec.ts'
import { readJson, writeJson } from './json.ts'
import type { Route } from './route.ts'
import { operationShapes } from './schema.ts'
import type { StructureShape } from './schema.ts'
import { Unreadable } from './unreadable.ts'
import type { WireResponse } from './wire.ts'

/** Where JSON 1.0 services say that errors of every service live. */
const COMMON_NAMESPACE = 'com.amazon.coral.service'

export const jsonCodec: Codec = {
  read(operation, _route, request) {
    return readJson(operationShapes(operation.schema).input, parseJson(request.body))
  },

  write(operation, route, output, requestId) {
    const body = writeJson(operationShapes(operation.schema).output, output)
    return answer(200, contentType(route), requestId, JSON.stringify(body))
  },

  fail(route, error, requestId) {
    return failJson(route, error, requestId, contentType(route))
  },
}

/** An error answer in JSON. */
export function failJson(route: Route, error: AwsError, requestId: string, mediaType: string): WireResponse {
  const { shape, status, type } = modelled(route, error)
  const name = shape?.name ?? error.code
  const namespace = shape?.namespace ?? COMMON_NAMESPACE
  const kind = route.protocol === 'awsJson1_0' ? `${namespace}#${name}` : name
  const body = JSON.stringify({ __type: kind, ...members(shape?.shape, error) })
  const response = answer(status, mediaType, requestId, body)
  response.headers['x-amzn-ErrorType'] = name
  if (route.queryMode) response.headers['x-amzn-query-error'] = `${shape?.queryCode ?? error.code};${type}`
  return response
}

/** AWS's answer to bytes that are not JSON has no message. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new Unreadable('')
  }
}

/** Services disagree on the capital of `message`; where the model is silent, AWS writes it small. */
function members(shape: StructureShape | undefined, error: AwsError): Record<string, unknown> {
  const said = error.message === '' ? {} : { message: error.message }
  if (!shape) return { ...error.members, ...said }
  const written = writeJson(shape, { ...error.members, message: error.message, Message: error.message })
  const known = written as Record<string, unknown>
  return 'Message' in known ? known : { ...known, ...said }
}

function contentType(route: Route): string {
  return `application/x-amz-json-${route.protocol === 'awsJson1_0' ? '1.0' : '1.1'}`
}
