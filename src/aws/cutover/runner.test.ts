/** Whole cutovers by the runner over HTTP, with random trouble on the wire, crashes, edits by hand and changes of mind; each from one seed. */
import { ChangeResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53'
import { describe, expect, it } from 'vitest'
import { type SimulatorServer, startServer } from '../../../simulator/adapters/node-server.ts'
import type { Control, LoadResult } from '../../../simulator/control/control.ts'
import { createHostedZone } from '../../../simulator/engine/dns/zone-build.ts'
import { createSimulator } from '../../../simulator/simulator.ts'
import { attachRun } from '../../core/cutover/attach.ts'
import { digest } from '../../core/cutover/canon.ts'
import { readClaim } from '../../core/cutover/claim.ts'
import { type Layout, layoutNames, layoutOf } from '../../core/cutover/interleaving/layouts.ts'
import { plannedRun } from '../../core/cutover/machine.ts'
import { makePlan, type Plan } from '../../core/cutover/plan.ts'
import type { Command, Run, ZoneReading } from '../../core/cutover/run.ts'
import { shownDigest } from '../../core/cutover/standing.ts'
import type { Change, RecordSet } from '../../core/dns/record-set.ts'
import { createAws } from '../client.ts'
import type { Aws } from '../context.ts'
import { Limiter } from '../limiter.ts'
import type { CutoverPorts } from './perform.ts'
import { readZone } from './read-zone.ts'
import { CutoverRunner } from './runner.ts'

const runs = Number(process.env['CUTOVER_E2E_RUNS'] ?? 100)
/** To play one seed again: CUTOVER_E2E_FIRST=<seed> CUTOVER_E2E_RUNS=1. */
const firstSeed = Number(process.env['CUTOVER_E2E_FIRST'] ?? 1)
/** Chance from a seed. */
class Dice {
  #state: number
  constructor(seed: number) {
    this.#state = seed * 2_654_435_761
  }
  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  below(count: number): number {
    return Math.floor(this.next() * count)
  }
  hex(): string {
    return Array.from({ length: 16 }, () => this.below(16).toString(16)).join('')
  }
}

interface Stage {
  server: SimulatorServer
  control: Control
  dice: Dice
  layout: Layout
  plan: Plan
  loaded: LoadResult
  aws: Aws
  ports: CutoverPorts
  /** Nonces of each intent that was stored. */
  intents: Map<string, Set<string>>
}

/** Each has a server of its own: what thousands of worlds leave behind is gone with them. */
async function stageOf(seed: number): Promise<Stage> {
  const { control, handle } = createSimulator({ scenario: 'empty', clock: 'manual' })
  const server = await startServer((request) => handle(request), 0)
  const dice = new Dice(seed)
  const layout = layoutOf(layoutNames[seed % layoutNames.length] ?? '')
  const { zone, hostname, params, records } = layout
  const empty = control.load({ seed })
  const world = control.world({ key: empty.world })
  createHostedZone(world, { ...zone, records: records.filter(({ Type }) => Type !== 'NS') as never })
  const loaded = control.load({ state: world })
  const key = loaded.world
  const now = (): number => control.advance({ key, duration: 'PT0S' }).now
  const aws = awsOf(server.url, loaded, dice)
  const planning = makePlan({
    zone,
    hostname,
    params,
    records: records.filter(({ Name }) => Name === hostname),
  })
  if (!('plan' in planning)) throw new Error(planning.refusal.code)
  const intents = new Map<string, Set<string>>()
  const ports: CutoverPorts = {
    aws,
    now,
    nonce: () => dice.hex(),
    // World time is all there is: whoever waits moves it on.
    sleepUntil: async (time, signal) => {
      await new Promise((resolve) => setTimeout(resolve, 0))
      signal.throwIfAborted()
      const seconds = Math.ceil((time - now()) / 1000)
      if (seconds > 0) control.advance({ key, duration: `PT${seconds}S` })
    },
    store: async (_, { nonces }) => {
      const [first = ''] = nonces
      intents.set(first, new Set(nonces))
    },
    verify: async () => dice.next() > 0.1,
  }
  return { server, control, dice, layout, plan: planning.plan, loaded, aws, ports, intents }
}

function awsOf(
  endpoint: string,
  { accessKeyId, secretAccessKey, sessionToken }: LoadResult,
  dice: Dice,
): Aws {
  let ticks = 0
  // A budget that is never short: what is tested is not the pace.
  const limiter = new Limiter({ now: () => (ticks += 60_000), later: (work) => void setTimeout(work, 0) }, 1)
  return createAws({
    account: '123456789012',
    region: 'us-east-1',
    role: 'test',
    endpoint,
    credentials: () => Promise.resolve({ accessKeyId, secretAccessKey, sessionToken }),
    limiter,
    ports: {
      renew: () => Promise.resolve(),
      onSignedOut: () => undefined,
      online: () => true,
      reachesOwnOrigin: () => Promise.resolve(true),
      random: () => dice.next(),
      sleep: () => Promise.resolve(),
      now: () => Date.now(),
    },
  })
}

const troubles = [
  { kind: 'throttle', share: 0.2 },
  { kind: 'server-error', share: 0.2 },
  { kind: 'reset-before', share: 0.15 },
  { kind: 'reset-after', share: 0.2 },
  { kind: 'truncated', share: 0.15 },
  { kind: 'html', share: 0.15 },
  { kind: 'expired', times: 1 },
] as const

/** Two kinds of trouble at a time, exchanged now and then. */
function makeTrouble({ control, dice, loaded }: Stage): void {
  control.clear({ key: loaded.world })
  for (let count = 0; count < 2; count++) {
    const trouble = troubles[dice.below(troubles.length)] ?? troubles[0]
    control.fault({ key: loaded.world, match: { service: 'route53' }, ...trouble })
  }
}

function reading(stage: Stage): Promise<ZoneReading> {
  const { zone, hostname, names, params } = stage.plan
  return readZone(stage.aws, {
    zoneId: zone.id,
    hostname,
    names,
    retireServiceBindings: params.retireServiceBindings,
  })
}

/** The zone as it is, past all trouble. */
async function calmReading(stage: Stage): Promise<ZoneReading> {
  stage.control.clear({ key: stage.loaded.world })
  return reading(stage)
}

/** Somebody opens the console: a claim is attached, else a new plan made from what is there. */
async function open(stage: Stage): Promise<CutoverRunner> {
  const seen = await calmReading(stage)
  const attaching = attachRun(stage.plan.zone, seen)
  const { zone, hostname, params } = stage.layout
  const id = stage.dice.hex().toUpperCase().padStart(26, '0')
  let run: Run | undefined = 'run' in attaching ? attaching.run : undefined
  if (!run || run.phase.at === 'restored' || run.phase.at === 'completing') {
    const planning = makePlan({ zone, hostname, params, records: seen.records })
    if ('plan' in planning) run = plannedRun(planning.plan, id)
  }
  if (!run) throw new Error('Nothing can be done here')
  const runner = new CutoverRunner(run, stage.ports, (mistake) => {
    throw mistake
  })
  if (run.phase.at === 'found') runner.command({ kind: 'attach' })
  return runner
}

/** Until nothing is under way, but for at most so many turns: a look at a change may go on. */
async function settle(runner: CutoverRunner, turns = 400): Promise<void> {
  for (let turn = 0; turn < turns && runner.underWay > 0; turn++)
    await new Promise((resolve) => setTimeout(resolve, 0))
}

/** A person with the AWS console; what AWS refuses, or does not answer, did not matter. */
async function editByHand(stage: Stage): Promise<void> {
  const { records } = await calmReading(stage)
  const record = records[stage.dice.below(records.length)]
  if (!record) return
  const { accessKeyId, secretAccessKey } = stage.loaded
  const client = new Route53Client({
    region: 'us-east-1',
    endpoint: stage.server.url,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  })
  const changed: RecordSet = record.TTL === undefined ? record : { ...record, TTL: 30 + stage.dice.below(20) }
  const Changes: Change[] = [
    { Action: 'DELETE', ResourceRecordSet: record },
    { Action: 'CREATE', ResourceRecordSet: changed },
  ]
  const input = { HostedZoneId: stage.plan.zone.id, ChangeBatch: { Changes: Changes as never } }
  await client.send(new ChangeResourceRecordSetsCommand(input)).catch(() => undefined)
}

/** What a person may do next. */
function nextCommand({ dice }: Stage, { phase }: Run): Command {
  const chance = dice.next()
  if (phase.at === 'planned') return { kind: 'start' }
  if (phase.at === 'drift')
    return chance < 0.5 ? { kind: 'rollback', discard: phase.shown } : { kind: 'recheck' }
  if (phase.at === 'journal-lost') return { kind: 'recreate' }
  if (chance < 0.04) return { kind: 'rollback' }
  if (chance < 0.08) return { kind: 'back', to: dice.below(3) }
  if (chance < 0.1) return { kind: 'pause' }
  if (phase.at === 'gate' && chance < 0.4) return { kind: 'hold' }
  if (phase.at === 'holding') return { kind: 'finish', evidence: false, reason: 'known to be unused' }
  return { kind: 'next', checksPassed: true }
}

async function live(stage: Stage): Promise<void> {
  let runner = await open(stage)
  for (let turn = 0; turn < 30; turn++) {
    makeTrouble(stage)
    runner.conditions({ signedIn: true })
    if (runner.get().paused) runner.command({ kind: 'resume' })
    runner.command(nextCommand(stage, runner.get()))
    // Sometimes the tab dies in the middle of it.
    const dies = stage.dice.next() < 0.12
    await settle(runner, dies ? stage.dice.below(12) : 400)
    const { phase } = runner.get()
    // What was edited before the start must be planned anew.
    if (dies || (phase.at === 'planned' && phase.changed)) {
      runner.stop()
      runner = await open(stage)
    }
    if (stage.dice.next() < 0.06) await editByHand(stage)
  }
  runner.stop()
}

async function endingCommand(stage: Stage, { phase, journal }: Run): Promise<Command> {
  const discard = shownDigest(await calmReading(stage))
  if (phase.at !== 'restored' && phase.at !== 'completing')
    return journal?.claim.highest === 0 ? { kind: 'cancel' } : { kind: 'rollback', discard }
  stage.control.advance({ key: stage.loaded.world, duration: 'PT21M' })
  return { kind: 'cleanup' }
}

/** Somebody else comes and ends it: puts everything back, or lets what is finished stand; the journal goes. */
async function end(
  stage: Stage,
): Promise<{ how: string; original: RecordSet[] | undefined; live: RecordSet[] }> {
  const before = await calmReading(stage)
  const attaching = attachRun(stage.plan.zone, before)
  if (!('run' in attaching)) return { how: attaching.trouble, original: undefined, live: before.records }
  const runner = new CutoverRunner(attaching.run, stage.ports, (mistake) => {
    throw mistake
  })
  const { plan, journal } = attaching.run
  const untouched = journal?.claim.highest === 0
  for (let turn = 0; turn < 12 && runner.get().phase.at !== 'closed'; turn++) {
    runner.command(await endingCommand(stage, runner.get()))
    // Without trouble everything ends, however slow this machine is.
    await settle(runner, 100_000)
  }
  // What was put back or finished before is anybody's to edit.
  const restored = !untouched && journal?.claim.status === 'active'
  const { phase } = runner.get()
  const how = phase.at === 'closed' ? phase.how : phase.at
  return {
    how,
    original: restored ? plan.states[0]?.records : undefined,
    live: (await calmReading(stage)).records,
  }
}

/** Claims that the zone took, by nonce. */
function effectsOf({ control, loaded, plan }: Stage): string[] {
  const changes = control
    .journal({ key: loaded.world })
    .filter(({ type, name }) => type === 'effect' && name === 'records-changed')
    .flatMap(({ detail }) => (detail as { changes: Change[] }).changes)
  return changes
    .filter(
      ({ Action, ResourceRecordSet }) => Action === 'CREATE' && ResourceRecordSet.Name === plan.names.claim,
    )
    .flatMap(({ ResourceRecordSet }) => {
      const seen = readClaim(ResourceRecordSet)
      return 'claim' in seen ? seen.claim.nonce : []
    })
}

/** Cutovers at a time: each waits for its answers most of the time. */
const lanes = 8

/** A failure is told at once and with its seed: the rest of a long run would bury it. */
async function playSeed(seed: number): Promise<string> {
  const stage = await stageOf(seed)
  try {
    return await playOne(seed, stage)
  } catch (error) {
    console.error(`seed ${seed} failed`, error)
    throw error
  } finally {
    await stage.server.close()
  }
}

/** One seed from its start to what must hold at the end. */
async function playOne(seed: number, stage: Stage): Promise<string> {
  await live(stage)
  const { how, original, live: left } = await end(stage)
  const effects = effectsOf(stage)
  expect(['restored', 'completed'], `seed ${seed}, ${effects.length} effects`).toContain(how)
  expect(digest(left), `seed ${seed}`).toBe(digest(original ?? left))
  expect(new Set(effects).size, `seed ${seed}`).toBe(effects.length)
  for (const nonces of stage.intents.values())
    expect(effects.filter((nonce) => nonces.has(nonce)).length, `seed ${seed}`).toBeLessThanOrEqual(1)
  return how
}

describe('seeded cutovers over HTTP', () => {
  it(
    `${runs} of them end restored or completed, and no intent has more than one effect`,
    async () => {
      const ends: string[] = []
      let seed = firstSeed
      const lane = async (): Promise<void> => {
        while (seed < firstSeed + runs) ends.push(await playSeed(seed++))
      }
      await Promise.all(Array.from({ length: lanes }, lane))
      expect(ends.length).toBe(runs)
    },
    24 * 3_600_000,
  )
})
