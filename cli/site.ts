/** A built site in memory: which file answers a path, in which encoding, with which headers. No file system after the start. */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import policy from '../deploy/security-headers.json' with { type: 'json' }

export interface SiteAnswer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

export interface Site {
  /** `path` as in the request line, without query. `accepted`: the Accept-Encoding header. */
  answer(path: string, accepted: string): SiteAnswer
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/** Headers of every answer, and how long it may be kept. */
export function headersFor(path: string): Record<string, string> {
  const rule = Object.entries(policy.cacheControl).find(
    ([pattern]) => pattern === '*' || path.startsWith(pattern.replace('*', '')),
  )
  return { ...policy.all, 'Cache-Control': rule?.[1] ?? 'no-store' }
}

/** Reads `folder` whole. */
export function readSite(folder: string): Site {
  const files = new Map(
    walk(folder).map((path) => [`/${relative(folder, path).split(sep).join('/')}`, readFileSync(path)]),
  )
  return {
    answer(path, accepted) {
      const wanted = files.has(path) ? path : fallback(path)
      const plain = wanted === undefined ? undefined : files.get(wanted)
      if (wanted === undefined || plain === undefined) return missing(path)
      const headers = {
        ...headersFor(wanted),
        'Content-Type': types[extname(wanted)] ?? 'application/octet-stream',
        Vary: 'Accept-Encoding',
      }
      for (const [name, suffix] of encodings) {
        const body = new RegExp(`\\b${name}\\b`).test(accepted) ? files.get(wanted + suffix) : undefined
        if (body) return { status: 200, headers: { ...headers, 'Content-Encoding': name }, body }
      }
      return { status: 200, headers, body: plain }
    },
  }
}

/** Paths of the app are answered with its page; a missing asset is missing, so that an old tab notices a new version. */
function fallback(path: string): string | undefined {
  return path.startsWith('/assets/') || path === '/config.json' ? undefined : '/index.html'
}

function missing(path: string): SiteAnswer {
  return {
    status: 404,
    headers: { ...headersFor('*'), 'Content-Type': 'text/plain; charset=utf-8' },
    body: Buffer.from(`There is no ${path} here.\n`),
  }
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
}
