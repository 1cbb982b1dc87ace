/** The simulator over HTTP: listens on 127.0.0.1 and acts out on the socket what may go wrong. */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WireRequest, WireResponse } from '../protocol/wire.ts'
import type { Handle } from './act-out.ts'

const HOST = '127.0.0.1'
/** Larger bodies than any AWS call of the emulated services are refused, bytes. */
const BODY_LIMIT = 20_000_000
/** Control takes more: a saved world of `big-fleet` has some 46 MB. */
const CONTROL_LIMIT = 100_000_000

export interface SimulatorServer {
  port: number
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string
  /** Breaks off what is under way and resolves when the port is free. */
  close(): Promise<void>
}

/**
 * Serves `handle` (see simulator.ts; it answers sign-in pages and `/_sim/` as well) on `port`; 0 chooses a free one.
 * @throws Error that names the port when it is taken
 */
export function startServer(handle: Handle, port: number): Promise<SimulatorServer> {
  const server = createServer((incoming, outgoing) => {
    serve(handle, incoming, outgoing).catch(() => outgoing.destroy())
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(taken ? new Error(`Port ${port} on ${HOST} is already in use`, { cause: error }) : error)
    })
    server.listen(port, HOST, () => {
      const address = server.address() as AddressInfo
      resolve({
        port: address.port,
        url: `http://${HOST}:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}

async function serve(handle: Handle, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  // The simulated service's own clock dates its answers, never this machine's.
  outgoing.sendDate = false
  const body = await bodyOf(incoming)
  if (!body) {
    outgoing.writeHead(413).end()
    return
  }
  const response = await handle(fromNode(incoming, body))
  if (response.delayMs !== undefined) await pause(response.delayMs)
  send(response, outgoing)
}

async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  const limit = incoming.url?.startsWith('/_sim/') ? CONTROL_LIMIT : BODY_LIMIT
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function fromNode(incoming: IncomingMessage, body: Uint8Array): WireRequest {
  const [path = '/', ...query] = (incoming.url ?? '/').split('?')
  const headers = Object.entries(incoming.headers).map(([name, value = '']) => [
    name,
    typeof value === 'string' ? value : value.join(', '),
  ])
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(query.join('?')),
    headers: { host: HOST, ...(Object.fromEntries(headers) as Record<string, string>) },
    body,
  }
}

function send({ status, headers, body, trouble }: WireResponse, outgoing: ServerResponse): void {
  if (trouble?.kind === 'hang') return
  if (trouble?.kind === 'reset') {
    outgoing.socket?.resetAndDestroy()
    return
  }
  outgoing.writeHead(status, { ...headers, 'content-length': body.length })
  if (trouble?.kind !== 'stall') {
    outgoing.end(body)
    return
  }
  outgoing.flushHeaders()
  outgoing.write(body.subarray(0, trouble.afterBytes))
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
