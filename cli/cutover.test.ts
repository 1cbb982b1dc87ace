/** The command line against the simulator over HTTP: what others have begun is looked at, put back and cleaned up. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type SimulatorServer, startServer } from '../simulator/adapters/node-server.ts'
import { createSimulator, type Simulator } from '../simulator/simulator.ts'
import type { World } from '../simulator/world/world.ts'
import type { Aws } from '../src/aws/context.ts'
import type { CutoverPorts } from '../src/aws/cutover/perform.ts'
import { CutoverRunner } from '../src/aws/cutover/runner.ts'
import { verbatim } from '../src/core/cutover/fixtures/compare.ts'
import { cryptoChance, nonce } from '../src/core/cutover/identifiers.ts'
import { plannedRun } from '../src/core/cutover/machine.ts'
import { cutoverNames } from '../src/core/cutover/names.ts'
import { makePlan, planFromSnapshot } from '../src/core/cutover/plan.ts'
import { readClaim } from '../src/core/cutover/claim.ts'
import { defaultParams } from '../src/core/cutover/params.ts'
import { rollbackFile, rollbackFileText } from '../src/core/cutover/rollback-file.ts'
import { readRollbackFile } from '../src/core/cutover/rollback-file-read.ts'
import type { Run } from '../src/core/cutover/run.ts'
import type { RecordSet } from '../src/core/dns/record-set.ts'
import { serverNow } from '../src/lib/clock.ts'
import { cutover } from './cutover-command.ts'
import { readCutoverOptions } from './cutover-options.ts'
import { connect, type Outside } from './cutover-outside.ts'
import { sleepUntil } from './cutover-run.ts'

let simulator: Simulator
let server: SimulatorServer
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidegate-cutover-'))
  simulator = createSimulator({ clock: 'manual', scenario: 'mid-cutover' })
  server = await startServer((request) => simulator.handle(request), 0)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

/** A world of its own, whose time passes while the command waits. */
function stage(scenario: 'mid-cutover' | 'migration' | World, answer?: string) {
  const request = typeof scenario === 'string' ? { scenario } : { state: scenario }
  const { accessKeyId, secretAccessKey, sessionToken, world: key } = simulator.control.load(request)
  vi.stubEnv('AWS_ACCESS_KEY_ID', accessKeyId)
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secretAccessKey)
  vi.stubEnv('AWS_SESSION_TOKEN', sessionToken)
  // This computer's clock is right, and moves with the world's.
  vi.useFakeTimers({
    toFake: ['Date'],
    now: simulator.control.world({ key }).now,
    shouldAdvanceTime: true,
  })
  const said: string[] = []
  const complained: string[] = []
  const outside: Outside = {
    environment: { AWS_REGION: 'ap-northeast-2', AWS_ENDPOINT_URL: server.url },
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    ask: answer === undefined ? undefined : () => Promise.resolve(answer),
    sleep: (ms) => {
      simulator.control.advance({ key, duration: `PT${ms / 1000}S` })
      vi.setSystemTime(simulator.control.world({ key }).now)
      return Promise.resolve()
    },
  }
  const publicZone = () => {
    const zones = Object.values(simulator.control.world({ key }).dns.hostedZones)
    const zone = zones.find(({ privateZone }) => !privateZone)
    if (!zone) throw new Error('No zone')
    return zone
  }
  const records = (): RecordSet[] => publicZone().records as RecordSet[]
  return {
    key,
    outside,
    records,
    zone: { id: publicZone().id, name: publicZone().name },
    at: (name: string): RecordSet[] =>
      records().filter(({ Name, Type }) => Name === name && ['A', 'AAAA', 'CNAME'].includes(Type)),
    claim: (name: string) =>
      records()
        .filter(({ Name }) => Name === cutoverNames(name, 'example.com.').claim)
        .map(readClaim)[0],
    run: async (line: string): Promise<{ code: number; said: string; complained: string }> => {
      said.length = 0
      complained.length = 0
      const code = await cutover(line.split(' '), outside)
      return { code, said: said.join('\n'), complained: complained.join('\n') }
    },
  }
}

/** Takes a cutover to a state as the console would, and lets go of it. */
function forward(run: Run, to: number, { aws, outside }: { aws: Aws; outside: Outside }): Promise<Run> {
  return new Promise((done, reject) => {
    const ports: CutoverPorts = {
      aws,
      now: serverNow,
      nonce: () => nonce(cryptoChance),
      sleepUntil: (time, signal) => sleepUntil(outside, time, signal),
      store: () => Promise.resolve(),
      verify: () => Promise.resolve(true),
    }
    const runner = new CutoverRunner(run, ports, reject)
    runner.subscribe(() => {
      const { phase, intent, wanted } = runner.get()
      if (intent || wanted || (phase.at !== 'ready' && phase.at !== 'gate')) return
      if (phase.state === to) {
        runner.stop()
        done(runner.get())
      } else queueMicrotask(() => runner.command({ kind: 'next', checksPassed: true }))
    })
    runner.command({ kind: 'start' })
  })
}

