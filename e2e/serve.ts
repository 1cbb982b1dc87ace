/** The built site behind a server of the test's own, with whatever the test wants config.json to be. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { headersFor, readSite } from '../cli/site.ts'

/** What a request for config.json is answered with: an object becomes JSON. */
export interface ConfigAnswer {
  status?: number
  type?: string
  body: string | object
}

interface ServedSite {
  origin: string
  close(): Promise<void>
}

/** Serves dist/ on a port of its own, with the headers of the deployed site. */
export async function serveSite(config: ConfigAnswer): Promise<ServedSite> {
  const site = readSite(join(import.meta.dirname, '..', 'dist'))
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    if (path === '/config.json') {
      const { status = 200, type = 'application/json; charset=utf-8', body } = config
      response.writeHead(status, { ...headersFor(path), 'Content-Type': type })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
      return
    }
    const answer = site.answer(path, request.headers['accept-encoding'] ?? '')
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
