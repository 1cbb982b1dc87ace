/** The simulator without a network: a request handler for SDK clients, and a `fetch`-alike. Runs in browsers and in Node. */
import { HttpResponse } from '@smithy/protocol-http'
import type { HttpHandler, HttpRequest } from '@smithy/protocol-http'
import type { HttpHandlerOptions } from '@smithy/types'
import type { WireRequest } from '../protocol/wire.ts'
import { exchange } from './act-out.ts'
import type { Handle } from './act-out.ts'

/** Give it as `requestHandler` to any SDK client. */
export class SdkHandler implements HttpHandler<object> {
  readonly #handle: Handle

  constructor(handle: Handle) {
    this.#handle = handle
  }

  async handle(request: HttpRequest, options: HttpHandlerOptions = {}): Promise<{ response: HttpResponse }> {
    const signal = signalOf(options)
    const { status, headers, body } = await exchange(this.#handle, fromSdk(request), signal)
    return { response: new HttpResponse({ statusCode: status, headers, body }) }
  }

  updateHttpClientConfig(): void {
    // Nothing of this handler can be configured.
  }

  httpHandlerConfigs(): object {
    return {}
  }
}

/** Joins the caller's abort signal with the SDK's deadline for the answer's headers, ms. */
function signalOf({ abortSignal, requestTimeout }: HttpHandlerOptions): AbortSignal | undefined {
  const signals = [
    ...(abortSignal ? [abortSignal as AbortSignal] : []),
    ...(requestTimeout ? [AbortSignal.timeout(requestTimeout)] : []),
  ]
  return signals.length === 0 ? undefined : AbortSignal.any(signals)
}

function fromSdk(request: HttpRequest): WireRequest {
  const query = Object.entries(request.query).flatMap(([name, value]) =>
    [value ?? ''].flat().map((each): [string, string] => [name, each]),
  )
  return {
    method: request.method,
    path: request.path,
    query: new URLSearchParams(query),
    headers: lowerCase(Object.entries(request.headers), request.hostname),
    body: bytesOf(request.body),
  }
}

/** Bodies of the emulated operations are text or bytes; none of them streams. */
function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body
  return new TextEncoder().encode(typeof body === 'string' ? body : '')
}

function lowerCase(headers: Iterable<[string, string]>, host: string): Record<string, string> {
  const lower = [...headers].map(([name, value]): [string, string] => [name.toLowerCase(), value])
  return Object.fromEntries([['host', host], ...lower])
}

/** `fetch` over the same simulator, for code that speaks HTTP itself (sign-in). Follows no redirects. */
export function simulatedFetch(handle: Handle): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { pathname, searchParams, host } = new URL(request.url)
    const wire: WireRequest = {
      method: request.method,
      path: pathname,
      query: searchParams,
      headers: lowerCase(request.headers, host),
      body: new Uint8Array(await request.arrayBuffer()),
    }
    const { status, headers, body } = await exchange(handle, wire, request.signal)
    // These statuses may have no body at all.
    const empty = [101, 204, 205, 304].includes(status)
    return new Response(empty ? null : (body as BodyInit), { status, headers })
  }
}
