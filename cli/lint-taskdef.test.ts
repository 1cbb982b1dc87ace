/** The command line of the linter: formats, exit codes, and a service that the simulator answers over HTTP. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer, type SimulatorServer } from '../simulator/adapters/node-server.ts'
import { createSimulator } from '../simulator/simulator.ts'
import type { Outside } from './cutover-outside.ts'
import { lintTaskdef } from './lint-command.ts'
import { readLintOptions } from './lint-options.ts'
import { sarifReport } from './lint-sarif.ts'
import { UsageError } from './options.ts'

const simulator = createSimulator({ clock: 'manual', scenario: 'demo' })
let server: SimulatorServer
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidegate-lint-'))
  server = await startServer((request) => simulator.handle(request), 0)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})
afterEach(() => {
  vi.unstubAllEnvs()
})

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  return path
}

async function run(...words: string[]): Promise<{ code: number; said: string; complained: string }> {
  const said: string[] = []
  const complained: string[] = []
  const outside: Outside = {
    environment: { AWS_ENDPOINT_URL: server.url },
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    sleep: () => Promise.resolve(),
  }
  const code = await lintTaskdef(words, outside)
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

/** Nothing to say about it but how logs are written. */
const good = {
  family: 'web',
  networkMode: 'bridge',
  requiresCompatibilities: ['EC2'],
  containerDefinitions: [
    { name: 'web', image: 'nginx:1.29', memory: 128, portMappings: [{ containerPort: 8080, hostPort: 0 }] },
  ],
}
const misspelt = { ...good, Family: 'web', family: undefined, cpus: '256', revision: 7 }

describe('formats', () => {
  it('says nothing bad about what is good', async () => {
    const { code, said } = await run(file('good.json', good))
    expect([code, said]).toEqual([0, '1 file: 0 errors, 0 warnings, 0 to know'])
  })

  it('writes lines as compilers do', async () => {
    const path = file('misspelt.json', misspelt)
    const { code, said } = await run(path)
    expect(code).toBe(1)
    expect(said.split('\n')).toEqual([
      `${path}: cleaned first: key-case, read-only`,
      `${path}:20:3: error unknown-member: cpus: ECS knows no member cpus here; cpu is the nearest it knows. [Rename cpus to cpu]`,
      '1 file: 1 error, 0 warnings, 0 to know',
    ])
  })

  it('writes JSON: what was cleaned, and what was found after or before it', async () => {
    const path = file('misspelt.json', misspelt)
    const cleaned: unknown = JSON.parse((await run('--format', 'json', path)).said)
    expect(cleaned).toMatchObject([
      {
        file: path,
        parse: { ok: true, kind: 'definition', reading: 'strict', problems: [] },
        cleaned: [
          { id: 'key-case', path: 'Family' },
          { id: 'read-only', path: 'revision' },
        ],
        findings: [
          {
            rule: 'unknown-member',
            severity: 'error',
            path: 'cpus',
            line: 20,
            column: 3,
            fix: { safe: false },
          },
        ],
      },
    ])
    const asIs = JSON.parse((await run('--as-is', '--format=json', path)).said) as {
      cleaned: unknown[]
      findings: { rule: string; path: string }[]
    }[]
    expect(asIs[0]?.cleaned).toEqual([])
    expect(asIs[0]?.findings.map(({ rule, path: at }) => `${rule} ${at}`)).toEqual(
      expect.arrayContaining(['missing-required ', 'unknown-member Family', 'unknown-member revision']),
    )
  })

  it('writes SARIF with rules, levels and regions', async () => {
    const { code, said } = await run(
      '--format',
      'sarif',
      file('misspelt.json', misspelt),
      file('broken.json', '{'),
    )
    const { version, runs } = JSON.parse(said) as {
      version: string
      runs: {
        tool: { driver: { rules: { id: string }[] } }
        results: { ruleId: string; level: string; locations: object[] }[]
      }[]
    }
    expect([code, version]).toEqual([1, '2.1.0'])
    const ids = runs[0]?.tool.driver.rules.map(({ id }) => id) ?? []
    expect(new Set(ids).size).toBe(ids.length)
    const results = runs[0]?.results ?? []
    expect(results.every(({ ruleId }) => ids.includes(ruleId))).toBe(true)
    expect(results).toMatchObject([
      {
        ruleId: 'unknown-member',
        level: 'error',
        locations: [{ physicalLocation: { region: { startLine: 20, startColumn: 3 } } }],
      },
      {
        ruleId: 'unreadable',
        level: 'error',
        locations: [{ physicalLocation: { region: { startLine: 1 } } }],
      },
    ])
  })

  it('names a relative file by a reference that is one, whatever its name', () => {
    const problem = { line: 1, column: 1, offset: 0, length: 1, message: { text: { en: 'x', ko: 'x' } } }
    const read = { kind: 'unreadable', reading: 'none' } as const
    const report = { ...read, file: 'a/b #1:c.json', problems: [problem], cleaned: [], findings: [] }
    expect(sarifReport([report])).toContain('"uri": "a/b%20%231%3Ac.json"')
  })
})

