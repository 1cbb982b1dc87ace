/** The restJson1 protocol: HTTP bindings around a JSON body. https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
import { answer } from './answer.ts'
import type { Codec } from './codec.ts'
import { failJson, parseJson } from './json-codec.ts'
import { readJson, writeJson } from './json.ts'
import { inBody, readBound } from './rest-bindings.ts'
import { operationShapes } from './schema.ts'

const JSON_TYPE = 'application/json'

export const restJsonCodec: Codec = {
  read(operation, route, request) {
    const { input } = operationShapes(operation.schema)
    const members = input.members.filter(inBody)
    const body = members.length === 0 || request.body.length === 0 ? {} : parseJson(request.body)
    const read = readJson({ ...input, members }, body) as Record<string, unknown>
    return { ...read, ...readBound(input, route, request) }
  },

  write(operation, _route, output, requestId) {
    const { output: shape, http } = operationShapes(operation.schema)
    return answer(http.status, JSON_TYPE, requestId, JSON.stringify(writeJson(shape, output)))
  },

  fail(route, error, requestId) {
    return failJson(route, error, requestId, JSON_TYPE)
  },
}
