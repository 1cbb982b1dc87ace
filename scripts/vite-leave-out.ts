/**
 * Parts of packages that this console never shows, yet would carry. AppLayout's drawer of new features (fed by a plugin of AWS's
 * own console) brings a list that can be sorted by dragging, and with it the whole of dnd-kit: 20 KB gzip on the first load.
 * Monaco's JSON language brings every feature there is (renames, colours, completions by machines).
 */
import type { Plugin } from 'vite'

/** A file, and what is built instead of its text. */
const leftOut: [path: string, without: (code: string) => string][] = [
  [
    'visual-refresh-toolbar/drawer/feature-notifications-drawer-content.js',
    () => 'export const RuntimeContentPart = () => null\nexport default () => null\n',
  ],
  [
    // widgets/json-editor/features.ts lists those that the console wants.
    'monaco-editor/esm/vs/internal/common/workers.js',
    (code) => code.replaceAll(/^import '\.\.\/\.\.\/editor\/(?:contrib|standalone\/browser)\/.*\n/gm, ''),
  ],
]

/** Fails the build when a part is no longer there: then this list is stale. */
export function leaveOut(): Plugin {
  const met = new Set<string>()
  return {
    name: 'tidegate:leave-out',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const part = leftOut.find(([path]) => id.endsWith(path))
      if (!part) return undefined
      const [path, without] = part
      const rest = without(code)
      if (rest !== code) met.add(path)
      return { code: rest, map: null }
    },
    generateBundle() {
      for (const [path] of leftOut) {
        if (!met.has(path)) this.error(`Nothing was left out of ${path}: correct scripts/vite-leave-out.ts`)
      }
    },
  }
}
