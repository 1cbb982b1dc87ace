/** Every layout that can be planned, cut over and rolled back over the wire: the zone that is read back is the one that was there. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../../../simulator/adapters/sdk-handler.ts'
import { createDispatch } from '../../../simulator/dispatch.ts'
import { advanceTo } from '../../../simulator/engine/advance.ts'
import { createHostedZone } from '../../../simulator/engine/dns/zone-build.ts'
import { openGate } from '../../../simulator/open-gate.ts'
import type { HostedZoneRecord } from '../../../simulator/world/dns-tables.ts'
import type { World } from '../../../simulator/world/world.ts'
import { fixtures } from '../../core/cutover/fixtures/all.ts'
import { troublesOf, verbatim } from '../../core/cutover/fixtures/compare.ts'
import type { Fixture } from '../../core/cutover/fixtures/fixture.ts'
import { chosenZone, outcomeOf, planInput, plansOf } from '../../core/cutover/fixtures/planning.ts'
import { batchMover, type Mover, shortTour, type ZonePort } from '../../core/cutover/fixtures/walk.ts'
import { plannedRun } from '../../core/cutover/machine.ts'
import { cutoverNames } from '../../core/cutover/names.ts'
import { makePlan, type Plan, type PlanInput } from '../../core/cutover/plan.ts'
import type { Command, Run } from '../../core/cutover/run.ts'
import { canonicalName } from '../../core/dns/name.ts'
import type { RecordSet } from '../../core/dns/record-set.ts'
import type { Aws } from '../context.ts'
import { changeRecordSets } from '../dns/changes.ts'
import { readRecordSets } from '../dns/record-sets.ts'
import { consoleOver } from '../dns/testing/zone.ts'
import { scanZone } from '../dns/zone-scan.ts'
import type { CutoverPorts } from './perform.ts'
import { CutoverRunner } from './runner.ts'

interface Stage extends ZonePort {
  aws: Aws
  world: World
  zone: HostedZoneRecord
  all: () => Promise<RecordSet[]>
}

/** Sends the plan's batches without the engine around them, for what must not start. */
function moverOf(plan: Plan, there: Stage): Mover {
  return batchMover(plan, there)
}

/** The runner itself, as a tab drives it; world time is moved by whoever waits. */
function driven(plan: Plan, there: Stage): { mover: Mover; port: ZonePort } {
  const { world } = there
  let nonces = 0
  const mistakes: unknown[] = []
  const ports: CutoverPorts = {
    aws: there.aws,
    now: () => world.now,
    nonce: () => (++nonces).toString(16).padStart(16, '0'),
    sleepUntil: async (time, signal) => {
      signal.throwIfAborted()
      advanceTo(world, time)
    },
    store: async () => {},
    verify: async () => true,
  }
  const open = (run: Run): CutoverRunner => new CutoverRunner(run, ports, (mistake) => mistakes.push(mistake))
  let runner = open(plannedRun(plan, '01JFIXTURE0000000000000000'))
  const reach = async (command: Command, at: Run['phase']['at'], state?: number): Promise<void> => {
    runner.command(command)
    while (runner.underWay > 0) await new Promise((resolve) => setImmediate(resolve))
    const { phase } = runner.get()
    const arrived = phase.at === at && (state === undefined || ('state' in phase && phase.state === state))
    if (!arrived || mistakes.length > 0)
      throw new Error(`${command.kind} led to ${JSON.stringify(phase)}`, { cause: mistakes[0] })
  }
  const port: ZonePort = {
    ...there,
    save: () => {
      const comeBack = there.save()
      const run = runner.get()
      return () => {
        comeBack()
        runner.stop()
        runner = open(run)
      }
    },
  }
  const mover: Mover = {
    start: () => reach({ kind: 'start' }, 'ready', 0),
    moveTo: (state) => reach({ kind: 'next', checksPassed: true }, 'gate', state),
    rollBack: () => reach({ kind: 'rollback' }, 'restored'),
    clean: async () => {
      advanceTo(world, world.now + 21 * 60_000)
      await reach({ kind: 'cleanup' }, 'closed')
    },
  }
  return { mover, port }
}

