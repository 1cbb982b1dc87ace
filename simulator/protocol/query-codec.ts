/**
 * The awsQuery and ec2Query protocols: a form in, XML out.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
import type { AwsError } from '../operation.ts'
import { answer, modelled } from './answer.ts'
import type { Codec } from './codec.ts'
import { readForm } from './form.ts'
import type { Route } from './route.ts'
import { operationShapes } from './schema.ts'
import { element, errorMembers, escapeXml, writeMembers, xmlns } from './xml-write.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

export const queryCodec: Codec = {
  read(operation, route) {
    const style = route.protocol === 'ec2Query' ? 'ec2' : 'query'
    return readForm(operationShapes(operation.schema).input, route.form, style)
  },

  write(operation, route, output, requestId) {
    const { name } = operation
    const members = writeMembers(operationShapes(operation.schema).output, output)
    const content =
      route.protocol === 'ec2Query'
        ? element('requestId', requestId) + members
        : element(`${name}Result`, members) + element('ResponseMetadata', element('RequestId', requestId))
    return xml(200, requestId, element(`${name}Response`, content, xmlns(route.service.xmlNamespace)))
  },

  fail(route, error, requestId) {
    return route.protocol === 'ec2Query'
      ? ec2Error(route, error, requestId)
      : queryError(route, error, requestId)
  },
}

function queryError(route: Route, error: AwsError, requestId: string) {
  const { status, content } = errorElement(route, error)
  const body = element(
    'ErrorResponse',
    content + element('RequestId', requestId),
    xmlns(route.service.xmlNamespace),
  )
  return xml(status, requestId, body)
}

function ec2Error(route: Route, error: AwsError, requestId: string) {
  const one = element('Code', escapeXml(error.code)) + element('Message', escapeXml(error.message))
  const errors = element('Errors', element('Error', one))
  const { status } = modelled(route, error)
  return xml(status, requestId, DECLARATION + element('Response', errors + element('RequestID', requestId)))
}

/** `<Error>` with type, code, message and the modelled members, as query and rest-xml share it. */
export function errorElement(route: Route, error: AwsError): { status: number; content: string } {
  const { shape, status, type } = modelled(route, error)
  const content =
    element('Type', type) +
    element('Code', escapeXml(shape?.queryCode ?? error.code)) +
    element('Message', escapeXml(error.message)) +
    errorMembers(shape?.shape, error.members)
  return { status, content: element('Error', content) }
}

function xml(status: number, requestId: string, body: string) {
  return answer(status, 'text/xml;charset=UTF-8', requestId, body)
}
