import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type Server, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from './listen.ts'
import { readSite } from './site.ts'
import { webServer } from './web-server.ts'

let folder: string
let server: Server
let port: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidegate-site-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'config.json'), '{"built":true}')
  writeFileSync(join(folder, 'assets/a-1.js'), 'plain')
  writeFileSync(join(folder, 'assets/a-1.js.br'), 'brotli')
  writeFileSync(join(folder, 'assets/a-1.js.gz'), 'gzipped')
  const worlds: Record<string, object> = { own: { account: '1' }, 'w-2': { account: '2' } }
  server = webServer(readSite(folder), (world) => worlds[world ?? 'own'])
  port = await listen(server, 0, 'PORT')
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** fetch may set neither Host nor Accept-Encoding. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = ''
      answer.on('data', (part: Buffer) => (text += part.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('the web server', () => {
  it('answers every path of the app with its page, never cached, with the security headers', async () => {
    const { status, headers, text } = await ask('/us-east-1/clusters/my.cluster/services?q=a')
    expect([status, text]).toEqual([200, '<!doctype html>'])
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('answers assets in the best encoding the browser takes, for ever', async () => {
    const best = await ask('/assets/a-1.js', { 'accept-encoding': 'gzip, deflate, br' })
    expect([best.text, best.headers['content-encoding']]).toEqual(['brotli', 'br'])
    expect(best.headers['cache-control']).toContain('immutable')
    const older = await ask('/assets/a-1.js', { 'accept-encoding': 'gzip' })
    expect([older.text, older.headers['content-encoding']]).toEqual(['gzipped', 'gzip'])
    const plain = await ask('/assets/a-1.js')
    expect([plain.text, plain.headers['content-encoding']]).toEqual(['plain', undefined])
  })

  it('misses an asset of another version, so that an old tab can say "reload"', async () => {
    expect((await ask('/assets/gone-2.js')).status).toBe(404)
  })

  it('keeps to the folder', async () => {
    expect((await ask('/../../etc/passwd')).text).toBe('<!doctype html>')
    expect((await ask('/assets/../../etc/passwd')).status).toBe(404)
  })

  it('answers the configuration of the world in the host name, never the built one', async () => {
    expect(JSON.parse((await ask('/config.json')).text)).toEqual({ account: '1' })
    const other = await ask('/config.json', { host: `w-2.localhost:${port}` })
    expect([JSON.parse(other.text), other.headers['cache-control']]).toEqual([{ account: '2' }, 'no-store'])
    expect((await ask('/config.json', { host: 'nobody.localhost' })).status).toBe(404)
  })

  it('answers only hosts of this machine', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(421)
  })

  it('refuses to be written to', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405)
  })

  it('names a port that is taken', async () => {
    const second = webServer(readSite(folder), () => undefined)
    await expect(listen(second, port, 'PORT')).rejects.toThrow(
      `Port ${port} is taken; choose another one with PORT`,
    )
  })
})
