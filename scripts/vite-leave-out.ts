/**
 * Parts of Cloudscape that this console never shows, yet would carry on its first load. AppLayout's drawer of new features (fed by
 * a plugin of AWS's own console) brings a list that can be sorted by dragging, and with it the whole of dnd-kit: 20 KB gzip.
 */
import type { Plugin } from 'vite'

const leftOut: [path: string, instead: string][] = [
  [
    'visual-refresh-toolbar/drawer/feature-notifications-drawer-content.js',
    'export const RuntimeContentPart = () => null\nexport default () => null\n',
  ],
]

/** Fails the build when a part is no longer there: then this list is stale. */
export function leaveOut(): Plugin {
  const met = new Set<string>()
  return {
    name: 'tidegate:leave-out',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const part = leftOut.find(([path]) => id.endsWith(path))
      if (!part) return undefined
      met.add(part[0])
      return part[1]
    },
    generateBundle() {
      for (const [path] of leftOut) {
        if (!met.has(path)) this.error(`Cloudscape no longer has ${path}: correct scripts/vite-leave-out.ts`)
      }
    },
  }
}
