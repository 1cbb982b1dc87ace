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
  // Practice needs this little of what pages of task definitions share, and none of the rest.
  ['withholder', ['src/core/task-definition/masking/withholder.ts'], /./],
]

/** Where the simulator's code begins: a world of its own that nobody but practice loads. */
const simulated = [
  'simulator/simulator.ts',
  'simulator/adapters/sdk-handler.ts',
  'simulator/scenarios/registry.ts',
  'simulator/faults/registry.ts',
]

/** Options of the bundler's `output.codeSplitting`. `root`: the project's folder. */
export function chunkGroups(root: string) {
  const reached = new Map<string, Set<string>>()
  const reachedFrom = (roots: string[], context: ModuleContext): Set<string> => {
    const key = roots.join()
    const ids =
      reached.get(key) ??
      closure(
        roots.map((path) => `${root}/${path}`),
        context,
      )
    reached.set(key, ids)
    return ids
  }
  const chunkOf = (id: string, context: ModuleContext): string | null =>
    early.find(([, roots, only]) => reachedFrom(roots, context).has(id) && only.test(id))?.[0] ?? null
  // What of AWS's schemas and of hashing the simulator brings along, and later pages of the console may use as well.
  const wireName = (id: string, context: ModuleContext): string | null => {
    const [, what] = /node_modules[\\/](?:@aws-sdk[\\/]client-|@)([\w-]+)/.exec(id) ?? []
    return what !== undefined && reachedFrom(simulated, context).has(id) ? `wire-${what}` : null
  }
  // What the simulator uses too stays out: practice would load all of it for one small piece.
  const laterName = (id: string, context: ModuleContext): string | null =>
    /@(?:aws-sdk|smithy)|messages[\\/]all/.test(id) || reachedFrom(simulated, context).has(id)
      ? null
      : 'later'
  return {
    groups: [
      { debugName: 'early', name: chunkOf, priority: 2, includeDependenciesRecursively: false },
      // Monaco is far larger than all the rest: it must come along with nothing else.
      {
        name: 'editor',
        test: /node_modules[\\/]monaco-editor[\\/](?!esm[\\/]vs[\\/]nls[\\/]lang)/,
        priority: 1,
        includeDependenciesRecursively: false,
      },
      { debugName: 'wire', name: wireName, priority: 1, includeDependenciesRecursively: false },
      {
        debugName: 'later',
        name: laterName,
        minShareCount: 2,
        priority: 0,
        includeDependenciesRecursively: false,
      },
    ],
  }
}

/** The simulator's chunks carry its name: what practice costs is counted apart. */
export function chunkFileName({ moduleIds }: { moduleIds: string[] }): string {
  const ofSimulator = moduleIds.some((id) => /[\\/]simulator[\\/]/.test(id))
  return `assets/${ofSimulator ? 'simulator-' : ''}[name]-[hash].js`
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
