/** Finishes index.html: the content security policy's meta tag, and early loading of what every first page needs. */
import type { HtmlTagDescriptor, Plugin } from 'vite'
import { developmentPolicy, metaPolicy } from '../deploy/content-security-policy.ts'

/** Modules (by the end of their path) whose chunks signing in needs at once: fetched and compiled before main.tsx asks. */
const first = ['src/main.tsx', 'src/auth/hosted-sign-in.ts']
/**
 * Fetched early, but compiled only when asked for: a page that leaves for a silent return should not spend its time on
 * compiling an app that nobody will see.
 */
const early = ['src/auth/credentials.ts', 'src/app/start.tsx', 'src/features/services/ServicesPage.tsx']

export function indexHtml(nonce: string): Plugin {
  return {
    name: 'tidegate:index-html',
    transformIndexHtml: {
      order: 'post',
      handler(_html, context) {
        const policy: HtmlTagDescriptor = {
          tag: 'meta',
          attrs: {
            'http-equiv': 'Content-Security-Policy',
            content: context.server ? developmentPolicy(nonce) : metaPolicy(),
          },
          injectTo: 'head-prepend',
        }
        return [policy, ...preloads(context.bundle)]
      },
    },
  }
}

type Bundle = Record<string, { type: string; fileName: string }>

interface Chunk {
  type: 'chunk'
  fileName: string
  moduleIds: string[]
  imports: string[]
  viteMetadata?: { importedCss: Set<string> }
}

function preloads(bundle: object | undefined): HtmlTagDescriptor[] {
  const chunks = Object.values((bundle ?? {}) as Bundle).filter((one) => one.type === 'chunk') as Chunk[]
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const wanted = (paths: string[], known = new Set<string>()): Set<string> => {
    const found = new Set<string>()
    const add = (name: string): void => {
      const chunk = byName.get(name)
      if (!chunk || found.has(name) || known.has(name)) return
      found.add(name)
      chunk.imports.forEach(add)
    }
    chunks
      .filter((chunk) => paths.some((path) => chunk.moduleIds.some((id) => id.endsWith(path))))
      .forEach((chunk) => add(chunk.fileName))
    return found
  }
  const compiled = wanted(first)
  const fetched = wanted(early, compiled)
  const styles = [...fetched].flatMap((name) => [...(byName.get(name)?.viteMetadata?.importedCss ?? [])])
  return [
    // The configuration decides everything; it need not wait for the code that asks for it.
    ...(bundle ? [link({ rel: 'preload', as: 'fetch', crossorigin: true, href: '/config.json' })] : []),
    ...[...compiled].map((name) => link({ rel: 'modulepreload', crossorigin: true, href: `/${name}` })),
    // As a preload, not as a style sheet: nothing of index.html waits for it.
    ...styles.map((name) => link({ rel: 'preload', as: 'style', crossorigin: true, href: `/${name}` })),
    ...[...fetched].map((name) =>
      link({ rel: 'preload', as: 'script', crossorigin: true, href: `/${name}` }),
    ),
  ]
}

function link(attrs: Record<string, string | boolean>): HtmlTagDescriptor {
  return { tag: 'link', attrs, injectTo: 'head' }
}
