/** Whoever did not start it goes on from what stands in the zone, or says why not. */
import { describe, expect, it } from 'vitest'
import { address, Bench, edited, id, minute, testPlan, zone } from './fixtures/bench.ts'
import { attachRun } from './attach.ts'
import { claimRecord } from './claim.ts'
import { type Snapshot, snapshotRecord } from './snapshot.ts'
import { snapshotOf } from './plan.ts'

const snapshot = snapshotOf(testPlan(), id)

/** A fresh tab at the zone of `owner`. */
function attached(owner: Bench, file?: Snapshot): Bench {
  const attaching = attachRun(zone, owner.reading(), file)
  if (!('run' in attaching)) throw new Error(attaching.trouble)
  return owner.beside(attaching.run)
}

describe('a tab that is opened', () => {
  it.each([
    ['before anything moved', () => new Bench().started(), { at: 'ready', state: 0 }],
    ['in a state', () => new Bench().upTo(3), { at: 'propagating', state: 3 }],
    [
      'after a step whose tab died',
      () => new Bench().upTo(2).next().write(),
      { at: 'propagating', state: 3 },
    ],
  ] as const)('%s takes over by the claim', (_, make, phase) => {
    const bench = attached(make())
    expect(bench.phase.at).toBe('found')
    expect(bench.next().pending).toEqual([])
    bench.command({ kind: 'attach' }).write()
    expect(bench.phase).toMatchObject(phase)
  })

  it('goes back without taking over first', () => {
    const bench = attached(new Bench().upTo(3)).command({ kind: 'rollback' }).write().insync()
    expect(bench.phase.at).toBe('restored')
    expect(bench.reading().records).toEqual([address])
  })

  it('after a rollback has only the journal to remove, when it is time', () => {
    const bench = attached(new Bench().upTo(3).command({ kind: 'rollback' }).write())
    expect(bench.phase.at).toBe('restored')
    bench
      .later(21 * minute)
      .command({ kind: 'cleanup' })
      .write()
    expect(bench.phase).toEqual({ at: 'closed', how: 'restored' })
  })

  it('after the end, too', () => {
    const owner = new Bench().upTo(3).edit([edited]).command({ kind: 'recheck' }).read()
    expect(attached(owner.command({ kind: 'stop-here' }).write()).phase.at).toBe('completing')
  })

  it('where a record was edited shows it', () => {
    const bench = attached(new Bench().upTo(3).edit([edited]))
      .command({ kind: 'recheck' })
      .read()
    expect(bench.phase).toMatchObject({ at: 'drift', state: 3 })
  })

  it('loses the claim that it looks at when its owner goes on', () => {
    const owner = new Bench().upTo(3)
    const bench = attached(owner)
    owner.next().write()
    bench.zone = owner.zone
    expect(bench.command({ kind: 'recheck' }).read().phase.at).toBe('lost-claim')
  })
})

describe('property 33: of two tabs that write at once', () => {
  it('one wins, and the other one learns it', () => {
    const one = new Bench().upTo(2)
    const two = attached(one).command({ kind: 'attach' }).build()
    one.next().build().deliver()
    two.zone = one.zone
    const { changes } = two.take('send')
    expect(() => two.apply(changes)).toThrow('DELETE _cutover')
    expect(one.run.journal?.claim.state).toBe(3)
  })
})

describe('a plan that another release makes otherwise', () => {
  it('goes no step forward, and all the way back', () => {
    const owner = new Bench().upTo(3)
    const { journal, plan } = owner.run
    if (!journal) throw new Error('no journal')
    owner.zone = owner.zone.filter(({ Name }) => Name !== plan.names.claim)
    owner.zone.push(claimRecord(plan.names.claim, { ...journal.claim, planDigest: '0'.repeat(32) }))
    const bench = attached(owner)
    expect(bench.run.forwardBlocked).toBe('plan-changed')
    bench.command({ kind: 'attach' }).write()
    expect(bench.run).toMatchObject({ forwardBlocked: 'plan-changed', phase: { at: 'propagating' } })
    expect(attached(bench).run.forwardBlocked).toBe('plan-changed')
    bench.edit([edited]).command({ kind: 'rollback' }).write()
    expect(bench.reading().records).toEqual([address])
  })
})

const without = (bench: Bench, record: 'claim' | 'snapshot') => {
  const name = bench.run.plan.names[record]
  bench.zone = bench.zone.filter(({ Name }) => Name !== name)
  return bench
}

const withText = (bench: Bench, record: 'claim' | 'snapshot', text: string) => {
  const Name = without(bench, record).run.plan.names[record]
  bench.zone.push({ Name, Type: 'TXT', TTL: 60, ResourceRecords: [{ Value: `"${text}"` }] })
  return bench
}
const withSnapshot = (bench: Bench, other: Snapshot) => {
  const record = snapshotRecord(without(bench, 'snapshot').run.plan.names.snapshot, other)
  if (record) bench.zone.push(record)
  return bench
}

describe('property 17: what does not belong together', () => {
  const other: Snapshot = { ...snapshot, original: [edited] }

  it.each([
    ['no claim', (bench: Bench) => without(bench, 'claim'), 'no-claim'],
    ['a newer claim', (bench: Bench) => withText(bench, 'claim', 'v=cutover2 id=x'), 'foreign'],
    ['a broken claim', (bench: Bench) => withText(bench, 'claim', 'hello'), 'claim'],
    ['no snapshot', (bench: Bench) => without(bench, 'snapshot'), 'no-snapshot'],
    ['a broken snapshot', (bench: Bench) => withText(bench, 'snapshot', 'hello'), 'snapshot'],
    ['the snapshot of other records', (bench: Bench) => withSnapshot(bench, other), 'digest'],
    [
      'the snapshot of another cutover',
      (bench: Bench) => withSnapshot(bench, { ...snapshot, id: 'x' }),
      'digest',
    ],
  ] as const)('%s is no cutover, and nothing is written', (_, change, trouble) => {
    const bench = change(new Bench().upTo(3))
    expect(attachRun(zone, bench.reading())).toMatchObject({ trouble })
    expect(attachRun(zone, bench.reading(), other)).toMatchObject({
      trouble: trouble === 'no-snapshot' || trouble === 'snapshot' ? 'digest' : trouble,
    })
  })

  it.each([
    ['missing', (bench: Bench) => without(bench, 'snapshot')],
    ['broken', (bench: Bench) => withText(bench, 'snapshot', 'hello')],
    ['of something else', (bench: Bench) => withSnapshot(bench, other)],
  ] as const)('a rollback file stands in for a snapshot that is %s', (_, change) => {
    const bench = attached(change(new Bench().upTo(3)), snapshot)
      .command({ kind: 'rollback' })
      .write()
    expect(bench.reading().records).toEqual([address])
  })

  it('parameters that make no plan are none of ours', () => {
    const broken = { ...snapshot, params: JSON.parse('{}') as Snapshot['params'] }
    const bench = without(new Bench().upTo(3), 'snapshot')
    expect(attachRun(zone, bench.reading(), broken)).toMatchObject({ trouble: 'digest' })
  })

  it('a private snapshot is in the file only', () => {
    const owner = new Bench(testPlan({ privateSnapshot: true })).upTo(3)
    expect(owner.reading().snapshot).toBeUndefined()
    const kept = snapshotOf(owner.run.plan, id)
    const bench = attached(owner, kept).command({ kind: 'rollback' }).write().insync()
    bench
      .later(20 * minute)
      .command({ kind: 'cleanup' })
      .write()
    expect(bench.zone).toEqual([address])
  })
})