/** An account with the zones of a layout, and the console's own way to read and change the first of them. */
function stage(fixture: Fixture): Stage {
  const gate = openGate()
  const { dns } = gate.world
  if (fixture.manyWeightedValues === true) dns.rules.weightedValues = 'many'
  const made = fixture.zones.map(({ records, linkedService, private: privateZone = false, ...rest }) => {
    const linked = linkedService === undefined ? {} : { linkedService: linkOf(linkedService) }
    const zone = createHostedZone(gate.world, { ...rest, privateZone, ...linked })
    zone.records = [...records] as unknown as ResourceRecordSet[]
    return zone
  })
  for (const { HealthCheckId: id } of chosenZone(fixture).records)
    if (id !== undefined && id !== 'deleted')
      dns.healthChecks[id] = {
        id,
        callerReference: id,
        config: { Type: 'HTTP' },
        createdAt: 0,
        version: 1,
        tags: {},
      }
  const [zone] = made
  if (!zone) throw new Error('A layout without a zone')
  const aws = consoleOver(new SdkHandler(createDispatch({ gate })))
  return {
    aws,
    world: gate.world,
    zone,
    all: () => scanZone(aws, zone.id),
    read: async (name) => (await readRecordSets(aws, zone.id, name)).records,
    send: async (changes) => {
      await changeRecordSets(aws, zone.id, changes, 'A layout')
    },
    save: () => {
      const { records, protections } = zone
      return () => Object.assign(zone, { records, protections })
    },
  }
}

function linkOf(servicePrincipal: string): { servicePrincipal: string; description: string } {
  return { servicePrincipal, description: 'Managed by another service' }
}

/** What the planner gets when the records come over the wire. */
async function inputOverTheWire(input: PlanInput, { aws, zone }: Stage): Promise<PlanInput> {
  const hostname = canonicalName(input.hostname) ?? input.hostname
  const [live, parked] = await Promise.all(
    [hostname, cutoverNames(hostname, zone.name).parked].map((name) => readRecordSets(aws, zone.id, name)),
  )
  return {
    ...input,
    records: [...(live?.records ?? []), ...(parked?.records ?? [])],
    unknownFields: live?.unknownFields ?? [],
  }
}

const titled = (some: Fixture[]): [string, Fixture][] =>
  some.map((fixture) => [`${fixture.id} ${fixture.title}`, fixture])
const planned = fixtures.filter((fixture) => plansOf(fixture).length > 0)
const mayStart = planned.filter(
  ({ blocked, leftover }) => blocked === undefined && leftover?.replace !== false,
)
/** A zone of thousands is read whole at the start and at the end only. */
const many = 1000

describe('layouts over the wire', () => {
  const readable = fixtures.filter(({ simple }) => typeof simple === 'string' || simple.refusal !== 'name')
  it.each(titled(readable))(
    '%s is read, and planned or refused, as it stands in the zone',
    async (_, fixture) => {
      const there = stage(fixture)
      for (const strategy of ['simple', 'weighted'] as const) {
        const planning = makePlan(await inputOverTheWire(planInput(fixture, strategy), there))
        expect(outcomeOf(planning)).toEqual(fixture[strategy])
        const fromLayout = makePlan(planInput(fixture, strategy))
        const digestOf = (made: typeof planning): unknown => 'plan' in made && made.plan.digest
        expect(digestOf(planning)).toEqual(digestOf(fromLayout))
      }
    },
  )

  it.each(titled(mayStart))('%s is cut over and put back from every state', async (_, fixture) => {
    for (const plan of plansOf(fixture)) {
      const there = stage(fixture)
      there.zone.records.push(...((fixture.leftover?.records(plan) ?? []) as unknown as ResourceRecordSet[]))
      there.zone.protections = [...plan.protections]
      const before = await there.all()
      const found: string[] = []
      const { mover, port } = driven(plan, there)
      await shortTour(plan, port, {
        mover,
        arrived: async (arrival) => {
          if (before.length > many && arrival.at !== 'clean') return
          found.push(...troublesOf(plan, { before, now: await there.all(), arrival }))
        },
      })
      expect(found).toEqual([])
      expect(there.zone.protections).toEqual(plan.protections)
      const journal = new Set([plan.names.claim, plan.names.snapshot])
      expect(verbatim(await there.all())).toEqual(verbatim(before.filter(({ Name }) => !journal.has(Name))))
    }
  })
})

describe('what must not start', () => {
  const blocked = planned.filter((fixture) => fixture.blocked !== undefined)

  it.each(titled(blocked))('%s: Route 53 refuses to take the records back', async (_, fixture) => {
    for (const plan of plansOf(fixture)) {
      const there = stage(fixture)
      const way = shortTour(plan, there, { mover: moverOf(plan, there), arrived: async () => {} })
      await expect(way).rejects.toThrow(fixture.blocked)
    }
  })

  const guarded = planned.filter(({ protections = [] }) => protections.length > 0)
  it.each(titled(guarded))('%s: nothing moves before they are lifted', async (_, fixture) => {
    for (const plan of plansOf(fixture)) {
      const there = stage(fixture)
      there.zone.protections = [...plan.protections]
      const mover = moverOf(plan, there)
      await mover.start()
      const before = await there.all()
      await expect(mover.moveTo(1)).rejects.toThrow('Ask the platform team first')
      expect(await there.all()).toEqual(before)
    }
  })
})