it.each([
  ['strict', JSON.stringify(good)],
  ['decoded', `\uFEFF${JSON.stringify(good)}`],
  ['jsonc', `${JSON.stringify(good)} // web`],
  ['cleaned', `$ cat web.json\n${JSON.stringify(good)}`],
  ['none', '{ web }'],
])('says that a file is read: %s', async (reading, content) => {
  const [report] = JSON.parse((await run('--format', 'json', file('read.json', content))).said) as [
    { parse: { reading: string; ok: boolean } },
  ]
  expect(report.parse).toMatchObject({ reading, ok: reading !== 'none' })
})

describe('what cannot be linted', () => {
  it('refuses a file with line and column', async () => {
    const path = file('broken.json', '{\n  "family": "web"\n')
    const { code, said } = await run(path)
    expect(code).toBe(1)
    expect(said).toContain(`${path}:3:1: refused: A closing } is missing.`)
    expect(said).toContain('; 1 refused')
  })

  it('as it is, takes only what is a definition in JSON', async () => {
    const path = file('web.yaml', 'taskDefinition:\n  family: web\n')
    expect((await run('--as-is', path)).said).toContain(`${path}:1:1: refused`)
    expect((await run(path)).said).toContain('cleaned first: yaml, wrapped')
  })

  it('sends Compose files elsewhere', async () => {
    const { code, said } = await run(file('compose.yml', 'services:\n  web:\n    image: nginx\n'))
    expect([code, said.includes('not-a-definition')]).toEqual([1, true])
  })

  it('says what is wrong with the question', async () => {
    expect(await run(join(folder, 'nowhere.json'))).toMatchObject({ code: 2, said: '' })
    expect((await run('--format', 'xml', 'x.json')).complained).toBe(
      '--format is one of text, json, sarif; not xml',
    )
    expect((await run()).complained).toContain('FILES…')
    expect((await run('--service', 'shop/web', file('good.json', good))).complained).toContain('Region')
  })
})

describe('the chosen target', () => {
  it('asks AWS about the service, and holds the definition against it', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = simulator.control.load({ scenario: 'demo' })
    vi.stubEnv('AWS_ACCESS_KEY_ID', accessKeyId)
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', secretAccessKey)
    vi.stubEnv('AWS_SESSION_TOKEN', sessionToken)
    const path = file('good.json', good)
    const words = ['--format', 'json', '--region', 'ap-northeast-2', path]
    const rulesOf = async (...more: string[]): Promise<string[]> => {
      const [report] = JSON.parse((await run(...more, ...words)).said) as { findings: { rule: string }[] }[]
      return report?.findings.map(({ rule }) => rule) ?? []
    }
    expect(await rulesOf()).not.toContain('R1.10')
    expect(await rulesOf('--service', 'platform/web')).toContain('R1.10')
    // The database beside it has the port.
    const [container] = good.containerDefinitions
    const portMappings = [{ containerPort: 3306, hostPort: 3306 }]
    const beside = file('beside.json', { ...good, containerDefinitions: [{ ...container, portMappings }] })
    const besideIt = [
      '--format',
      'json',
      '--region',
      'ap-northeast-2',
      '--service',
      'commerce/storefront',
      beside,
    ]
    expect((await run(...besideIt)).said).toContain('R1.8')
    expect((await run('--service', 'platform/nobody', ...words)).code).toBe(2)
  })

  it('takes a launch type without asking anybody', async () => {
    const { said } = await run('--launch-type', 'FARGATE', '--format', 'json', file('good.json', good))
    expect(said).toContain('"rule": "R2')
  })
})

describe('options', () => {
  it('reads all of them, in any order', () => {
    const words =
      'a.json --service=arn:aws:ecs:us-east-1:111122223333:service/shop/web --as-is - --region us-east-1'
    expect(readLintOptions(words.split(' '))).toEqual({
      format: 'text',
      asIs: true,
      files: ['a.json', '-'],
      service: { cluster: 'shop', name: 'web' },
      region: 'us-east-1',
    })
  })

  it.each([
    '--service web x.json',
    '--format',
    '--launch-type LAMBDA x.json',
    '--nothing x.json',
    '-h',
    '--region --as-is',
  ])('refuses %s', (line) => {
    expect(() => readLintOptions(line.split(' '))).toThrow(UsageError)
  })
})

it('runs as a command, and reads the standard input', () => {
  const { status, stdout } = spawnSync('node', ['scripts/run.mjs', 'cli/lint-taskdef.ts', '-'], {
    input: JSON.stringify(misspelt),
    encoding: 'utf8',
  })
  expect([status, stdout.includes('error unknown-member: cpus')]).toEqual([1, true])
})
