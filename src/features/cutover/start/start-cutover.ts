/** What is still missing before the start, and the start itself. */
import type { Plan } from '../../../core/cutover/plan.ts'
import { startGate } from '../../../core/cutover/preflight/evaluate.ts'
import { checks as registry } from '../../../core/cutover/preflight/registry.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import { factOf } from '../../../data/cutover/preflight.ts'
import type { CutoverSetup } from '../../../data/cutover/rows.ts'
import type { PreflightHandle } from '../../../data/cutover/use-preflight.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import type { WizardState } from './wizard-context.ts'

const words = {
  plan: { en: 'A plan.', ko: '계획' },
  checks: {
    en: 'Checks that stand in the way: {checks}.',
    ko: '진행을 막는 점검: {checks}.',
  },
  warnings: {
    en: 'Warnings to acknowledge: {count}.',
    ko: '확인할 경고: {count}개.',
  },
  file: { en: 'The rollback file of this plan.', ko: '이 계획의 롤백 파일.' },
  typed: { en: 'The hostname, typed above.', ko: '위에 입력한 호스트 이름.' },
  role: { en: 'A role that may move hostnames.', ko: '호스트 이름을 옮길 수 있는 역할.' },
} satisfies Record<string, Text>

/** Tells whether a file that was downloaded is still about this plan. */
export function fileKey({ params, digest, originalDigest }: Plan, id: string): string {
  return JSON.stringify([id, originalDigest, digest, params])
}

/** Empty: it may start. `can`: the role in use may write. */
export function missingToStart({ plan, checks, draft, id }: WizardState, can: boolean): Message[] {
  if (!plan || !checks) return [{ text: words.plan }]
  const { blocking, toAcknowledge } = startGate(
    Object.values(checks.view.results),
    new Set(draft.acknowledged),
  )
  const running = checks.view.running.filter((each) => !blocking.includes(each))
  const inTheWay = [...blocking, ...running]
  return [
    ...(inTheWay.length > 0 ? [{ text: words.checks, values: { checks: inTheWay.join(', ') } }] : []),
    ...(toAcknowledge.length > 0 ? [{ text: words.warnings, values: { count: toAcknowledge.length } }] : []),
    ...(draft.file === fileKey(plan, id) ? [] : [{ text: words.file }]),
    ...(can ? [] : [{ text: words.role }]),
    ...(draft.confirmed.trim() === shownName(plan.hostname) ? [] : [{ text: words.typed }]),
  ]
}

/** Opens the session and sends the first write. */
export function beginCutover(state: WizardState, plan: Plan, checks: PreflightHandle): CutoverSession {
  const { cutovers, draft, id } = state
  const before = cutovers.session(plan.zone.id, plan.hostname)
  // A start that came to nothing.
  if (before?.get().run.phase.at === 'planned') cutovers.leave(before)
  const deployments = factOf(checks.view.readings, 'service')?.deployments ?? []
  const primary = deployments.find(({ status }) => status === 'PRIMARY')?.id
  const session = cutovers.begin(plan, setupOf(state, checks), primary, id)
  session.attest({ acknowledged: draft.acknowledged })
  session.command({ kind: 'auto', advance: draft.advance, abort: draft.abort })
  if (draft.awake) session.stayAwake(true)
  void session.start()
  return session
}

function setupOf({ draft, targetGroup }: WizardState, { view }: PreflightHandle): CutoverSetup {
  const { subject, readings, results, endedAt = 0 } = view
  return {
    subject,
    thresholds: {},
    smoke: draft.smoke
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    before: {
      checkedAt: endedAt,
      checks: registry.flatMap(({ id }) => results[id] ?? []),
      access: {
        dnsName: factOf(readings, 'loadBalancer')?.dnsName ?? '',
        healthPath: subject.healthPath,
        matcher: targetGroup?.healthCheck.matcher,
        targets: factOf(readings, 'targets') ?? [],
        probe: factOf(readings, 'probe') ?? { kind: 'skipped' },
        seen: draft.seen,
      },
    },
  }
}
