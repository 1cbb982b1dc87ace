/** What is printed of a plan says the same as what is sent, and a shell reads it back. */
import { spawnSync } from 'node:child_process'
import type { Change as SdkChange, ResourceRecordSet } from '@aws-sdk/client-route-53'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../../simulator/engine/dns/strict-zone.ts'
import type { Change, RecordSet } from '../dns/record-set.ts'
import { fixtures } from './fixtures/all.ts'
import { verbatim } from './fixtures/compare.ts'
import { asRead, chosenZone, plansOf } from './fixtures/planning.ts'
import { alias, hostname, member, params, values, zoneId } from './fixtures/records.ts'
import { makePlan, type Plan } from './plan.ts'
import { liveRollback, printPlan, type PrintedStep } from './print.ts'
import { asciiJson, changeCommand, shellWord } from './print-commands.ts'
import { diffLines, recordDiffs, recordText } from './print-records.ts'

const id = '01JPRINTED0000000000000000'

/** Words of a POSIX command line that quotes with `'` and `\` only. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:'[^']*'|\\.|[^\s'\\])+/g) ?? []
  return words.map((word) =>
    word.replace(/'([^']*)'|\\(.)/g, (_, quoted?: string, one?: string) => quoted ?? one ?? ''),
  )
}

/** What a command is given, by the name of the option; JSON is read. */
function optionsOf(line: string): Record<string, unknown> {
  const [, , , ...words] = wordsOf(line)
  return Object.fromEntries(
    words.flatMap((word, at) =>
      word.startsWith('--') ? [[word.slice(2), jsonOf(words[at + 1] ?? '')] as const] : [],
    ),
  )
}

