/** The restXml protocol: HTTP bindings around an XML body. https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html */
import { answer } from './answer.ts'
import type { Codec } from './codec.ts'
import { errorElement } from './query-codec.ts'
import { inBody, readBound } from './rest-bindings.ts'
import { scalarToText } from './scalar-text.ts'
import { operationShapes } from './schema.ts'
import type { ScalarShape, StructureShape } from './schema.ts'
import { readXml } from './xml-read.ts'
import { element, writeMembers, xmlns } from './xml-write.ts'

const DECLARATION = '<?xml version="1.0"?>\n'

export const restXmlCodec: Codec = {
  read(operation, route, request) {
    const { input } = operationShapes(operation.schema)
    return { ...readBody(input, request.body), ...readBound(input, route, request) }
  },

  write(operation, route, output, requestId) {
    const shapes = operationShapes(operation.schema)
    const values = output as Record<string, unknown>
    const body = writeBody(shapes.output, values, xmlns(route.service.xmlNamespace))
    const response = answer(shapes.http.status, 'text/xml', requestId, DECLARATION + body)
    for (const { name, traits, shape } of shapes.output.members) {
      const value = values[name]
      if (traits.httpHeader === undefined || value === undefined) continue
      response.headers[traits.httpHeader] = scalarToText(shape as ScalarShape, value, 'http-date')
    }
    return response
  },

  fail(route, error, requestId) {
    const { status, content } = errorElement(route, error)
    const attributes = xmlns(route.service.xmlNamespace)
    const body = element('ErrorResponse', content + element('RequestId', requestId), attributes)
    return answer(status, 'text/xml', requestId, DECLARATION + body)
  },
}

/** The body is one payload member, or all members that are bound nowhere else. */
function readBody(input: StructureShape, body: Uint8Array): Record<string, unknown> {
  const payload = input.members.find(({ traits }) => traits.httpPayload)
  if (payload) return body.length === 0 ? {} : { [payload.name]: readXml(payload.shape, body) }
  const members = input.members.filter(inBody)
  return members.length === 0 ? {} : (readXml({ ...input, members }, body) as Record<string, unknown>)
}

function writeBody(output: StructureShape, values: Record<string, unknown>, attributes: string): string {
  const payload = output.members.find(({ traits }) => traits.httpPayload)
  if (!payload) return element(output.name, writeMembers(output, values, inBody), attributes)
  const shape = payload.shape as StructureShape
  return element(payload.traits.xmlName ?? shape.name, writeMembers(shape, values[payload.name]), attributes)
}
