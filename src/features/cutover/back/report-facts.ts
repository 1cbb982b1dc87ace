/** From what this computer kept of a cutover to the facts of its report, in words. */
import { guards } from '../../../core/cutover/guards/registry.ts'
import { checks } from '../../../core/cutover/preflight/registry.ts'
import type { CheckResult } from '../../../core/cutover/preflight/evaluate.ts'
import type {
  ReportCheck,
  ReportFacts,
  ReportMetric,
  ReportOutcome,
  Say,
} from '../../../core/cutover/report.ts'
import { verifications } from '../../../core/cutover/verification/registry.ts'
import { isSuccess } from '../../../core/dns/health-check.ts'
import { beganAt, visitsOf, writesOf } from '../../../data/cutover/report-source.ts'
import type { AccessTest, Attested, ReportRow } from '../../../data/cutover/rows.ts'
import type { TrafficHistory } from '../../../data/cutover/traffic.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import { logText } from '../parts/log-words.ts'
import { stateName } from '../parts/state-words.ts'

const words = {
  requests: { en: 'Requests', ko: '요청 수' },
  errors: { en: '5XX answers', ko: '5XX 응답' },
  latency: { en: 'Latency p95, seconds', ko: '지연 시간 p95(초)' },
  targets: { en: 'Targets', ko: '대상' },
  fresh: { en: 'new side', ko: '새 대상' },
  legacy: { en: 'legacy', ko: '레거시' },
  healthy: { en: 'healthy', ko: '정상' },
  unhealthy: { en: 'unhealthy', ko: '비정상' },
  address: {
    en: '{dns} answers for {path}; the target group takes {matcher} for healthy.',
    ko: '{dns}의 {path} 경로. 대상 그룹은 {matcher}을(를) 정상으로 봅니다.',
  },
  target: { en: 'Target {id}: {state} {reason}', ko: '대상 {id}: {state} {reason}' },
  probed: {
    en: 'Probe with the real hostname: {good} of {all} checkers succeeded.',
    ko: '실제 호스트 이름 프로브: 검사기 {all}개 중 {good}개 성공.',
  },
  probeAttested: {
    en: 'Somebody reached it with the real hostname: {note}',
    ko: '담당자가 실제 호스트 이름으로 확인: {note}',
  },
  probeSkipped: {
    en: 'It was not reached with the real hostname.',
    ko: '실제 호스트 이름으로 확인하지 않았습니다.',
  },
  seen: {
    en: 'Somebody opened it and saw what was expected.',
    ko: '담당자가 열어 보고 예상대로임을 확인했습니다.',
  },
  unseen: { en: 'Nobody said that they had opened it.', ko: '열어 보았다는 확인이 없습니다.' },
  acknowledged: { en: 'Warning accepted: {id}', ko: '경고 수락: {id}' },
  opened: { en: 'The hostname was opened at “{state}”.', ko: '“{state}”에서 호스트 이름을 열어 보았습니다.' },
  ticked: { en: 'Seen at “{state}”: {item}', ko: '“{state}”에서 확인: {item}' },
  tooLittle: {
    en: 'Too little traffic to judge by was accepted at “{state}”.',
    ko: '“{state}”에서 판단하기 부족한 트래픽을 수락했습니다.',
  },
  note: { en: '{name}: {note}', ko: '{name}: {note}' },
  inside: {
    en: 'No internal resolver, hosts file or partner leads to the legacy.',
    ko: '내부 해석기, hosts 파일, 협력사 어디에서도 레거시를 가리키지 않습니다.',
  },
  rollbackGivenUp: { en: 'The way back was given up.', ko: '되돌아갈 방법을 포기했습니다.' },
  reason: { en: 'The hold was ended for a reason: {reason}', ko: '사유를 적고 유지를 끝냄: {reason}' },
} satisfies Record<string, Text>

interface Surroundings {
  traffic: TrafficHistory | undefined
  isRehearsal: boolean
  isSimulated: boolean
  say: Say
}

const outcomes: readonly ReportOutcome[] = [
  'open',
  'restored',
  'completed',
  'stopped',
  'elsewhere',
  'nothing-changed',
]

