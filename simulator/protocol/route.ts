/** Finds which operation of which service a request asks for, and in which protocol. */
import type { Operation, ServiceModel, WireProtocol } from '../operation.ts'
import { matchPath } from './rest-path.ts'
import { operationShapes } from './schema.ts'
import type { WireRequest } from './wire.ts'

export interface Route {
  service: ServiceModel
  /** The one this call uses: CloudWatch is asked in JSON by new clients and in query by old ones. */
  protocol: WireProtocol
  /** Name of the operation asked for. */
  name: string
  /** Absent when the service does not have it. */
  operation: Operation | undefined
  /** Values of the path's labels (REST). */
  labels: Record<string, string>
  /** Parameters of the query protocols, wherever they came. */
  form: URLSearchParams
  /** True when the client wants query error codes beside JSON ones (`x-amzn-query-mode`). */
  queryMode: boolean
}

/** The route of a request, or undefined when no service answers to it. `signingName` is that of its signature, if any. */
export function routeOf(
  services: readonly ServiceModel[],
  request: WireRequest,
  signingName?: string,
): Route | undefined {
  return (
    jsonRoute(services, request) ??
    formRoute(services, request, signingName) ??
    restRoute(services, request, signingName)
  )
}

function jsonRoute(services: readonly ServiceModel[], request: WireRequest): Route | undefined {
  const [target, name] = (request.headers['x-amz-target'] ?? '').split('.')
  const service = services.find((each) => each.target !== undefined && each.target === target)
  if (!service || name === undefined) return undefined
  const version = request.headers['content-type']?.includes('json-1.0') ? 'awsJson1_0' : 'awsJson1_1'
  const queryMode = request.headers['x-amzn-query-mode'] === 'true'
  return { ...route(service, version, name, new URLSearchParams()), queryMode }
}

function formRoute(
  services: readonly ServiceModel[],
  request: WireRequest,
  signingName: string | undefined,
): Route | undefined {
  if (request.path !== '/') return undefined
  const form = formOf(request)
  const name = form.get('Action')
  const fitting = services.filter(
    (each) =>
      each.protocol !== 'restXml' && each.xmlNamespace !== undefined && each.version === form.get('Version'),
  )
  // API versions are dates and may coincide; the signature tells such services apart.
  const service = fitting.find((each) => each.signingName === signingName) ?? fitting[0]
  if (!service || name === null) return undefined
  return route(service, service.protocol === 'ec2Query' ? 'ec2Query' : 'awsQuery', name, form)
}

/** A form comes as the body of a POST or as the query of a GET. */
function formOf(request: WireRequest): URLSearchParams {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return request.query
  return new URLSearchParams([
    ...request.query,
    ...new URLSearchParams(new TextDecoder().decode(request.body)),
  ])
}

/** Paths of rest-xml begin with the API's version; those of rest-json say nothing of the service: its signature does. */
function restRoute(
  services: readonly ServiceModel[],
  request: WireRequest,
  signingName: string | undefined,
): Route | undefined {
  const service = services.find((each) =>
    each.protocol === 'restJson'
      ? each.signingName === signingName
      : each.protocol === 'restXml' && request.path.startsWith(`/${each.version}/`),
  )
  if (!service) return undefined
  for (const operation of service.operations) {
    const { method, path } = operationShapes(operation.schema).http
    const labels = method === request.method ? matchPath(path, request.path) : undefined
    if (labels) return { ...route(service, service.protocol, operation.name, request.query), labels }
  }
  return route(service, service.protocol, `${request.method} ${request.path}`, request.query)
}

function route(service: ServiceModel, protocol: WireProtocol, name: string, form: URLSearchParams): Route {
  const operation = service.operations.find((each) => each.name === name)
  return { service, protocol, name, operation, labels: {}, form, queryMode: false }
}
