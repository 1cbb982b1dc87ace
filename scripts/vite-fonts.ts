/**
 * Cloudscape's style sheet carries its fonts as data URIs, which `font-src 'self'` refuses and every visitor downloads whole.
 * This plugin writes each as a hashed woff2 file, so that a browser fetches only the alphabets a page shows.
 */
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const inlined = /url\(["']?data:(?:font\/woff2|application\/[\w-]+)[^,]*;base64,([A-Za-z0-9+/=]+)["']?\)/g

export function fontFiles(): Plugin {
  let serving = false
  const fonts = new Map<string, Buffer>()
  return {
    name: 'tidegate:font-files',
    enforce: 'pre',
    configResolved(config) {
      serving = config.command === 'serve'
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const font = fonts.get(request.url ?? '')
        if (!font) return next()
        response.setHeader('Content-Type', 'font/woff2')
        response.end(font)
      })
    },
    transform(code, id) {
      if (!/global-styles\/index\.css/.test(id)) return undefined
      return code
        .replaceAll(inlined, (_whole, base64: string) => {
          const bytes = Buffer.from(base64, 'base64')
          const name = `font-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.woff2`
          if (serving) fonts.set(`/assets/${name}`, bytes)
          else
            return `url(__VITE_ASSET__${this.emitFile({ type: 'asset', name: 'font.woff2', source: bytes })}__)`
          return `url(/assets/${name})`
        })
        .replaceAll('@font-face {', '@font-face {\n  font-display: swap;')
    },
  }
}
