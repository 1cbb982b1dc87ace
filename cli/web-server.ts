/** Serves a built site on this machine, with the configuration of the world that the host name says. */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { type Site, headersFor } from './site.ts'

/** Configuration for a world's id, or for the server's own world when there is none. */
export type ConfigFor = (world: string | undefined) => object | undefined

export function webServer(site: Site, configFor: ConfigFor): Server {
  return createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    const host = hostOf(request)
    if (host === undefined) return refuse(response, 421, 'This server answers for this machine only.\n')
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Only GET and HEAD.\n')
    if (path === '/config.json') return sendConfig(request, response, configFor(host.world))
    const { status, headers, body } = site.answer(path, request.headers['accept-encoding'] ?? '')
    response.writeHead(status, { ...headers, 'Content-Length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
}

/** Undefined for any other host: a web page elsewhere must not reach this server under a name of its own. */
function hostOf(request: IncomingMessage): { world: string | undefined } | undefined {
  return worldOfHost(request.headers.host ?? '')
}

/** `http://<world>.localhost` belongs to a world; `localhost` and `127.0.0.1` to the server's own. */
export function worldOfHost(host: string): { world: string | undefined } | undefined {
  const name = host.replace(/:\d+$/, '')
  if (name === '127.0.0.1' || name === 'localhost') return { world: undefined }
  const label = /^([a-z0-9-]+)\.localhost$/.exec(name)?.[1]
  return label === undefined ? undefined : { world: label }
}

function sendConfig(request: IncomingMessage, response: ServerResponse, config: object | undefined): void {
  if (!config) return refuse(response, 404, 'There is no such world.\n')
  const body = JSON.stringify(config, undefined, 2)
  response.writeHead(200, {
    ...headersFor('/config.json'),
    'Content-Type': 'application/json; charset=utf-8',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...headersFor('*'), 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(text)
}
