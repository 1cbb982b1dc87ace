/** V-4: public resolvers find the hostname, and in the end forget the legacy. */
import { shownName } from '../../dns/name.ts'
import { answersOf, type ResolverSample } from '../../dns/resolver-answer.ts'
import { nothing } from './name-server-answers.ts'
import { expectedShares, sideOf } from './sides.ts'
import { isWaitOver, type StepFacts } from './step-facts.ts'
import { found, type Verification } from './verification.ts'

/** Of each resolver: its sites have caches of their own. */
const samplesNeeded = 3

const off = {
  en: 'Public resolvers are not asked about this name.',
  ko: '이 이름은 퍼블릭 해석기에 묻지 않습니다.',
}
const asking = { en: 'Public resolvers are being asked.', ko: '퍼블릭 해석기에 묻고 있습니다.' }
const failed = {
  en: '{resolver} answers {rcode} for {name}.',
  ko: '{resolver}이(가) {name}에 {rcode}(으)로 응답합니다.',
}
const remembers = {
  en: '{resolver} still answers with the legacy: {data}.',
  ko: '{resolver}이(가) 아직 레거시로 응답합니다: {data}.',
}
const silent = {
  en: 'Not every resolver could be asked: {resolvers}.',
  ko: '일부 해석기에 물을 수 없었습니다: {resolvers}.',
}
const fine = {
  en: 'All public resolvers that were asked find the name.',
  ko: '물어본 모든 퍼블릭 해석기가 이름을 찾습니다.',
}

export const resolverAnswers: Verification = {
  id: 'V-4',
  title: { en: 'Answers of public resolvers', ko: '퍼블릭 해석기의 응답' },
  verify: (facts) => {
    const { plan, state, resolvers } = facts
    if (expectedShares(plan, state).length === 0) return found('pass', nothing)
    if (!resolvers) return found('warn', off)
    const samples = resolvers.flatMap((asked) => asked.samples)
    const failure = answersOf(samples).find(({ rcode }) => rcode === 'SERVFAIL' || rcode === 'NXDOMAIN')
    if (failure)
      return found('fail', failed, {
        resolver: failure.resolver,
        rcode: failure.rcode,
        name: shownName(plan.hostname),
      })
    if (samples.length === 0) return found('waiting', asking)
    const isAllOurs = plan.states[state]?.kind === 'final' || plan.states[state]?.kind === 'v6'
    return (isAllOurs && isWaitOver(facts) ? unforgotten(facts) : undefined) ?? quiet(samples)
  },
}

/** After the wait no legacy answer may be left in three samples of each resolver. */
function unforgotten({
  plan,
  state,
  resolvers = [],
  sides,
}: StepFacts): ReturnType<Verification['verify']> | undefined {
  const moved = expectedShares(plan, state).map(({ type }) => type)
  const samples = resolvers.filter(({ type }) => moved.includes(type)).flatMap((asked) => asked.samples)
  const answers = answersOf(samples)
  for (const answer of answers) {
    const data = answer.records.map((record) => record.data)
    if (sideOf(data, sides) === 'legacy')
      return found('waiting', remembers, { resolver: answer.resolver, data: data.join(', ') })
  }
  const isThin = answers.some(
    ({ resolver }) => answers.filter((other) => other.resolver === resolver).length < samplesNeeded,
  )
  return isThin ? found('waiting', asking) : undefined
}

/** A resolver that cannot be reached says nothing about the name. */
function quiet(samples: readonly ResolverSample[]): ReturnType<Verification['verify']> {
  const heard = new Set(answersOf(samples).map(({ resolver }) => resolver))
  const unheard = new Set(samples.map(({ resolver }) => resolver).filter((name) => !heard.has(name)))
  return unheard.size > 0
    ? found('warn', silent, { resolvers: [...unheard].join(', ') })
    : found('pass', fine)
}
