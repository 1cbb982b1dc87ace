/** The house rules: who may import whom, how long files are, and what never appears. Each failure prints the sentence to follow. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, readSource, root, sourceFiles } from '../scripts/source-files.ts'

interface Rule {
  /** Path prefix of the importing files; the longest matching prefix decides. */
  folder: string
  /** Path prefixes of our own that may be imported besides the folder itself. */
  own: string[]
  /** Packages that may be imported: exact names, or a prefix ending in `/`. */
  outside: string[]
}

const react = ['react', 'react-dom', 'react/', 'react-dom/']
const cloudscape = ['@cloudscape-design/']
const query = ['@tanstack/react-query']
const router = ['@tanstack/react-router']
const viewOwn = ['src/lib', 'src/core', 'src/data', 'src/ui', 'src/i18n']
const viewOutside = [...react, ...cloudscape, ...query, ...router]
const features = existsSync(join(root, 'src/features')) ? folderNames() : []

const rules: Rule[] = [
  { folder: 'src/lib', own: [], outside: [] },
  { folder: 'src/config', own: ['src/lib'], outside: ['zod/mini'] },
  { folder: 'src/i18n', own: ['src/lib'], outside: ['intl-messageformat', ...react] },
  {
    folder: 'src/core',
    own: ['src/lib', 'src/i18n/text.ts'],
    outside: ['jsonc-parser', 'yaml', '@noble/hashes/', 'fflate'],
  },
  { folder: 'src/browser', own: ['src/lib'], outside: ['idb'] },
  {
    folder: 'src/auth',
    own: ['src/lib', 'src/config', 'src/browser'],
    outside: ['oauth4webapi', '@aws-sdk/client-cognito-identity', '@aws-sdk/types', '@smithy/types'],
  },
  { folder: 'src/aws', own: ['src/lib', 'src/core'], outside: ['@aws-sdk/', '@smithy/'] },
  {
    folder: 'src/data',
    own: ['src/lib', 'src/core', 'src/aws', 'src/auth', 'src/config', 'src/browser'],
    outside: [...query, ...react],
  },
  { folder: 'src/ui', own: ['src/lib', 'src/i18n'], outside: [...react, ...cloudscape, ...router] },
  { folder: 'src/widgets', own: viewOwn, outside: viewOutside },
  {
    folder: 'src/widgets/metric-chart',
    own: [...viewOwn, 'src/widgets'],
    outside: [...viewOutside, 'recharts'],
  },
  {
    folder: 'src/widgets/json-editor',
    own: [...viewOwn, 'src/widgets'],
    outside: [...viewOutside, 'monaco-editor/'],
  },
  {
    folder: 'src/widgets/graph',
    own: [...viewOwn, 'src/widgets'],
    outside: [...viewOutside, '@xyflow/', '@dagrejs/'],
  },
  ...features.map((name) => ({
    folder: `src/features/${name}`,
    own: [...viewOwn, 'src/widgets'],
    outside: [...viewOutside, 'zod/mini'],
  })),
  { folder: 'src/practice.ts', own: ['src/data/practice.ts', 'src/lib', 'simulator'], outside: [] },
  { folder: 'src/app', own: ['src'], outside: [...viewOutside, 'zod/mini'] },
  { folder: 'src/main.tsx', own: ['src'], outside: [...viewOutside] },
  {
    folder: 'cli',
    own: [
      'src/lib',
      'src/core',
      'src/aws',
      'src/i18n',
      'deploy',
      'simulator/adapters',
      'simulator/simulator.ts',
      'simulator/scenarios',
    ],
    outside: ['node:', 'vite', '@aws-sdk/credential-provider-node'],
  },
  { folder: 'simulator', own: [], outside: ['@aws-sdk/', '@smithy/', '@noble/hashes/'] },
  { folder: 'simulator/world', own: [], outside: ['@aws-sdk/'] },
  { folder: 'simulator/engine', own: ['simulator/world'], outside: ['@aws-sdk/'] },
  {
    folder: 'simulator/operations',
    own: ['simulator/world', 'simulator/engine', 'simulator/operation.ts', 'simulator/identity'],
    outside: ['@aws-sdk/'],
  },
  {
    folder: 'simulator/scenarios',
    own: ['simulator/world', 'simulator/engine'],
    outside: ['@aws-sdk/', '@noble/hashes/'],
  },
  {
    folder: 'simulator/adapters/node-server.ts',
    own: ['simulator'],
    outside: ['node:', '@aws-sdk/', '@smithy/'],
  },
  { folder: 'deploy', own: [], outside: ['aws-cdk-lib', 'cdk-nag'] },
  {
    folder: 'e2e',
    own: ['simulator/control', 'simulator/scenarios', 'scripts/browser.ts', 'cli/site.ts'],
    outside: ['@playwright/test', '@axe-core/playwright', '@aws-sdk/', 'node:'],
  },
  // What only a browser's XML parser can show is asked of the console's own reading and writing, without its screens.
  { folder: 'e2e/pages', own: ['src/lib', 'src/core', 'src/aws'], outside: [] },
  {
    folder: 'e2e/xml-round-trip.e2e.ts',
    own: ['e2e', 'src/core/cutover/fixtures'],
    // It builds its page for the browser, where other files of the SDK are taken than in Node.
    outside: ['@playwright/test', 'vite', 'node:'],
  },
  {
    folder: 'bench',
    own: ['simulator/control', 'simulator/scenarios', 'scripts/browser.ts', 'e2e', 'src/core'],
    outside: ['@playwright/test', '@aws-sdk/', 'node:'],
  },
]

