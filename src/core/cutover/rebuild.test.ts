import { expect, test } from 'vitest'
import { hostname, params, values, zoneId } from './fixtures/records.ts'
import { next } from './machine.ts'
import { makePlan } from './plan.ts'
import { rebuiltRun } from './rebuild.ts'
import type { Run, ZoneReading } from './run.ts'
import { recordsAt } from './standing.ts'

const id = '01JTESTTESTTESTTESTTESTTES'
const now = 1_760_000_000_000
const original = values(hostname, 'A', 300, '192.0.2.1')
const plan = (() => {
  const zone = { id: zoneId, name: 'example.com.' }
  const planning = makePlan({ zone, hostname, records: [original], params })
  if (!('plan' in planning)) throw new Error(planning.refusal.code)
  return planning.plan
})()

function readingOf(records: ZoneReading['records']): ZoneReading {
  return { records, unknownFields: [] }
}

/** What is sent once somebody has asked for it and the zone was read again. */
function written(run: Run, kind: 'recreate' | 'rollback', reading: ZoneReading) {
  const asked = next(run, { type: 'command', command: { kind }, now, nonce: 'a'.repeat(16) })
  const read = next(asked.run, { type: 'read', reading, now, nonce: 'b'.repeat(16) })
  return read.run.intent
}

test('the live records tell the state; the journal is written again for it', () => {
  const reading = readingOf(recordsAt(plan, 3))
  const run = rebuiltRun(plan, id, reading, now)
  expect(run?.phase).toEqual({ at: 'journal-lost', state: 3 })
  const intent = run && written(run, 'recreate', reading)
  expect(intent?.claimAfter).toMatchObject({
    id,
    state: 3,
    highest: plan.states.length - 1,
    status: 'active',
  })
  expect(intent?.changes.map(({ Action, ResourceRecordSet }) => [Action, ResourceRecordSet.Name])).toEqual([
    ['CREATE', plan.names.claim],
    ['CREATE', plan.names.snapshot],
  ])
})

test('everything can be put back without the journal', () => {
  const reading = readingOf(recordsAt(plan, 3))
  const run = rebuiltRun(plan, id, reading, now)
  const intent = run && written(run, 'rollback', reading)
  expect(intent?.claimAfter).toMatchObject({ state: 0, status: 'rolledback' })
  expect(intent?.changes.map(({ Action, ResourceRecordSet }) => [Action, ResourceRecordSet])).toContainEqual([
    'CREATE',
    original,
  ])
})

test('records of no state are taken for the first: the difference is shown afterwards', () => {
  const edited = values(hostname, 'A', 300, '198.51.100.9')
  expect(rebuiltRun(plan, id, readingOf([edited]), now)?.phase).toEqual({ at: 'journal-lost', state: 1 })
})

test('where the original stands, nothing is to be done', () => {
  expect(rebuiltRun(plan, id, readingOf([original]), now)).toBeUndefined()
})