export function reportFacts(row: ReportRow, surroundings: Surroundings): ReportFacts {
  const { traffic, isRehearsal, isSimulated, say } = surroundings
  const { id, plan, setup, log, endedAt, live, liveActions } = row
  const { cluster, service, loadBalancer, healthPath } = setup.subject
  return {
    id,
    plan,
    outcome: outcomes.find((each) => each === row.how) ?? 'open',
    isRehearsal,
    isSimulated,
    began: beganAt(row),
    ended: endedAt,
    target: { cluster, service, loadBalancer, healthPath },
    live,
    liveActions,
    visits: visitsOf(log),
    writes: writesOf(log, plan),
    preflight: (setup.before?.checks ?? []).map(preflightLine),
    verifications: (row.verifications ?? []).map(({ id: of, state, message }) =>
      line(of, verifications, state, [message]),
    ),
    guards: (row.guards ?? []).map(({ id: of, state, message }) => line(of, guards, state, [message])),
    access: setup.before ? accessLines(setup.before.access) : [],
    attested: attestedLines(row, say),
    metrics: traffic ? metricsOf(traffic) : [],
    log: log.map((entry) => ({ at: entry.at, text: logText(entry, plan, say) })),
  }
}

type Titled = readonly { id: string; title: Text }[]

function line(
  id: string,
  registry: Titled,
  result: ReportCheck['result'],
  said: readonly Message[],
  evidence: readonly string[] = [],
): ReportCheck {
  const title = registry.find((each) => each.id === id)?.title ?? { en: id, ko: id }
  return { id, title, result, said, evidence }
}

function preflightLine({ id, level, verdicts }: CheckResult): ReportCheck {
  return line(
    id,
    checks,
    level,
    verdicts.map(({ message }) => message),
    verdicts.flatMap(({ evidence = [] }) => evidence),
  )
}

function accessLines({ dnsName, healthPath, matcher = '200', targets, probe, seen }: AccessTest): Message[] {
  return [
    { text: words.address, values: { dns: dnsName, path: healthPath, matcher } },
    ...targets.map(({ id, state, reason = '' }) => ({ text: words.target, values: { id, state, reason } })),
    probeLine(probe),
    { text: seen ? words.seen : words.unseen },
  ]
}

function probeLine(probe: AccessTest['probe']): Message {
  if (probe.kind === 'skipped') return { text: words.probeSkipped }
  if (probe.kind === 'attested') return { text: words.probeAttested, values: { note: probe.note } }
  const { observations } = probe
  const values = { good: observations.filter(isSuccess).length, all: observations.length }
  return { text: words.probed, values }
}

function attestedLines({ attested, plan, log }: ReportRow, say: Say): Message[] {
  const { acknowledged, opened, ticked, tooLittle, notes, inside, rollbackGivenUp } = attested
  const stateOf = (state: number): string => say(stateName(plan, state))
  return [
    ...acknowledged.map((id) => ({ text: words.acknowledged, values: { id } })),
    ...opened.map((state) => ({ text: words.opened, values: { state: stateOf(state) } })),
    ...tickedLines(ticked, stateOf),
    ...tooLittle.map((state) => ({ text: words.tooLittle, values: { state: stateOf(state) } })),
    ...Object.entries(notes).map(([name, note]) => ({ text: words.note, values: { name, note } })),
    ...log.flatMap((entry) => {
      const reason = entry.kind === 'asked' && entry.command.kind === 'finish' && entry.command.reason
      return reason ? [{ text: words.reason, values: { reason } }] : []
    }),
    ...(inside ? [{ text: words.inside }] : []),
    ...(rollbackGivenUp ? [{ text: words.rollbackGivenUp }] : []),
  ]
}

function tickedLines(ticked: Attested['ticked'], stateOf: (state: number) => string): Message[] {
  return Object.entries(ticked).flatMap(([state, items]) =>
    items.map((item) => ({ text: words.ticked, values: { state: stateOf(Number(state)), item } })),
  )
}

function metricsOf(traffic: TrafficHistory): ReportMetric[] {
  const { ours, legacy, target5xx, p95, healthy, unhealthy } = traffic
  const old = legacy ? [{ label: words.legacy, points: legacy }] : []
  return [
    { title: words.requests, series: [{ label: words.fresh, points: ours }, ...old] },
    { title: words.errors, series: [{ label: words.fresh, points: target5xx }] },
    { title: words.latency, series: [{ label: words.fresh, points: p95 }] },
    {
      title: words.targets,
      series: [
        { label: words.healthy, points: healthy },
        { label: words.unhealthy, points: unhealthy },
      ],
    },
  ]
}