/** Packages that only the listed folders may name. */
const onlyIn: Record<string, string[]> = {
  '@aws-sdk/': ['src/aws', 'src/auth', 'cli', 'simulator', 'e2e', 'bench'],
  recharts: ['src/widgets/metric-chart'],
  'monaco-editor/': ['src/widgets/json-editor'],
  '@xyflow/': ['src/widgets/graph'],
  '@dagrejs/': ['src/widgets/graph'],
  idb: ['src/browser'],
}

const testExtras = [
  'vitest',
  'fast-check',
  'happy-dom',
  'node:',
  '@aws-sdk/',
  '@smithy/',
  'oauth4webapi',
  'react-dom/',
  ...react,
  ...query,
]
const testOwn = ['simulator', 'scripts', 'deploy', 'src/i18n']
const everything = ['src', 'simulator', 'cli', 'deploy', 'e2e', 'bench'].filter((folder) =>
  existsSync(join(root, folder)),
)
const files = sourceFiles(everything)
/** Folders that only tests import. */
const testFolders = [
  'src/core/cutover/fixtures',
  'src/core/cutover/interleaving',
  'src/core/task-definition/testing',
  'src/aws/dns/testing',
  'src/aws/testing',
  'src/data/cutover/testing',
]
const isTest = (file: string): boolean =>
  /\.test\.tsx?$/.test(file) || testFolders.some((folder) => within(file, folder))

function folderNames(): string[] {
  return [...new Set(sourceFiles(['src/features']).map((file) => file.split('/')[2] ?? ''))]
}

function within(file: string, prefix: string): boolean {
  return file === prefix || file.startsWith(`${prefix}/`)
}

function allowedOutside(source: string, list: string[]): boolean {
  return list.some((name) =>
    name.endsWith('/') || name.endsWith(':') ? source.startsWith(name) : source === name,
  )
}

function ruleFor(file: string): Rule | undefined {
  return rules
    .filter((rule) => within(file, rule.folder))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0]
}

function violations(file: string): string[] {
  const rule = ruleFor(file)
  if (!rule)
    return file === 'src/architecture.test.ts'
      ? []
      : [`${file}: no import rule covers it; add its folder to the table`]
  const own = isTest(file) ? [...rule.own, ...testOwn] : rule.own
  const outside = isTest(file) ? [...rule.outside, ...testExtras] : rule.outside
  return importsOf(file).flatMap((line) => {
    const target = line.file
    if (target !== undefined) {
      const fine = within(target, rule.folder) || own.some((prefix) => within(target, prefix))
      return fine
        ? []
        : [`${file} imports ${target}: ${rule.folder} may import only ${own.join(', ') || 'itself'}`]
    }
    return allowedOutside(line.source, outside)
      ? []
      : [`${file} imports ${line.source}: ${rule.folder} may use only ${outside.join(', ') || 'no package'}`]
  })
}

describe('import rules', () => {
  it('every import goes to the left: lib → core → aws → data → widgets → features → app', () => {
    expect(files.flatMap(violations)).toEqual([])
  })

  it('names each outside thing in its listed folders only', () => {
    const found = files
      .filter((file) => !isTest(file))
      .flatMap((file) =>
        importsOf(file).flatMap((line) =>
          Object.entries(onlyIn)
            .filter(
              ([name, folders]) =>
                allowedOutside(line.source, [name]) && !folders.some((folder) => within(file, folder)),
            )
            .map(([name]) => `${file} names ${name}`),
        ),
      )
    expect(found).toEqual([])
  })

  it('reaches the simulator from src by dynamic import in practice.ts only', () => {
    const found = files
      .filter((file) => file.startsWith('src/') && !isTest(file))
      .flatMap((file) =>
        importsOf(file)
          .filter(
            (line) =>
              line.file?.startsWith('simulator/') &&
              !(file === 'src/practice.ts' && (line.dynamic || line.typeOnly)),
          )
          .map((line) => `${file} imports ${line.source}`),
      )
    expect(found).toEqual([])
  })

  it('has no barrels: an index file is a registry or does not exist', () => {
    expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([])
  })
})

describe('sizes', () => {
  const lengths = files
    .filter((file) => !isTest(file) && !/^(e2e|bench)\//.test(file))
    .map((file) => readSource(file).split('\n').length)
    .toSorted((a, b) => a - b)
  const at = (share: number): number => lengths[Math.floor(lengths.length * share)] ?? 0

  it('keeps the median file at 85 lines or fewer', () => {
    expect(at(0.5)).toBeLessThanOrEqual(85)
  })

  it('keeps nine files in ten at 250 lines or fewer', () => {
    expect(at(0.9)).toBeLessThanOrEqual(250)
  })
})

describe('clock and chance', () => {
  it('reads the wall clock in lib/clock.ts only, so that everything else can be tested at any time', () => {
    const found = files.filter(
      (file) =>
        file.startsWith('src/') &&
        !isTest(file) &&
        file !== 'src/lib/clock.ts' &&
        /\bDate\.now\(\)|new Date\(\)/.test(readSource(file)),
    )
    expect(found).toEqual([])
  })

  it('draws no unseeded randomness in the simulator', () => {
    const found = files.filter(
      (file) => file.startsWith('simulator/') && !isTest(file) && /Math\.random\(/.test(readSource(file)),
    )
    expect(found).toEqual([])
  })
})

describe('one name per thing', () => {
  it('has no dumping grounds', () => {
    expect(files.filter((file) => /\/(utils?|helpers?|common|types)\.tsx?$/.test(file))).toEqual([])
  })
})
