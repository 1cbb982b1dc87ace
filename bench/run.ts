/** `npm run bench`: how fast the console opens and filters 5,000 services, what it transfers, how soon the editor can be used, how fast it plans a cutover, and what watching one costs. Prints a table, writes bench/out/latest.json. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { browserFlags, ensureBrowser } from '../scripts/browser.ts'
import { cutoverRows } from './cutover.ts'
import { editorRows } from './editor.ts'
import { lintRows } from './linting.ts'
import { type Opening, filter, fleetPath, open } from './page.ts'
import { planningRows } from './planning.ts'
import { type Servers, startServers } from './servers.ts'
import { signIn } from './sign-in.ts'
import { type Row, measured, printTable } from './table.ts'

const runs = Number(process.env.BENCH_RUNS ?? 5)
const slow = 4
const window = { viewport: { width: 1440, height: 900 }, locale: 'en-US' }
const kb = (bytes: number): number => bytes / 1000

async function main(): Promise<void> {
  const servers = await startServers()
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags })
  try {
    const rows = [
      ...(await overHttp(browser, servers)),
      ...(await inPractice(browser, servers)),
      ...planningRows(),
      ...lintRows(),
      ...(await editorRows(browser, servers, { runs, slow })),
      ...(await cutoverRows(browser)),
    ]
    printTable(rows)
    mkdirSync('bench/out', { recursive: true })
    writeFileSync('bench/out/latest.json', `${JSON.stringify({ runs, slow, rows }, null, 2)}\n`)
  } finally {
    await browser.close()
    servers.stop()
  }
}

/**
 * ms to the first row for somebody who was here before, in a profile on disk: only there does a browser keep compiled code
 * from one opening to the next (it writes it at the second), as it does for everybody who opens the console twice.
 */
async function openAgain(origin: string): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'tidegate-bench-'))
  const options = { executablePath: ensureBrowser(), args: browserFlags, ...window }
  const context = await chromium.launchPersistentContext(profile, options)
  try {
    await signIn(context, origin)
    for (let before = 0; before < 2; before += 1) {
      const { page } = await open(context, origin + fleetPath, { slow, emptyCache: false })
      await page.close()
    }
    return (await open(context, origin + fleetPath, { slow, emptyCache: false })).firstRow
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

/** Signed in beforehand, so that an opening is what a person sees in the morning: one silent redirect, then the rows. */
async function overHttp(browser: Browser, servers: Servers): Promise<Row[]> {
  const cold: number[] = []
  const warm: number[] = []
  let calls: string[] = []
  const filtering: { keystrokes: number[]; applied: number[] } = { keystrokes: [], applied: [] }
  let brotli: Opening | undefined
  let gzip: Opening | undefined
  for (let run = 0; run < runs; run += 1) {
    const { origin, key } = await servers.load('big-fleet')
    const context = await browser.newContext(window)
    await signIn(context, origin)
    const startedAt = Date.now()
    const first = await open(context, origin + fleetPath, { slow, encoding: 'br', emptyCache: true })
    calls = await servers.calls(key, startedAt, startedAt + first.inserted)
    brotli = first
    cold.push(first.firstRow)
    const typed = await filter(first.page, 'web')
    filtering.keystrokes.push(...typed.keystrokes)
    filtering.applied.push(typed.applied)
    await first.page.close()
    warm.push(await openAgain(origin))
    if (run === 0) {
      const plain = await open(context, origin + fleetPath, { slow, encoding: 'gzip', emptyCache: true })
      gzip = plain
      await plain.page.close()
    }
    await context.close()
  }
  return [
    measured('HTTP: first service row, cold', cold, 2600),
    measured('HTTP: first service row, warm', warm, 2000),
    ...callRows(calls),
    measured('HTTP: filter keystroke to paint, median', filtering.keystrokes, 100),
    measured('HTTP: filter applied to painted rows', filtering.applied, 400),
    ...transferRows('HTTP, gzip', gzip, 550, 440),
    ...transferRows('HTTP, brotli 11', brotli, 450, undefined),
  ]
}

async function inPractice(browser: Browser, servers: Servers): Promise<Row[]> {
  const cold: number[] = []
  const warm: number[] = []
  const filtering: { keystrokes: number[]; applied: number[] } = { keystrokes: [], applied: [] }
  let gzip: Opening | undefined
  const address = `${servers.web}${fleetPath}?practice=big-fleet`
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext(window)
    const first = await open(context, address, { slow, encoding: 'gzip', emptyCache: true })
    gzip = first
    cold.push(first.firstRow)
    const typed = await filter(first.page, 'web')
    filtering.keystrokes.push(...typed.keystrokes)
    filtering.applied.push(typed.applied)
    await first.page.close()
    const second = await open(context, address, { slow, emptyCache: false })
    warm.push(second.firstRow)
    await context.close()
  }
  return [
    measured('Practice: first service row, cold', cold),
    measured('Practice: first service row, warm', warm),
    measured('Practice: filter keystroke to paint, median', filtering.keystrokes, 100),
    measured('Practice: filter applied to painted rows', filtering.applied, 400),
    ...transferRows('Practice, gzip', gzip, 550, 440),
  ]
}

function callRows(calls: string[]): Row[] {
  const count = (name: string): number => calls.filter((call) => call === name).length
  const others = calls.filter((call) => call.startsWith('ecs:')).length
  return [
    {
      what: 'HTTP: ListServices before the first rows',
      measured: count('ecs:ListServices'),
      unit: 'calls',
      limit: 1,
    },
    {
      what: 'HTTP: DescribeServices before the first rows',
      measured: count('ecs:DescribeServices'),
      unit: 'calls',
      limit: 5,
    },
    { what: 'HTTP: all ECS calls before the first rows', measured: others, unit: 'calls', limit: 6 },
  ]
}

function transferRows(
  name: string,
  opening: Opening | undefined,
  all: number,
  script: number | undefined,
): Row[] {
  if (!opening) return []
  const { transfer } = opening
  return [
    { what: `${name}: first load in all`, measured: kb(transfer.total), unit: 'KB', limit: all },
    {
      what: `${name}: JavaScript`,
      measured: kb(transfer.script),
      unit: 'KB',
      ...(script ? { limit: script } : {}),
    },
    { what: `${name}: style sheets`, measured: kb(transfer.style), unit: 'KB' },
    { what: `${name}: fonts`, measured: kb(transfer.font), unit: 'KB' },
    { what: `${name}: the simulator's chunks, apart`, measured: kb(transfer.simulator), unit: 'KB' },
    { what: `${name}: requests`, measured: transfer.requests, unit: 'calls' },
  ]
}

await main()
