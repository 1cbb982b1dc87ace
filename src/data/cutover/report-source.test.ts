import { expect, test } from 'vitest'
import type { CutoverView } from './cutover-view.ts'
import type { LogEntry } from './event-log.ts'
import { beganAt, reportRow, visitsOf, writesOf } from './report-source.ts'

const log: LogEntry[] = [
  { at: 1, kind: 'opened', phase: 'planned' },
  { at: 2, kind: 'sent', want: { kind: 'start' }, changeId: 'C1', requestId: 'r-1' },
  { at: 3, kind: 'sent', want: { kind: 'step', to: 1, why: 'next' }, changeId: 'C2' },
  { at: 4, kind: 'phase', phase: { at: 'propagating', state: 1, submittedAt: 3, slow: false } },
  { at: 9, kind: 'phase', phase: { at: 'soaking', state: 1, since: 8 } },
  { at: 10, kind: 'phase', phase: { at: 'gate', state: 1, since: 8 } },
  { at: 11, kind: 'sent', want: { kind: 'step', to: 7, why: 'next' }, changeId: 'C3' },
  { at: 12, kind: 'phase', phase: { at: 'propagating', state: 2, submittedAt: 11, slow: false } },
  { at: 13, kind: 'phase', phase: { at: 'restoring', submittedAt: 13, slow: false } },
  { at: 20, kind: 'phase', phase: { at: 'restored', since: 19 } },
]

test('tells when each state was entered, and since when it was everywhere', () => {
  expect(visitsOf(log)).toEqual([
    { state: 1, at: 4, inSyncAt: 8 },
    { state: 2, at: 12 },
    { state: 0, at: 13, inSyncAt: 19 },
  ])
  expect(visitsOf([{ at: 1, kind: 'phase', phase: { at: 'restored', since: 1 } }])).toEqual([])
})

test('names every write as its comment does', () => {
  const label = { label: 'w5', kind: 'weights' as const, records: [], share: 5 }
  expect(writesOf(log, { states: [label, label] })).toEqual([
    { at: 2, what: 'start', changeId: 'C1', requestId: 'r-1' },
    { at: 3, what: 'step w5', changeId: 'C2' },
    { at: 11, what: 'step 7', changeId: 'C3' },
  ])
})

test('began when its id was made, else with its first entry', () => {
  expect(beganAt({ id: '01HZZZZZZZ0000000000000000', log, endedAt: 30 })).toBeGreaterThan(1_600_000_000_000)
  expect(beganAt({ id: '?', log, endedAt: 30 })).toBe(1)
  expect(beganAt({ id: '?', log: [], endedAt: 30 })).toBe(30)
})

const edited = { Name: 'www.example.com.', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] }

test.each([
  [{ at: 'planned' }, 'open', undefined],
  [{ at: 'ready', state: 1 }, 'open', []],
  [{ at: 'restored', since: 1 }, 'restored', []],
  [{ at: 'completing', since: 1 }, 'completed', []],
  [{ at: 'closed', how: 'elsewhere' }, 'elsewhere', []],
] as const)('a cutover at %j is %s', (phase, how, live) => {
  // Only these members are looked at.
  const run = { id: 'A', phase, live: [], plan: { states: [{ records: [edited] }, { records: [] }] } }
  const view = { run, log: [], watch: { problems: [], mayResume: true } } as unknown as CutoverView
  expect(reportRow(view, '123456789012', 9)).toMatchObject({ id: 'A', how, endedAt: 9 })
  expect(reportRow(view, '123456789012', 9).live).toEqual(live)
})

test.each([{ at: 'completing', since: 1 } as const, { at: 'closed', how: 'completed' } as const])(
  'at %j with an edit that was kept it was stopped',
  (phase) => {
    const plan = { states: [{ records: [] }, { records: [] }] }
    const run = { id: 'A', phase, live: [edited], plan }
    const view = { run, log: [], watch: { problems: [], mayResume: true } } as unknown as CutoverView
    expect(reportRow(view, '123456789012', 9)).toMatchObject({ how: 'stopped' })
  },
)