const plainAddress = (Name: string, TTL: number, Value: string): RecordSet => ({
  Name,
  Type: 'A',
  TTL,
  ResourceRecords: [{ Value }],
})

describe('status', () => {
  it('says of every cutover in a zone where it stands and what the way back is', async () => {
    const { run, zone } = stage('mid-cutover')
    const { code, said } = await run(`status --zone ${zone.id}`)
    expect(code).toBe(0)
    expect(said).toMatch(
      /www\.example\.com {2}cutover \w{26} in zone Z\w+ \(example\.com\)\n {2}active at state 4 of 7 \(w25\)/,
    )
    expect(said).toContain('  The way back: rollback www.example.com')
    expect(said).toMatch(
      /Somebody has edited the live records:\n {4}- example\.com\. A SetIdentifier=ecs-\w+ Weight=50 /,
    )
    expect(said).toContain('No live record was changed. To give it up: rollback media.example.com')
    expect(said).toContain('done at state 6 of 6 (final)')
    expect(said).toMatch(/Everything is back\. From \S+ on: cleanup app\.example\.com/)
    expect(said).toMatch(/_cutover-\w{16}\.example\.com: active at state 1; the snapshot is not in the zone/)
    expect(said).toContain('the snapshot is damaged')
    expect(said).toContain('written by another release')
  })

  it('says of one hostname that nothing stands there', async () => {
    const { run } = stage('migration')
    expect(await run('status shop.example.com')).toMatchObject({
      code: 0,
      said: expect.stringContaining('no cutover stands in the zone') as string,
    })
    const zoneLine = await run(`status --zone ${stage('migration').zone.id}`)
    expect(zoneLine.said).toMatch(/^No cutover stands in zone Z\w+ \(example\.com\)$/)
  })
})

