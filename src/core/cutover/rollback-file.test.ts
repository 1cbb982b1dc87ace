/** The rollback file puts back what was there, and is taken back in only when it is whole. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change as SdkChange, ResourceRecordSet } from '@aws-sdk/client-route-53'
import { describe, expect, it } from 'vitest'
import { applyChanges } from '../../../simulator/engine/dns/strict-zone.ts'
import { translate } from '../../i18n/translate.ts'
import type { RecordSet } from '../dns/record-set.ts'
import { fixtures } from './fixtures/all.ts'
import { verbatim } from './fixtures/compare.ts'
import type { Fixture } from './fixtures/fixture.ts'
import { asRead, chosenZone, plansOf } from './fixtures/planning.ts'
import { hostname, params, values, zoneId } from './fixtures/records.ts'
import { makePlan, type Plan, planFromSnapshot, snapshotOf } from './plan.ts'
import { rollbackFile, type RollbackFile, rollbackFileName, rollbackFileText } from './rollback-file.ts'
import { readRollbackFile } from './rollback-file-read.ts'

const head = { id: '01JFILE0000000000000000000', createdAt: Date.UTC(2026, 10, 20), account: '123456789012' }
const rules = { laxDelete: false, weightedValues: 'many', weightedTtl: 'reject' } as const

/** The zone of a layout as it stands in one state of a plan. */
function zoneIn(plan: Plan, fixture: Fixture, state: number): RecordSet[] {
  const original = new Set(verbatim(plan.states[0]?.records ?? []))
  const others = chosenZone(fixture)
    .records.map(asRead)
    .filter((record) => !original.has(verbatim([record])[0] ?? ''))
  return [...others, ...(plan.states[state]?.records ?? [])]
}

describe('rollback of the file', () => {
  const free = fixtures.filter(({ blocked }) => blocked === undefined)
  it.each(free.map((fixture) => [`${fixture.id} ${fixture.title}`, fixture] as const))(
    'leads from every state of layout %s to the original, and touches nothing else',
    (_, fixture) => {
      for (const plan of plansOf(fixture)) {
        const { rollback } = rollbackFile(plan, head)
        expect(Object.keys(rollback)).toEqual(plan.states.map((_state, index) => String(index)))
        for (const [index, { Changes }] of Object.entries(rollback)) {
          // Where nothing stands, there is nothing to change, which Route 53 would not take.
          if (Changes.length === 0) continue
          const there = zoneIn(plan, fixture, Number(index)) as ResourceRecordSet[]
          const after = applyChanges(chosenZone(fixture), there, Changes as SdkChange[], rules)
          const records = 'records' in after ? (after.records as RecordSet[]) : after.message
          expect(typeof records === 'string' ? records : verbatim(records)).toEqual(
            verbatim(zoneIn(plan, fixture, 0)),
          )
        }
      }
    },
  )
})

function planOf(more: object = {}, records = [values(hostname, 'A', 300, '192.0.2.1', '192.0.2.2')]): Plan {
  const planning = makePlan({
    zone: { id: zoneId, name: 'example.com.' },
    hostname,
    records,
    params: { ...params, ...more },
  })
  if ('refusal' in planning) throw new Error(planning.refusal.code)
  return planning.plan
}

const group = (name: string): string => `arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/${name}/1`
const rule = {
  arn: 'arn:aws:elasticloadbalancing:eu-west-1:1:listener-rule/app/shop/1/2/3',
  kind: 'rule',
  actions: [{ Type: 'forward', TargetGroupArn: group('legacy') }],
  legacyGroupArn: group('legacy'),
  newGroupArn: group('new'),
}

