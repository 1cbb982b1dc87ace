/**
 * Few requests on the first load, and nothing in it that it does not need: what opens the page, the AWS client code (which
 * signing in waits for), and everything up to the first rows are one chunk each; what several later pages share is another.
 */
interface ModuleContext {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null
}

/** Where the code of each early chunk begins; a module belongs to the first chunk that reaches it. */
const early: [chunk: string, roots: string[], only: RegExp][] = [
  ['open', ['src/main.tsx'], /./],
  // Whatever else uses a piece of it takes it from here: signing in waits for nothing that is shared.
  ['sign-in', ['src/auth/hosted-sign-in.ts'], /./],
  [
    'aws',
    ['src/app/start.tsx', 'src/auth/credentials.ts', 'src/features/services/ServicesPage.tsx'],
    /node_modules[\\/]@(?:aws-sdk|smithy|aws-crypto|aws)[\\/]/,
  ],
  [
    'first-rows',
    [
      'src/app/start.tsx',
      'src/features/clusters/ClusterLayoutPage.tsx',
      'src/features/services/ServicesPage.tsx',
    ],
    /./,
  ],
]

/** Options of the bundler's `output.codeSplitting`. `root`: the project's folder. */
export function chunkGroups(root: string) {
  const reached = new Map<string, Set<string>>()
  const chunkOf = (id: string, context: ModuleContext): string | null =>
    early.find(([chunk, roots, only]) => {
      let ids = reached.get(chunk)
      if (!ids) {
        ids = closure(
          roots.map((path) => `${root}/${path}`),
          context,
        )
        reached.set(chunk, ids)
      }
      return ids.has(id) && only.test(id)
    })?.[0] ?? null
  return {
    groups: [
      { debugName: 'early', name: chunkOf, priority: 2, includeDependenciesRecursively: false },
      {
        name: 'later',
        // The simulator is a world of its own: nobody but practice loads it.
        test: (id: string) => !/[\\/]simulator[\\/]|@(?:aws-sdk|smithy)|messages[\\/]all/.test(id),
        minShareCount: 2,
        priority: 1,
        includeDependenciesRecursively: false,
      },
    ],
  }
}

/** The simulator's chunks carry its name: what practice costs is counted apart. */
export function chunkFileName({ moduleIds }: { moduleIds: string[] }): string {
  const simulated = moduleIds.some((id) => /[\\/]simulator[\\/]/.test(id))
  return `assets/${simulated ? 'simulator-' : ''}[name]-[hash].js`
}

/** Modules that `roots` import statically, however deep. */
function closure(roots: string[], context: ModuleContext): Set<string> {
  const seen = new Set<string>()
  const queue = [...roots]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    queue.push(...(context.getModuleInfo(id)?.importedIds ?? []))
  }
  return seen
}