describe('rollback', () => {
  it('puts a hostname back, and says each step until every name server has it', async () => {
    const { run, at, claim } = stage('mid-cutover')
    const { code, said } = await run('rollback www.example.com --yes')
    expect(code).toBe(0)
    expect(at('www.example.com.')).toEqual([plainAddress('www.example.com.', 3600, '203.0.113.10')])
    expect(claim('www.example.com.')).toMatchObject({
      claim: { status: 'rolledback', highest: 4, generation: 6 },
    })
    expect(said).toMatch(
      /Sending: tidegate cutover \w+ rollback\n.*AWS has taken it: change C\d+\n.*All name servers have it\nEverything is back/,
    )
    expect(said).toContain('  + www.example.com. A TTL=3600 203.0.113.10')
    expect(said).toContain('Clients follow within 1 min.')
  })

  it('asks before, and takes no other answer than the hostname', async () => {
    const first = stage('mid-cutover', 'yes')
    const before = verbatim(first.records())
    expect(await first.run('rollback www.example.com')).toMatchObject({
      code: 1,
      complained: 'Nothing was changed.',
    })
    expect(verbatim(first.records())).toEqual(before)
    const nobody = stage('mid-cutover')
    expect((await nobody.run('rollback www.example.com')).complained).toContain('--yes goes on without')
    const second = stage('mid-cutover', ' www.example.com ')
    expect((await second.run('rollback www.example.com')).code).toBe(0)
  })

  it('overwrites an edit only when it was told to', async () => {
    const { run, at, records } = stage('mid-cutover')
    const before = verbatim(records())
    const refused = await run('rollback example.com --yes')
    expect(refused).toMatchObject({
      code: 1,
      complained: 'Nothing was changed. To give up the edits shown above: --discard-edits',
    })
    expect(verbatim(records())).toEqual(before)
    expect((await run('rollback example.com --yes --discard-edits')).code).toBe(0)
    expect(at('example.com.')).toEqual([plainAddress('example.com.', 300, '203.0.113.11')])
  })

  it('gives up what never moved, and has nothing to do where all is back', async () => {
    const { run, claim, records } = stage('mid-cutover')
    const live = verbatim(records().filter(({ Name }) => Name === 'media.example.com.'))
    const { code, said } = await run('rollback media.example.com --yes')
    expect([code, said]).toEqual([
      0,
      expect.stringContaining('Given up. No record of media.example.com was ever changed.'),
    ])
    expect(verbatim(records().filter(({ Name }) => Name === 'media.example.com.'))).toEqual(live)
    expect(claim('media.example.com.')).toMatchObject({ claim: { status: 'rolledback', highest: 0 } })
    const again = await run('rollback app.example.com --yes')
    expect([again.code, again.said]).toEqual([0, expect.stringContaining('Everything is back.')])
    expect(again.said).not.toContain('Sending')
  })

  it('says what AWS says when it may not write, and comes back with 2', async () => {
    const { run, key, records } = stage('mid-cutover')
    simulator.control.fault({
      key,
      kind: 'deny',
      match: { service: 'route53', operation: 'ChangeResourceRecordSets' },
    })
    const before = verbatim(records())
    const { code, said } = await run('rollback www.example.com --yes')
    expect([code, said]).toEqual([2, expect.stringContaining('AWS refuses: AccessDenied')])
    expect(verbatim(records())).toEqual(before)
  })

  it('finds out what became of a write whose answer was lost', async () => {
    const { run, key, at } = stage('mid-cutover')
    const match = { service: 'route53', operation: 'ChangeResourceRecordSets' }
    simulator.control.fault({ key, kind: 'reset-after', match, times: 1 })
    const { code, said } = await run('rollback www.example.com --yes')
    expect([code, said]).toEqual([0, expect.stringContaining('Reading what became of it')])
    expect(at('www.example.com.')).toEqual([plainAddress('www.example.com.', 3600, '203.0.113.10')])
  })

  it('needs the file of a colleague whose snapshot is not in the zone, and of the right hostname', async () => {
    const { run, at, claim, zone } = stage('mid-cutover')
    expect((await run('rollback search.example.com --yes')).complained).toContain(
      'Bring the rollback file with --file',
    )
    const seen = claim('search.example.com.')
    const id = seen && 'claim' in seen ? seen.claim.id : ''
    const original = [
      { ...plainAddress('search.example.com.', 300, '198.51.100.51'), SetIdentifier: 'blue', Weight: 70 },
      { ...plainAddress('search.example.com.', 300, '198.51.100.52'), SetIdentifier: 'green', Weight: 30 },
    ]
    const balancer = { dnsName: 'edge-alb.example', hostedZoneId: 'ZWKZPGTI48KDX', dualStack: false }
    const params = { ...defaultParams, strategy: 'simple' as const, balancer, originalTtl: 300 }
    const planning = makePlan({ zone, hostname: 'search.example.com', records: original, params })
    const file = join(folder, 'search.json')
    const plan = 'plan' in planning ? planning.plan : undefined
    if (!plan) throw new Error('No plan')
    writeFileSync(file, rollbackFileText(rollbackFile(plan, { id, createdAt: 0, account: '1' })))
    expect((await run(`rollback www.example.com --yes --file ${file}`)).complained).toContain(
      'is of search.example.com',
    )
    expect(await run(`rollback search.example.com --yes --file ${file}`)).toMatchObject({
      code: 0,
      complained: '',
    })
    expect(verbatim(at('search.example.com.'))).toEqual(verbatim(original))
  })

  it.each([
    ['rollback shop.example.com --yes', 'no cutover stands in the zone'],
    ['rollback docs.example.com --yes', 'written by another release'],
    ['rollback nowhere.test --yes', 'No hosted zone of this account holds nowhere.test'],
    ['rollback www.example.com --yes --zone Z0NOWHERE', 'NoSuchHostedZone'],
    ['rollback www.example.com --yes --file /nowhere.json', 'There is no file /nowhere.json'],
    ['rollback a..b --yes', 'is not a hostname'],
    ['cleanup www.example.com', 'The cutover of www.example.com is open: roll it back first'],
    ['cleanup app.example.com', 'Requests sent before may still arrive: clean up from '],
    ['plan search.example.com --load-balancer edge-alb', 'search.example.com is a weighted group of 2'],
    ['plan shop.example.com --load-balancer nobody', 'nobody'],
  ])('%s: one line', async (line, message) => {
    const { run, records } = stage('mid-cutover')
    const before = verbatim(records())
    const { code, complained } = await run(line)
    expect([code, complained]).toEqual([1, expect.stringContaining(message)])
    expect(complained).not.toContain('\n')
    expect(verbatim(records())).toEqual(before)
  })
})

describe('cleanup', () => {
  it('removes the journal once nothing late can arrive', async () => {
    const { run, key, records, claim } = stage('mid-cutover')
    simulator.control.advance({ key, duration: 'PT30M' })
    const others = records().filter(
      ({ Name }) => !Name.startsWith(cutoverNames('app.example.com.', '').claim.slice(0, -1)),
    )
    expect(await run('cleanup app.example.com')).toMatchObject({
      code: 0,
      said: expect.stringContaining('The journal of app.example.com is gone.') as string,
    })
    expect(claim('app.example.com.')).toBeUndefined()
    expect(verbatim(records())).toEqual(verbatim(others))
    expect((await run('cleanup app.example.com')).complained).toContain('no cutover stands in the zone')
  })
})

