import { describe, expect, it } from 'vitest'
import type { RecordSet } from '../dns/record-set.ts'
import { canon, recordKey } from './canon.ts'
import { Bench } from './fixtures/bench.ts'
import { mixRecords } from './mixed-records.ts'
import { recordsAt } from './standing.ts'
import { threeWay } from './three-way.ts'

const a = (change: Partial<RecordSet> = {}): RecordSet => ({
  Name: 'www.example.com.',
  Type: 'A',
  TTL: 60,
  ResourceRecords: [{ Value: '192.0.2.1' }],
  ...change,
})
const six = a({ Type: 'AAAA', ResourceRecords: [{ Value: '2001:db8::1' }] })
const cname = a({ Type: 'CNAME', ResourceRecords: [{ Value: 'other.example.net.' }] })
const weighted = (id: string, Weight: number): RecordSet => a({ SetIdentifier: id, Weight })

describe('an edit, record set by record set', () => {
  const expected = [weighted('legacy', 50), weighted('ecs', 50), six]
  const live = [weighted('legacy', 60), weighted('ecs', 40), six]
  const edits = threeWay([], expected, live)
  const [ecs = '', legacy = ''] = edits.map(({ subject }) => recordKey(subject))

  it('is put together of what was chosen, and of what nobody touched', () => {
    expect(mixRecords(live, edits, { [ecs]: 'ours', [legacy]: 'theirs' })).toEqual({
      records: [six, weighted('ecs', 50), weighted('legacy', 60)],
    })
    expect(mixRecords(live, edits, { [ecs]: 'theirs' })).toEqual({ undecided: 1 })
  })

  it('leaves out what was removed or was not there', () => {
    const added = threeWay([], [a()], [a(), six])
    const key = recordKey(six)
    expect(mixRecords([a(), six], added, { [key]: 'ours' })).toEqual({ records: [a()] })
    const removed = threeWay([], [a(), six], [a()])
    expect(mixRecords([a()], removed, { [key]: 'theirs' })).toEqual({ records: [a()] })
  })

  it.each([
    ['two policies', [weighted('legacy', 50)], [a()], ['theirs', 'ours']],
    ['a CNAME with company', [cname], [a()], ['theirs', 'ours']],
    ['nothing', [a()], [], ['theirs']],
  ] as const)('refuses %s', (_, wanted, now, chosen) => {
    const found = threeWay([], wanted, now)
    const choices = Object.fromEntries(
      found.map(({ subject }, index) => [recordKey(subject), chosen[index] ?? 'ours']),
    )
    expect(mixRecords(now, found, choices)).toEqual({ refused: true })
  })
})

const drifted = (): Bench => {
  const bench = new Bench().upTo(3)
  const [first] = recordsAt(bench.run.plan, 3)
  if (!first) throw new Error('No record')
  return bench
    .edit([{ ...first, Weight: 60 }])
    .command({ kind: 'recheck' })
    .read()
}
/** What was shown of the edit. @throws when the run is not stopped at one */
function shownOf({ phase }: ReturnType<typeof drifted>): string {
  if (phase.at !== 'drift') throw new Error(phase.at)
  return phase.shown
}
const lines = (records: readonly RecordSet[]): string[] => records.map(canon).toSorted()

describe('a stop with it', () => {
  it('writes just that, and ends the cutover', () => {
    const bench = drifted()
    const records = recordsAt(bench.run.plan, 3)
    bench.command({ kind: 'stop-here', mixed: { records, shown: shownOf(bench) } }).write()
    expect(bench.phase.at).toBe('completing')
    expect(lines(bench.reading().records)).toEqual(lines(records))
    expect(lines(bench.run.live)).toEqual(lines(records))
  })

  it('is asked again once the edit is another one', () => {
    const bench = drifted()
    const shown = shownOf(bench)
    const records = recordsAt(bench.run.plan, 3)
    bench
      .edit([a({ TTL: 7 })])
      .command({ kind: 'stop-here', mixed: { records, shown } })
      .read()
    expect(bench.phase).toMatchObject({ at: 'drift' })
    expect(shownOf(bench)).not.toBe(shown)
    expect(bench.pending).toEqual([])
  })
})
