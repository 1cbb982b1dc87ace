import { describe, expect, test } from 'vitest'
import { translate } from '../../i18n/translate.ts'
import { hostname, params, values, zoneId } from './fixtures/records.ts'
import type { PlanParams } from './params.ts'
import { makePlan, type Plan } from './plan.ts'
import { cutoverReport, reportFileName, type ReportCheck, type ReportFacts, type Say } from './report.ts'
import { reportMarkdown } from './report-markdown.ts'
import { metricPicture } from './report-picture.ts'

const say: Say = (message, given) =>
  translate('en', given && !('text' in message) ? { text: message, values: given } : message)

const began = Date.UTC(2026, 10, 20, 6)
const minute = 60_000
const original = values(hostname, 'A', 300, '192.0.2.1')

function planOf(more: Partial<PlanParams> = {}): Plan {
  const zone = { id: zoneId, name: 'example.com.' }
  const planning = makePlan({ zone, hostname, records: [original], params: { ...params, ...more } })
  if (!('plan' in planning)) throw new Error(planning.refusal.code)
  return planning.plan
}

const plan = planOf({ steps: [0, 50, 100] })

const arn = 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/legacy/1'
const rulePlan = planOf({
  strategy: 'rule',
  rule: {
    arn: 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:listener-rule/app/shop/1/2/3',
    kind: 'rule',
    actions: [{ Type: 'forward', TargetGroupArn: arn }],
    legacyGroupArn: arn,
    newGroupArn: `${arn}2`,
  },
})

const check: ReportCheck = {
  id: 'P-01',
  title: { en: 'Name', ko: '이름' },
  result: 'pass',
  said: [{ text: { en: 'Fine: {n}', ko: '좋음: {n}' }, values: { n: 1 } }],
  evidence: ['a|b', '*c*'],
}

const facts: ReportFacts = {
  id: '01JTESTTESTTESTTESTTESTTES',
  plan,
  outcome: 'restored',
  isRehearsal: false,
  isSimulated: false,
  began,
  ended: began + 90 * minute,
  target: { cluster: 'shop', service: 'web', loadBalancer: 'edge-alb', healthPath: '/healthz' },
  live: [original],
  visits: [
    { state: 1, at: began + minute, inSyncAt: began + 2 * minute },
    { state: 9, at: began + 3 * minute },
  ],
  writes: [
    { at: began, what: 'start', changeId: 'C1', requestId: 'r-1' },
    { at: began + minute, what: 'step ttl-prep', changeId: 'C2' },
  ],
  preflight: [check],
  verifications: [{ ...check, id: 'V-1', result: 'waiting' }],
  guards: [{ ...check, id: 'G1', result: 'ok', evidence: [] }],
  access: [{ text: { en: 'Answered 200', ko: '200 응답' } }],
  attested: [{ text: { en: 'Accepted', ko: '수락' } }],
  metrics: [
    {
      title: { en: 'Requests <per minute>', ko: '요청' },
      series: [
        {
          label: { en: 'Old', ko: '이전' },
          points: [
            { at: began, value: 100 },
            { at: began + 5 * minute, value: 40 },
          ],
        },
        { label: { en: 'New & fresh', ko: '새 대상' }, points: [{ at: began + 5 * minute, value: 60.25 }] },
      ],
    },
    { title: { en: 'Errors', ko: '오류' }, series: [{ label: { en: 'New', ko: '새 대상' }, points: [] }] },
  ],
  log: [{ at: began, text: 'Started' }],
}

describe('the report as data', () => {
  const report = cutoverReport(facts, say)

  test('is plain JSON that says when, what and by which request', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    expect(report.times).toEqual([
      { state: 'ttl-prep', at: '2026-11-20T06:01:00.000Z', inSyncAt: '2026-11-20T06:02:00.000Z' },
      // A state that this plan does not have is named by its number.
      { state: '9', at: '2026-11-20T06:03:00.000Z', inSyncAt: null },
    ])
    expect(report.writes.map(({ changeId, requestId }) => [changeId, requestId])).toEqual([
      ['C1', 'r-1'],
      ['C2', null],
    ])
    expect(report.plan.states.map(({ label, share }) => [label, share]).slice(0, 4)).toEqual([
      ['D0', null],
      ['ttl-prep', null],
      ['w0', 0],
      ['w50', 50],
    ])
    expect(report.preflight).toEqual([
      { id: 'P-01', title: 'Name', result: 'pass', said: ['Fine: 1'], evidence: ['a|b', '*c*'] },
    ])
  })

  test.each([
    ['the same', [original], true],
    ['edited', [{ ...original, TTL: 60 }], false],
    ['not read', undefined, null],
  ])('says whether the records are the original ones: %s', (_, live, expected) => {
    expect(cutoverReport({ ...facts, live }, say).isOriginal).toBe(expected)
  })

  test('compares a rule by what it does', () => {
    const back = [{ Type: 'forward', TargetGroupArn: arn }]
    const away = [{ Type: 'forward', TargetGroupArn: `${arn}2` }]
    const bare = { ...facts, plan: rulePlan, live: [] }
    expect(cutoverReport({ ...bare, liveActions: back }, say)).toMatchObject({
      isOriginal: true,
      after: { actions: back },
    })
    expect(cutoverReport({ ...bare, liveActions: away }, say).isOriginal).toBe(false)
    expect(cutoverReport(bare, say).isOriginal).toBe(false)
  })

  test('has a name that every file system takes', () => {
    expect(reportFileName(report, 'md')).toBe('cutover-report-www.example.com-01JTESTTESTTESTTESTTESTTES.md')
    const wild = { ...report, hostname: String.raw`\052.example.com.` }
    expect(reportFileName(wild, 'json')).toMatch(/^cutover-report-_052\.example\.com-.*\.json$/)
  })
})