const jsonOf = (word: string): unknown => (/^[[{]/.test(word) ? JSON.parse(word) : word)

const nasty = fc.string({
  unit: fc.constantFrom('a', '"', "'", '\\', '`', '$', '!', ' ', '\n', '\t', '한', '💧', ';', '&'),
})
const change: fc.Arbitrary<Change> = fc.record({
  Action: fc.constantFrom('CREATE', 'DELETE'),
  ResourceRecordSet: fc.record({
    Name: fc.constantFrom(hostname, '\\052.example.com.', 'b\\344r.example.com.'),
    Type: fc.constantFrom('TXT', 'A'),
    TTL: fc.nat(),
    SetIdentifier: nasty,
    ResourceRecords: fc.array(fc.record({ Value: nasty }), { minLength: 1 }),
  }),
})

describe('printed commands', () => {
  it('are read back as what was printed, whatever is in the records', () => {
    fc.assert(
      fc.property(fc.array(change), nasty, (Changes, Comment) => {
        const line = changeCommand('Z1', { Comment, Changes })
        expect(line).toMatch(/^[ -~]*$/)
        expect(optionsOf(line)).toEqual({ 'hosted-zone-id': 'Z1', 'change-batch': { Comment, Changes } })
      }),
    )
  })

  it('are read by a real shell as they are by this test', () => {
    const texts = fc.sample(nasty, { numRuns: 60, seed: 7 }).map((text) => `${text}.`)
    const script = `printf '%s\\0' ${texts.map(shellWord).join(' ')}`
    const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' })
    expect(stdout.split('\0').slice(0, -1)).toEqual(texts)
    expect(shellWord('')).toBe("''")
  })

  it('change the records as the plan does, for every layout, step and way back', () => {
    for (const plan of fixtures.flatMap((fixture) => plansOf(fixture))) {
      const { steps, rollbacks } = printPlan(plan, id)
      for (const step of [...steps, ...rollbacks]) {
        const sent = step.commands.map(optionsOf)
        const live = step.batch.Changes.filter(
          ({ ResourceRecordSet: { Name } }) => Name !== plan.names.claim && Name !== plan.names.snapshot,
        )
        expect(sent).toEqual(
          live.length === 0
            ? []
            : [
                {
                  'hosted-zone-id': plan.zone.id,
                  'change-batch': { Comment: step.batch.Comment, Changes: live },
                },
              ],
        )
      }
    }
  })
})

const rules = { laxDelete: false, weightedValues: 'many', weightedTtl: 'reject' } as const

function applied(zone: { id: string; name: string }, records: RecordSet[], changes: Change[]): RecordSet[] {
  const result = applyChanges(zone, records as ResourceRecordSet[], changes as SdkChange[], rules)
  if ('code' in result) throw new Error(result.message)
  return result.records as RecordSet[]
}

/** What happens to the claim, in a line each. */
const claimsOf = ({ batch }: PrintedStep): string[] =>
  batch.Changes.flatMap(({ Action, ResourceRecordSet: { Name, ResourceRecords = [] } }) =>
    /^_cutover-[0-9a-f]{16}\./.test(Name) ? ResourceRecords.map(({ Value }) => `${Action} ${Value}`) : [],
  )

describe('printed batches', () => {
  it('lead Route 53 from state to state and back, one after the other', () => {
    const free = fixtures.filter(({ blocked, leftover }) => blocked === undefined && leftover === undefined)
    for (const fixture of free)
      for (const plan of plansOf(fixture)) {
        const zone = chosenZone(fixture)
        const before = zone.records.map(asRead)
        const printed = printPlan(plan, id)
        let now = applied(zone, before, printed.start.batch.Changes)
        for (const [index, step] of printed.steps.entries()) {
          now = applied(zone, now, step.batch.Changes)
          const back = applied(zone, now, printed.rollbacks[index + 1]?.batch.Changes ?? [])
          const journal = [plan.names.claim, plan.names.snapshot]
          expect(verbatim(back.filter(({ Name }) => !journal.includes(Name)))).toEqual(verbatim(before))
        }
      }
  })

  it('show the claim with nothing that only the moment knows', () => {
    const { start, steps, rollbacks } = printPlan(planOf('simple'), id)
    const digests = / d=\w{32} pd=\w{32} t=<seconds>"$/
    const told = [start, ...steps, ...rollbacks.slice(-1)].map((step) =>
      claimsOf(step).map((line) => line.replace(digests, '')),
    )
    const claim = (action: string, g: number, place: string): string =>
      `${action} "v=cutover1 id=${id} g=${g} ${place} x=<nonce>`
    expect(told).toEqual([
      [claim('CREATE', 1, 'i=0 hi=0 st=active')],
      [claim('DELETE', 1, 'i=0 hi=0 st=active'), claim('CREATE', 2, 'i=1 hi=1 st=active')],
      [claim('DELETE', 2, 'i=1 hi=1 st=active'), claim('CREATE', 3, 'i=2 hi=2 st=active')],
      [claim('DELETE', 3, 'i=2 hi=2 st=active'), claim('CREATE', 4, 'i=0 hi=2 st=rolledback')],
    ])
  })
})

function planOf(strategy: 'simple' | 'weighted' | 'rule', more: object = {}): Plan {
  const planning = makePlan({
    zone: { id: zoneId, name: 'example.com.' },
    hostname,
    records: [values(hostname, 'A', 300, '192.0.2.1')],
    params: { ...params, strategy, ...more },
  })
  if ('refusal' in planning) throw new Error(planning.refusal.code)
  return planning.plan
}

describe('a plan that keeps its snapshot to itself', () => {
  it('starts with the claim alone', () => {
    const starts = [false, true].map((privateSnapshot) =>
      printPlan(planOf('simple', { privateSnapshot }), id),
    )
    expect(starts.map(({ start }) => start.batch.Changes.length)).toEqual([2, 1])
  })
})

describe('weights within a load balancer', () => {
  const legacyGroupArn = 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/legacy/1'
  const rule = {
    arn: 'arn:aws:elasticloadbalancing:eu-west-1:1:listener-rule/app/shop/1/2/3',
    kind: 'rule',
    actions: [{ Type: 'forward', TargetGroupArn: legacyGroupArn, Order: 1 }],
    legacyGroupArn,
    newGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/new/2',
  }

  it('are printed as changes of the rule; records stay', () => {
    const plan = planOf('rule', { rule, steps: [0, 50, 100] })
    const { steps, rollbacks } = printPlan(plan, id)
    expect(steps.map(({ diffs }) => diffs)).toEqual([[], [], []])
    expect(steps[1]?.actions).toEqual({ before: plan.states[1]?.actions, after: plan.states[2]?.actions })
    expect(steps.flatMap(({ commands }) => commands).map(optionsOf)).toEqual(
      plan.states.slice(1).map(({ actions }) => ({ region: 'eu-west-1', 'rule-arn': rule.arn, actions })),
    )
    // At the original there is nothing to put back.
    expect(rollbacks.map(({ commands }) => commands.length)).toEqual([0, 1, 1, 1])
    expect(liveRollback(plan, id, 3).Changes).toEqual([])
    expect(() => liveRollback(plan, id, 4)).toThrow('There is no state 4')
  })

  it('of a listener’s default rule are changed at the listener', () => {
    const arn = 'arn:aws:elasticloadbalancing:eu-west-1:1:listener/app/shop/1/2'
    const plan = planOf('rule', { rule: { ...rule, arn, kind: 'listener' }, steps: [0, 100] })
    const [command = ''] = printPlan(plan, id).rollbacks[2]?.commands ?? []
    expect(command).toMatch(/^aws elbv2 modify-listener /)
    expect(optionsOf(command)).toEqual({
      region: 'eu-west-1',
      'listener-arn': arn,
      'default-actions': plan.states[0]?.actions,
    })
  })
})

describe('records in print', () => {
  it.each<[RecordSet, string]>([
    [values(hostname, 'A', 60, '192.0.2.1', '192.0.2.2'), 'www.example.com. A TTL=60 192.0.2.1 192.0.2.2'],
    [
      member(alias(hostname, 'A', ['Z9', 'lb.example.net.'], true), 'ecs a', { Weight: 5 }),
      'www.example.com. A SetIdentifier="ecs a" Weight=5 ALIAS lb.example.net. Z9 EvaluateTargetHealth=true',
    ],
    [
      member(values(hostname, 'A', 60, '192.0.2.1'), 'eu', { GeoLocation: { ContinentCode: 'EU' } }),
      'www.example.com. A TTL=60 SetIdentifier=eu GeoLocation={"ContinentCode":"EU"} 192.0.2.1',
    ],
  ])('%j', (record, text) => {
    expect(recordText(record)).toBe(text)
  })

  it('differ where one comes, goes or changes; order of values and records does not matter', () => {
    const [one, two] = [
      values(hostname, 'A', 60, '192.0.2.1', '192.0.2.2'),
      values(hostname, 'AAAA', 60, '::1'),
    ]
    expect(recordDiffs([one, two], [two, values(hostname, 'A', 60, '192.0.2.2', '192.0.2.1')])).toEqual([])
    const low = values(hostname, 'A', 30, '192.0.2.1', '192.0.2.2')
    const diffs = recordDiffs([two, one], [low, values(hostname, 'TXT', 60, '"a"')])
    expect(diffs.flatMap(diffLines)).toEqual([
      '- www.example.com. A TTL=60 192.0.2.1 192.0.2.2',
      '+ www.example.com. A TTL=30 192.0.2.1 192.0.2.2',
      '- www.example.com. AAAA TTL=60 ::1',
      '+ www.example.com. TXT TTL=60 "a"',
    ])
  })

  it('are of printable ASCII as JSON', () => {
    expect(asciiJson(['한', '\u007f', '"\\'])).toBe(String.raw`["\ud55c","\u007f","\"\\"]`)
  })
})