describe('the rollback file', () => {
  it('says what it is about, and names no account', () => {
    const file = rollbackFile(planOf(), head)
    expect(file).toMatchObject({
      v: 1,
      id: head.id,
      createdAt: '2026-11-20T00:00:00.000Z',
      zoneId,
      zoneName: 'example.com.',
      hostname,
      snapshot: [values(hostname, 'A', 300, '192.0.2.1', '192.0.2.2')],
    })
    expect(file.accountIdHash).toMatch(/^[0-9a-f]{8}$/)
    expect(rollbackFileText(file)).not.toContain(head.account)
    expect(file.plan.map(({ label }) => label).slice(0, 3)).toEqual(['D0', 'ttl-prep', 'w0'])
  })

  it('has a name that every file system takes', () => {
    expect(rollbackFileName('\\052.shop.example.com.', 'ID')).toBe('cutover-_.shop.example.com-ID.json')
  })

  it('gives its script to two calls of sed, whatever is in the records', () => {
    const nasty = String.raw`"a \" \\ ' $(x) ${'`y`'}" "한"`
    const record = { Name: hostname, Type: 'A', SetIdentifier: nasty, Weight: 1, TTL: 60 }
    const weighted = [{ ...record, ResourceRecords: [{ Value: '192.0.2.1' }] }]
    const file = rollbackFile(planOf({ strategy: 'simple' }, weighted), head)
    const folder = mkdtempSync(join(tmpdir(), 'rollback-file-'))
    try {
      writeFileSync(join(folder, rollbackFileName(hostname, head.id)), rollbackFileText(file))
      expect(spawnSync('sh', ['-c', file.cli[0] ?? ''], { cwd: folder }).status).toBe(0)
      expect(readFileSync(join(folder, 'rollback.sh'), 'utf8')).toBe(`${file.script.join('\n')}\n`)
      const syntax = spawnSync('sh', ['-n', 'rollback.sh'], { cwd: folder, encoding: 'utf8' })
      expect(syntax.stderr).toBe('')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('holds the actions of a rule in its script', () => {
    const file = rollbackFile(planOf({ strategy: 'rule', rule, steps: [0, 100] }), head)
    expect(file.plan[0]?.actions).toEqual(rule.actions)
    expect(file.script).toContain(JSON.stringify(rule.actions))
    expect(file.script).toContain('RULE_REGION=eu-west-1')
  })
})

/** An edit: the member at a path of names becomes `value`, or goes. */
const set =
  (path: string, value: unknown) =>
  (file: Record<string, unknown>): void => {
    const names = path.split('.')
    const last = names.pop() ?? ''
    const parent = names.reduce<Record<string, unknown>>(
      (at, name) => at[name] as Record<string, unknown>,
      file,
    )
    if (value === undefined) delete parent[last]
    else parent[last] = value
  }

describe('a rollback file that is brought', () => {
  const plans = [
    ...fixtures.flatMap((fixture) => plansOf(fixture)),
    planOf({ strategy: 'rule', rule, steps: [0, 100] }),
  ]

  it('gives the same plan again, for every layout', () => {
    for (const plan of plans) {
      const reading = readRollbackFile(rollbackFileText(rollbackFile(plan, head)))
      expect(reading).toEqual({
        snapshot: snapshotOf(plan, head.id),
        zone: { id: plan.zone.id, name: plan.zone.name },
      })
      const again = 'snapshot' in reading && planFromSnapshot(reading.snapshot, plan.zone)
      expect(again).toEqual(plan)
    }
  })

  const whole = rollbackFile(planOf(), head)
  const edited = (edit: (file: Record<string, unknown>) => void): string => {
    const copy = JSON.parse(JSON.stringify(whole)) as RollbackFile & Record<string, unknown>
    edit(copy)
    return JSON.stringify(copy)
  }
  it.each<[string, string, string]>([
    ['no JSON', '{', 'This is no rollback file: it is not JSON.'],
    ['a list', '[]', 'This is no rollback file of a version that is known here: v must be 1.'],
    ['nothing', 'null', 'This is no rollback file of a version that is known here: v must be 1.'],
    ['a newer one', edited(set('v', 2)), 'v must be 1'],
    ['no id', edited(set('id', undefined)), 'damaged at id: text is expected'],
    ['no list', edited(set('snapshot', {})), 'damaged at snapshot: list is expected'],
    ['a TTL in words', edited(set('snapshot.0.TTL', '60')), 'damaged at snapshot[0].TTL: number is'],
    [
      'a member that is not AWS’s',
      edited(set('snapshot.0.Ttl', 60)),
      'damaged at snapshot[0].Ttl: nothing is',
    ],
    [
      'a value that is none',
      edited(set('snapshot.0.ResourceRecords.1', '192.0.2.2')),
      'damaged at snapshot[0].ResourceRecords[1]: object is',
    ],
    ['a flag', edited(set('params.prepareTtl', 1)), 'damaged at params.prepareTtl: flag is'],
    ['a strategy', edited(set('params.strategy', 'all')), 'params.strategy: simple | weighted | rule is'],
    ['no digest', edited(set('digests.original', undefined)), 'damaged at digests.original: text is'],
    [
      'other records',
      edited(set('snapshot.0.TTL', 301)),
      'The records in the file are not those that it was written with',
    ],
  ])('is refused with the place of the mistake: %s', (_, text, message) => {
    const reading = readRollbackFile(text)
    expect('trouble' in reading && translate('en', reading.trouble)).toContain(message)
  })

  it('may have parameters that only a newer release knows', () => {
    expect(readRollbackFile(edited(set('params.somethingNew', true)))).toHaveProperty('snapshot')
  })
})