describe('plan', () => {
  it('prints records, batches and commands for every state and back, and leaves a rollback file', async () => {
    const staged = stage('migration')
    const out = join(folder, 'shop.json')
    const { code, said } = await staged.run(
      `plan shop.example.com --load-balancer shop-alb --preset quick --out ${out}`,
    )
    expect(code).toBe(0)
    expect(said).toContain('weighted, D0 > ttl-prep > w0 > w50 > w100 > final')
    expect(said).toContain('then a hold of 24 h')
    expect(said).toContain('Back from state 5 (final)')
    expect(said.match(/\$ aws route53 change-resource-record-sets /g)).toHaveLength(10)
    expect(said).toMatch(/P-04 warn: No public resolver was asked/)
    const reading = readRollbackFile(readFileSync(out, 'utf8'))
    expect(reading).toMatchObject({ snapshot: { hostname: 'shop.example.com.' } })
  })

  it('is JSON when that is asked for, and takes a load balancer by its ARN', async () => {
    const staged = stage('migration')
    const { elb } = simulator.control.world({ key: staged.key }).regions['ap-northeast-2'] ?? {}
    const balancer = Object.values(elb?.loadBalancers ?? {}).find(({ name }) => name === 'edge-alb')
    const arn = balancer?.loadBalancerArn ?? ''
    const { said } = await staged.run(
      `plan www.example.com --load-balancer ${arn} --strategy simple --low-ttl 30 --json`,
    )
    const printed = JSON.parse(said) as {
      plan: { states: { label: string }[] }
      checks: { id: string; level: string }[]
    }
    expect(printed.plan.states.map(({ label }) => label)).toEqual(['D0', 'ttl-prep', 'final'])
    // Found by the rule for the hostname, and read: no check is left open.
    expect(printed.checks.filter(({ level }) => level === 'unknown')).toEqual([])
    expect(printed.checks.length).toBeGreaterThan(35)
  })
})

describe('a cutover that the engine began', () => {
  it('is put back from its file alone when somebody has deleted the journal', async () => {
    const staged = stage('migration')
    const { run, outside, at, records, key } = staged
    const before = verbatim(records())
    const out = join(folder, 'begun.json')
    await run(`plan shop.example.com --load-balancer shop-alb --preset quick --out ${out}`)
    const file = readRollbackFile(readFileSync(out, 'utf8'))
    if (!('snapshot' in file)) throw new Error('A file that cannot be read')
    const begun = plannedRun(planFromSnapshot(file.snapshot, file.zone), file.snapshot.id)
    const aws = connect(readCutoverOptions(['status', '--zone', file.zone.id]), outside)
    const ended = await forward(begun, 3, { aws, outside })
    expect(ended.phase).toMatchObject({ at: 'gate', state: 3 })
    expect(at('shop.example.com.').map(({ Weight }) => Weight)).toEqual([50, 50])
    expect((await run('status shop.example.com')).said).toContain('active at state 3 of 5 (w50)')

    const world = simulator.control.world({ key })
    const zone = world.dns.hostedZones[file.zone.id]
    if (zone)
      zone.records = zone.records.filter(
        ({ Type, Name = '' }) => Type !== 'TXT' || !Name.startsWith('_cutover-'),
      )
    const alone = stage(world)
    const { code, said } = await alone.run(`rollback shop.example.com --file ${out} --yes`)
    expect([code, said]).toEqual([
      0,
      expect.stringContaining('The journal is gone; this is what the rollback file knows.'),
    ])
    expect(verbatim(alone.records().filter(({ Name }) => !Name.startsWith('_cutover-')))).toEqual(before)
    simulator.control.advance({ key: alone.key, duration: 'PT21M' })
    expect((await alone.run('cleanup shop.example.com --file ' + out)).code).toBe(0)
    expect(verbatim(alone.records())).toEqual(before)
  })
})

describe('npm run cutover', () => {
  it('is this, and its exit code tells', () => {
    const root = resolve(import.meta.dirname, '..')
    const words = ['run', '--silent', 'cutover', '--', 'status']
    const { status, stderr } = spawnSync('npm', words, { cwd: root, encoding: 'utf8' })
    expect([status, stderr]).toEqual([1, 'status needs a hostname, or --zone\n'])
    expect(existsSync(join(root, 'cli/cutover.ts'))).toBe(true)
  })
})
