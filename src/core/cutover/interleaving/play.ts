/** Plays a script of moves by several operators, a network and people with editors, and then lets a stranger clean up. For tests only. */
import * as fc from 'fast-check'
import type { RecordSet } from '../../dns/record-set.ts'
import { attachRun } from '../attach.ts'
import { digest } from '../canon.ts'
import { readClaim } from '../claim.ts'
import type { Command, Safeguards, ZoneReading } from '../run.ts'
import { readSnapshot } from '../snapshot.ts'
import { shownDigest } from '../standing.ts'
import { Actor, type Fate } from './actor.ts'
import { Broken, type Court } from './court.ts'

export type Move =
  | { do: 'perform'; who: number; pick: number; fate: Fate; luck: boolean }
  | { do: 'command'; who: number; command: Command['kind']; number: number }
  | {
      do: 'conditions'
      who: number
      condition: 'signedIn' | 'online' | 'leader' | 'throttled' | 'keys'
      good: boolean
    }
  | { do: 'open'; who: number }
  /** Goes on as a patient person would, for so many turns. */
  | { do: 'drive'; who: number; turns: number }
  | { do: 'ghost'; pick: number }
  | { do: 'edit'; edit: 'value' | 'ttl' | 'remove' | 'add' | 'unmanaged'; pick: number }
  | { do: 'advance'; minutes: number }
  | { do: 'guards'; who: number; verdict: 'pause' | 'abort' | 'abort-now' }

const who = fc.constantFrom(0, 0, 0, 1, 1, 2)
const pick = fc.constantFrom(0, 0, 0, 0, 1, 2)
const fates: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Fate>('ok') },
  {
    weight: 6,
    arbitrary: fc.constantFrom<Fate>(
      'dropped',
      'lost',
      'duplicate',
      'delayed',
      'throttled',
      'busy',
      'expired',
    ),
  },
)
const commands: Command['kind'][] = [
  'start',
  'next',
  'next',
  'next',
  'back',
  'rollback',
  'rollback',
  'cancel',
  'pause',
  'resume',
  'hold',
  'finish',
  'cleanup',
  'attach',
  'recheck',
  'reapply',
  'adopt',
  'recreate',
  'cancel-abort',
  'auto',
  'auto',
  'auto',
]

export const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    {
      weight: 14,
      arbitrary: fc.record({
        do: fc.constant('perform' as const),
        who,
        pick,
        fate: fates,
        luck: fc.oneof(
          { weight: 6, arbitrary: fc.constant(true) },
          { weight: 1, arbitrary: fc.constant(false) },
        ),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('command' as const),
        who,
        command: fc.constantFrom(...commands),
        number: fc.nat(7),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('conditions' as const),
        who,
        condition: fc.constantFrom('signedIn', 'online', 'leader', 'throttled', 'keys'),
        good: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const), who }) },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('drive' as const),
        who,
        turns: fc.integer({ min: 1, max: 24 }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('ghost' as const), pick }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('edit' as const),
        edit: fc.constantFrom('value', 'ttl', 'remove', 'add', 'unmanaged'),
        pick,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('advance' as const), minutes: fc.constantFrom(1, 5, 21) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('guards' as const),
        who,
        verdict: fc.constantFrom('pause', 'abort', 'abort-now'),
      }),
    },
  ),
  { maxLength: 60, size: 'max' },
)

/** Plays it. @throws Broken */
export async function play(court: Court, script: readonly Move[], safeguards: Safeguards): Promise<void> {
  const actors = [new Actor(court, safeguards), new Actor(court, safeguards), new Actor(court, safeguards)]
  await actors[0]?.open()
  for (const move of script) await make(court, actors, move)
  await cleanUp(court, safeguards)
}

async function make(court: Court, actors: readonly Actor[], move: Move): Promise<void> {
  switch (move.do) {
    case 'ghost': {
      const [request] = court.ghosts.splice(move.pick % Math.max(1, court.ghosts.length), 1)
      if (request) await court.deliver(request)
      return
    }
    case 'edit':
      return edit(court, move)
    case 'advance':
      court.now += move.minutes * 60_000
      return
    default:
      return act(actors[move.who], move)
  }
}

async function act(
  actor: Actor | undefined,
  move: Exclude<Move, { do: 'ghost' | 'edit' | 'advance' }>,
): Promise<void> {
  if (!actor) return
  switch (move.do) {
    case 'open':
      return actor.open()
    case 'perform':
      return actor.perform(move.pick, move.fate, move.luck)
    case 'drive':
      return drive(actor, move.turns)
    case 'guards':
      return actor.event({ type: 'guards', verdict: move.verdict })
    case 'command':
      return actor.event({ type: 'command', command: commandOf(actor, move) })
    case 'conditions':
      return actor.event({ type: 'conditions', conditions: conditionOf(actor.court.now, move) })
  }
}

async function drive(actor: Actor, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    const at = actor.run?.phase.at
    if (actor.pending.length > 0) await actor.perform(0, 'ok', true)
    else if (at === 'planned') actor.event({ type: 'command', command: { kind: 'start' } })
    else if (at === 'found') actor.event({ type: 'command', command: { kind: 'attach' } })
    else actor.event({ type: 'command', command: { kind: 'next', checksPassed: true } })
  }
}

