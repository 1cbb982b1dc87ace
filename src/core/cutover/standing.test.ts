/** Whose claim stands in the zone, and which state the zone is in. */
import { expect, it } from 'vitest'
import type { RecordSet } from '../dns/record-set.ts'
import { Bench, edited, hostname, rulePlan, testPlan } from './fixtures/bench.ts'
import {
  claimIn,
  isAt,
  isAtLast,
  matchingStates,
  recordsAt,
  shownDigest,
  standingOf,
  standingState,
  standsAt,
  standsNow,
} from './standing.ts'

it('a claim is ours by its id and nonce', () => {
  const bench = new Bench().upTo(2)
  const reading = bench.reading()
  const whose = (more: Partial<Bench['run']>, other = reading) =>
    standingOf({ ...bench.run, ...more }, other).whose
  expect(whose({})).toBe('ours')
  expect(whose({ journal: undefined })).toBe('ours-other')
  expect(whose({ id: 'another' })).toBe('theirs')
  expect(whose({ nonces: [] })).toBe('theirs')
  expect(whose({}, { ...reading, claim: undefined })).toBe('nobody')
  const { claim } = reading
  expect(whose({}, { ...reading, claim: claim && { ...claim, ResourceRecords: [{ Value: 'x' }] } })).toBe(
    'theirs',
  )
})

it('is read wherever it can be', () => {
  const { claim } = new Bench().upTo(2).reading()
  expect(claimIn({ claim })).toMatchObject({ state: 2 })
  expect(claimIn({})).toBeUndefined()
  expect(claimIn({ claim: claim && { ...claim, ResourceRecords: [] } })).toBeUndefined()
})

it('a state is the one that all records are as it says', () => {
  const bench = new Bench().upTo(3)
  expect(matchingStates(bench.run, bench.reading())).toEqual([3])
  expect(matchingStates(bench.run, bench.edit([edited]).reading())).toEqual([])
  expect(isAt(bench.run, bench.reading(), 99)).toBe(false)
  expect(recordsAt(bench.run.plan, 99)).toEqual([])
  expect(standsAt(bench.run.plan, 99)).toEqual({ records: [] })
  expect(standsAt(bench.run.plan, 3)).toEqual({ records: recordsAt(bench.run.plan, 3) })
})

const cname = (Value: string): RecordSet => ({
  Name: hostname,
  Type: 'CNAME',
  TTL: 300,
  ResourceRecords: [{ Value }],
})

it('a CNAME that we wrote is the same with and without its dot, one that was there is not', () => {
  const bench = new Bench(testPlan({}, [cname('old.example.net')])).upTo(3)
  const bare = bench.zone.map((record) => ({
    ...record,
    ...(record.Type === 'CNAME' && {
      ResourceRecords:
        record.ResourceRecords?.map(({ Value }) => ({ Value: Value.replace(/\.$/, '') })) ?? [],
    }),
  }))
  expect(
    isAt(bench.run, { ...bench.reading(), records: bare.filter(({ Type }) => Type === 'CNAME') }, 3),
  ).toBe(true)
  expect(isAt(bench.run, { records: [cname('old.example.net.')], unknownFields: [] }, 0)).toBe(false)
  const alias = { ...cname(''), ResourceRecords: undefined } as unknown as RecordSet
  expect(isAt(bench.run, { records: [alias], unknownFields: [] }, 3)).toBe(false)
})

it('the state is what the claim says, and without a claim what the records are', () => {
  const { run } = new Bench().upTo(3)
  expect(standingState(run)).toBe(3)
  expect(standingState({ ...run, journal: undefined })).toBe(3)
  expect(standingState({ ...run, journal: undefined, live: [edited] })).toBe(0)
  const last = run.plan.states.length - 1
  expect([isAtLast(run), isAtLast({ ...run, live: recordsAt(run.plan, last) })]).toEqual([false, true])
})

it('of a rule counts its actions, too', () => {
  const bench = new Bench(rulePlan()).upTo(2)
  expect(matchingStates(bench.run, bench.reading())).toEqual([2])
  expect(matchingStates(bench.run, { records: [], unknownFields: [] })).toEqual([])
  const shown = shownDigest(bench.reading())
  bench.actions = []
  expect(shownDigest(bench.reading())).not.toBe(shown)
  expect(standsNow(bench.run)).toEqual(standsAt(bench.run.plan, 2))
})