describe('the report as Markdown', () => {
  test('has its sections, records and pictures; what others wrote is no markup', () => {
    const text = reportMarkdown(cutoverReport(facts, say), say)
    expect(text).toMatch(/^# Cutover of www\.example\.com\n/)
    expect(text).toContain('The live records are the original ones, verbatim: everything is restored.')
    expect(text).toContain('- P-01 Name – passed. Fine: 1 (a\\|b; \\*c\\*)')
    expect(text).toContain('- G1 Name – ok. Fine: 1\n')
    expect(text).toContain('```\nwww.example.com. A TTL=300 192.0.2.1\n```')
    expect(text).toContain('| 2026-11-20T06:00:00.000Z | start | C1 | r-1 |')
    expect(text).toContain('| 2026-11-20T06:05:00.000Z | 40 | 60.25 |')
    expect(text.match(/!\[.*\]\(data:image\/svg\+xml,[^()\s]+\)/g)).toHaveLength(1)
    expect(text).not.toContain('rehearsal')
  })

  test('a rehearsal says so first, and nothing is said where nothing is known', () => {
    const bare: ReportFacts = {
      ...facts,
      isRehearsal: true,
      isSimulated: true,
      live: undefined,
      visits: [],
      writes: [],
      metrics: [],
      verifications: [],
      attested: [],
      log: [],
      plan: { ...plan, states: [] },
    }
    const text = reportMarkdown(cutoverReport(bare, say), say)
    expect(text).toContain('> **This was a rehearsal in a copy: no live record was touched.**')
    const practised = reportMarkdown(cutoverReport({ ...facts, isSimulated: true }, say), say)
    expect(practised).toContain('> **This was practice in a simulated account: no live record was touched.**')
    expect(text).toContain('The live records were not read at the end.')
    expect(text.match(/Nothing is noted\./g)).toHaveLength(8)
    expect(text).not.toContain('Records after')
  })

  test('says that records differ, and shows actions and values with backticks whole', () => {
    const live = [values(hostname, 'TXT', 60, '"```"')]
    const liveActions = [{ Type: 'forward', TargetGroupArn: arn }]
    const changed = cutoverReport({ ...facts, plan: rulePlan, live, liveActions }, say)
    const text = reportMarkdown(changed, say)
    expect(text).toContain('The live records are not the original ones.')
    expect(text).toContain('````\nwww.example.com. TXT TTL=60 "```"\n````')
    expect(text).toContain('## Rule actions before')
    expect(text).toContain('## Rule actions after')
  })
})

describe('pictures', () => {
  test('show only the steps in their time, and escape names', () => {
    const [metric] = cutoverReport(facts, say).metrics
    const marks = [
      { at: new Date(began + minute).toISOString(), label: 'w<5' },
      { at: new Date(began - minute).toISOString(), label: 'too early' },
      { at: new Date(began + 60 * minute).toISOString(), label: 'too late' },
    ]
    const svg = metric && metricPicture(metric, marks)
    expect(svg).toContain('<title>Requests &lt;per minute&gt;</title>')
    expect(svg).toContain('w&lt;5')
    expect(svg).not.toMatch(/too (early|late)/)
    expect(svg).toContain('New &amp; fresh')
    // 100 at the top, 0 at the bottom.
    expect(svg).toContain('M56 12L708 93.6')
  })

  test('a single moment stands at the start; nothing is no picture', () => {
    const series = [{ label: 'New', points: [{ at: new Date(began).toISOString(), value: 0 }] }]
    expect(metricPicture({ title: 'Errors', series }, [])).toContain('M56 148')
    expect(metricPicture({ title: 'Errors', series: [] }, [])).toBeUndefined()
  })

  test('lines beyond the fourth look like the first again', () => {
    const point = { at: new Date(began).toISOString(), value: 1 }
    const series = Array.from({ length: 5 }, (_, index) => ({ label: `s${index}`, points: [point] }))
    expect(metricPicture({ title: 'Many', series }, [])?.match(/stroke="#0f62c4"/g)).toHaveLength(4)
  })
})