function commandOf({ run }: Actor, { command: kind, number }: Extract<Move, { do: 'command' }>): Command {
  switch (kind) {
    case 'next':
      return { kind, checksPassed: number > 0 }
    case 'back':
    case 'adopt':
      return { kind, to: number }
    case 'rollback':
      // Half of the time the person gives up the edit that was shown.
      return run?.phase.at === 'drift' && number > 3 ? { kind, discard: run.phase.shown } : { kind }
    case 'finish':
      return number > 3 ? { kind, evidence: true } : { kind, evidence: false, reason: 'known to be unused' }
    case 'auto':
      return { kind, abort: number > 3, advance: number % 2 === 0 }
    default:
      return { kind }
  }
}

function conditionOf(now: number, { condition, good }: Extract<Move, { do: 'conditions' }>) {
  if (condition === 'throttled') return { throttledUntil: good ? 0 : now + 60_000 }
  if (condition === 'keys') return { credentialsUntil: good ? Number.MAX_SAFE_INTEGER : now + 60_000 }
  return { [condition]: good }
}

let edits = 0

/** Somebody with the AWS console. What AWS refuses did not happen. */
async function edit(
  court: Court,
  { edit: kind, pick: chosen }: Extract<Move, { do: 'edit' }>,
): Promise<void> {
  const all = await court.backend.list()
  const { hostname } = court.plan
  edits += 1
  const fresh = [{ Value: `192.0.2.${edits % 250}` }]
  if (kind === 'add') {
    const has = all.some(({ Name, Type }) => Name === hostname && (Type === 'AAAA' || Type === 'CNAME'))
    if (has) return
    court.strangers += 1
    const added = {
      Name: hostname,
      Type: 'AAAA',
      TTL: 5,
      ResourceRecords: [{ Value: `2001:db8::${edits % 250}` }],
    }
    return court.edit([{ Action: 'CREATE', ResourceRecordSet: added }])
  }
  const candidates = all.filter(({ Name, Type, ResourceRecords }) =>
    kind === 'unmanaged'
      ? Type === 'A' && Name !== hostname && !Name.startsWith('_cutover')
      : Name === hostname && ['A', 'AAAA', 'CNAME'].includes(Type) && (kind === 'remove' || ResourceRecords),
  )
  const record = candidates[chosen % Math.max(1, candidates.length)]
  if (!record) return
  const changed: RecordSet =
    kind === 'ttl'
      ? { ...record, TTL: 7 + (edits % 50) }
      : { ...record, ResourceRecords: valueFor(record, fresh) }
  await court.edit([
    { Action: 'DELETE', ResourceRecordSet: record },
    ...(kind === 'remove' ? [] : [{ Action: 'CREATE' as const, ResourceRecordSet: changed }]),
  ])
}

function valueFor({ Type }: RecordSet, fresh: { Value: string }[]): { Value: string }[] {
  if (Type === 'A') return fresh
  return Type === 'AAAA' ? [{ Value: `2001:db8::${edits % 250}` }] : [{ Value: `edit-${edits}.example.net.` }]
}

/** Somebody who knows nothing but the zone puts everything back and removes the journal. Then what is still under way arrives. */
async function cleanUp(court: Court, safeguards: Safeguards): Promise<void> {
  const wanted = owed(await court.reading())
  if (wanted.active) await endedBy(court, safeguards)
  const restored = digest((await court.reading()).records)
  if (wanted.original && restored !== digest(wanted.original))
    throw new Broken('1', 'a stranger could not put everything back')
  for (const request of court.ghosts.splice(0)) await court.deliver(request)
  if (digest((await court.reading()).records) !== restored)
    throw new Broken('8', 'what arrived late moved live records')
  // Late starts may have written a journal once more.
  for (let tries = 0; tries < 4 && (await court.reading()).claim; tries++) {
    court.now += 21 * 60_000
    await endedBy(court, safeguards)
  }
  const left = await court.reading()
  if (left.claim || left.records.some(({ Name }) => Name === court.plan.names.parked))
    throw new Broken('1', 'the journal is still there')
  if (digest(left.records) !== restored) throw new Broken('1', 'cleaning up moved live records')
}

/** What the way back must bring; nothing before any live record was changed, whatever people edited since. */
function owed({ claim: record, snapshot }: ZoneReading): {
  active: boolean
  original?: RecordSet[] | undefined
} {
  const seen = record && readClaim(record)
  if (!seen || !('claim' in seen) || seen.claim.status !== 'active') return { active: false }
  const original = seen.claim.highest > 0 && snapshot ? readSnapshot(snapshot)?.original : undefined
  return { active: true, original }
}

/** Drives a fresh operator on a good network until nothing is left to do. */
async function endedBy(court: Court, safeguards: Safeguards): Promise<void> {
  const attaching = attachRun(court.plan.zone, await court.reading())
  if (!('run' in attaching)) throw new Broken('1', `nobody can attach: ${attaching.trouble}`)
  const actor = new Actor(court, safeguards)
  actor.run = { ...attaching.run, safeguards }
  for (let turn = 0; turn < 60; turn++) {
    const phase = actor.run.phase
    if (phase.at === 'closed') return
    if (actor.pending.length > 0) await actor.perform(0, 'ok', true)
    else if (phase.at === 'restored' || phase.at === 'completing') {
      if (court.now < actor.run.lastWriteAt + 20 * 60_000) return
      actor.event({ type: 'command', command: { kind: 'cleanup' } })
    } else {
      const shown = shownDigest(await court.reading())
      const kind = actor.run.journal?.claim.highest === 0 ? 'cancel' : 'rollback'
      actor.event({ type: 'command', command: kind === 'cancel' ? { kind } : { kind, discard: shown } })
    }
  }
  throw new Broken('1', `the way back does not end: ${actor.run.phase.at}`)
}
