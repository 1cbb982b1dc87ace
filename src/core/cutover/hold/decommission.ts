/** When "Legacy may be shut down" is said: only by evidence, never by time alone. */
import type { Message } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { answersOf } from '../../dns/resolver-answer.ts'
import { sideOf } from '../verification/sides.ts'
import type { HoldEvidence } from './evidence.ts'
import { legacyInUse } from './legacy-traffic.ts'

/** Answers of each resolver and type. */
export const samplesNeeded = 5

const notLast = {
  en: 'The last state is not reached, or not INSYNC.',
  ko: '마지막 상태에 이르지 않았거나 INSYNC가 아닙니다.',
}
const early = {
  en: 'Held for {hours, number, ::.#} of {needed, number, ::.#} hours.',
  ko: '{needed, number, ::.#}시간 중 {hours, number, ::.#}시간 동안 유지했습니다.',
}
const noLegacy = {
  en: 'It is not known what the hostname led to before: nothing shows that it is unused.',
  ko: '호스트 이름이 이전에 가리키던 대상을 알 수 없어 사용되지 않음을 확인할 수 없습니다.',
}
const unasked = {
  en: 'Public resolvers have not given {needed, number} answers each yet.',
  ko: '퍼블릭 해석기가 아직 각각 {needed, number}번 응답하지 않았습니다.',
}
const remembers = {
  en: '{resolver} still answers with the legacy.',
  ko: '{resolver}이(가) 아직 레거시로 응답합니다.',
}
const unsearched = {
  en: 'The hosted zones of the account have not been searched for records that lead to the legacy.',
  ko: '계정의 호스팅 영역에서 레거시를 가리키는 레코드를 아직 찾아보지 않았습니다.',
}
const pointing = {
  en: '{count, plural, one {# other record leads} other {# other records lead}} to the legacy: {names}.',
  ko: '다른 레코드 {count}개가 레거시를 가리킵니다: {names}.',
}
const inside = {
  en: 'Somebody must say that no internal resolver, hosts file or partner leads to the legacy: that cannot be seen from here.',
  ko: '내부 해석기, hosts 파일, 협력사 어디에서도 레거시를 가리키지 않음을 누군가 확인해야 합니다. 여기서는 볼 수 없습니다.',
}
const wayBack = {
  en: 'The way back to the legacy has not been given up yet.',
  ko: '레거시로 돌아갈 방법을 아직 포기하지 않았습니다.',
}

export interface Decommission {
  unlocked: boolean
  /** What is still missing. */
  reasons: Message[]
}

export function decommission(evidence: HoldEvidence, now: number): Decommission {
  const reasons = [
    ...timeMissing(evidence, now),
    ...trafficLeft(evidence, now),
    ...resolversLeft(evidence),
    ...recordsLeft(evidence),
    ...(evidence.insideAttested ? [] : [{ text: inside }]),
    ...(evidence.rollbackGivenUp ? [] : [{ text: wayBack }]),
  ]
  return { unlocked: reasons.length === 0, reasons }
}

/** For the end of a hold at equal weights: only what shows itself is asked; the way back stays, and so may other records that lead to the legacy. */
export function collapse(evidence: HoldEvidence, now: number): Decommission {
  const asked = { isLastState: true, pointers: [], insideAttested: true, rollbackGivenUp: true }
  return decommission({ ...evidence, ...asked }, now)
}

/** ms until the required time is over, not below 0; undefined before the hold. */
export function holdLeft(
  { heldSince, required }: Pick<HoldEvidence, 'heldSince' | 'required'>,
  now: number,
): number | undefined {
  return heldSince === undefined ? undefined : Math.max(0, heldSince + required - now)
}

function timeMissing({ isLastState, heldSince, required }: HoldEvidence, now: number): Message[] {
  // What was read before a hold began is not about it.
  const hours = Math.max(0, now - (heldSince ?? now)) / 3_600_000
  const left = holdLeft({ heldSince, required }, now) ?? required
  return [
    ...(isLastState ? [] : [{ text: notLast }]),
    ...(left > 0 ? [{ text: early, values: { hours, needed: required / 3_600_000 } }] : []),
  ]
}

function trafficLeft({ legacy }: HoldEvidence, now: number): Message[] {
  if (legacy.length === 0) return [{ text: noLegacy }]
  return legacy.flatMap((traffic) => legacyInUse(traffic, now) ?? [])
}

/** A resolver that is out of reach says nothing; one at least must be heard. Where none is asked, what is attested counts. */
function resolversLeft({ resolvers, sides }: HoldEvidence): Message[] {
  if (!resolvers) return []
  const heard = resolvers.map(({ samples }) => answersOf(samples))
  const isThin = heard.some(
    (answers) =>
      answers.length === 0 ||
      answers.some(
        ({ resolver }) => answers.filter((other) => other.resolver === resolver).length < samplesNeeded,
      ),
  )
  const old = heard.flat().filter(
    ({ records }) =>
      sideOf(
        records.map(({ data }) => data),
        sides,
      ) === 'legacy',
  )
  return [
    ...(isThin || heard.length === 0 ? [{ text: unasked, values: { needed: samplesNeeded } }] : []),
    ...[...new Set(old.map(({ resolver }) => resolver))].map((resolver) => ({
      text: remembers,
      values: { resolver },
    })),
  ]
}

function recordsLeft({ pointers }: HoldEvidence): Message[] {
  if (!pointers) return [{ text: unsearched }]
  if (pointers.length === 0) return []
  const names = [...new Set(pointers.map(({ name }) => shownName(name)))].join(', ')
  return [{ text: pointing, values: { count: pointers.length, names } }]
}
