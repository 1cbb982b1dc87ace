/** Writes a brotli and a gzip sibling of every text file of the build, at their highest levels: done once here, never per request. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(?:js|css|html|svg|json)$/
/** Below this many bytes the header of the answer weighs more than what is saved. */
const worthwhile = 600

export function compressedSiblings(): Plugin {
  let folder = 'dist'
  return {
    name: 'tidegate:compressed-siblings',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir
    },
    writeBundle: {
      order: 'post',
      handler() {
        for (const path of walk(folder)) {
          // config.json is replaced at deployment; a stale sibling would win over it.
          if (!compressible.test(path) || path.endsWith('config.json')) continue
          const bytes = readFileSync(path)
          if (bytes.length < worthwhile) continue
          const params = {
            [constants.BROTLI_PARAM_QUALITY]: 11,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          }
          writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
          writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
        }
      },
    },
  }
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? walk(path) : [path]
  })
}
