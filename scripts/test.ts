/** The test command: runs every check in order, stops at the first that fails, and closes with the number of tests. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBrowser } from './browser.ts'

const steps: [name: string, script: string][] = [
  ['types', 'types'],
  ['lint', 'lint'],
  ['format', 'format:check'],
  ['unused exports', 'unused'],
  ['schema is current', 'schema:check'],
  ['unit tests', 'unit'],
  ['build', 'build'],
  ['end-to-end tests', 'e2e'],
]

interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface E2eReport {
  stats: { expected: number; flaky: number; unexpected: number; skipped: number }
}

const reports = 'test-results'

function main(): number {
  // Vite, which loaded us, takes every process for a development one: the site would be built with the slow React that developers get.
  delete process.env.NODE_ENV
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  process.env.CHROMIUM_PATH = ensureBrowser()
  console.log(`browser: ${process.env.CHROMIUM_PATH}`)
  const times: string[] = []
  let failed: string | undefined
  for (const [name, script] of steps) {
    const started = performance.now()
    console.log(`\n=== ${name}`)
    const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' })
    times.push(`${name.padEnd(18)}${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s`)
    if (status !== 0) {
      failed = name
      break
    }
  }
  console.log(`\n${times.join('\n')}\n`)
  if (failed) console.log(`stopped: ${failed} failed`)
  const { flaky = 0 } = read<E2eReport>('e2e.json')?.stats ?? {}
  if (flaky > 0) console.log(`${flaky} end-to-end tests passed only at the second attempt`)
  const counts = add(unitCounts(), e2eCounts())
  console.log(`Tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return failed ? 1 : 0
}

function unitCounts(): Counts {
  const report = read<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>(
    'unit.json',
  )
  return report
    ? { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests }
    : { passed: 0, failed: 0, skipped: 0 }
}

function e2eCounts(): Counts {
  const report = read<E2eReport>('e2e.json')
  if (!report) return { passed: 0, failed: 0, skipped: 0 }
  const { expected, flaky, unexpected, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected, skipped }
}

function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

function read<T>(name: string): T | undefined {
  const path = `${reports}/${name}`
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined
}

try {
  process.exitCode = main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
