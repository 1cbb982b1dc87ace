/** V-3: Route 53's name servers answer as the state says. https://docs.aws.amazon.com/Route53/latest/APIReference/API_TestDNSAnswer.html */
import { shownName } from '../../dns/name.ts'
import { expectedShares, type Sides, sideOf } from './sides.ts'
import type { NameServerSample } from './step-facts.ts'
import { found, type Verification, type VerificationFinding, type VerificationState } from './verification.ts'

/** The resolver's own place and two client subnets. */
export const vantagePoints = 3

/** For states in which two sides answer. */
export const shareSamples = 20

/** Below this chance, answers that never came say something about the weights. */
const unlikely = 0.005

const closed = {
  en: 'AWS does not answer test questions for private zones: ask from a computer in the VPC, with dig {name}.',
  ko: 'AWS는 프라이빗 영역의 테스트 질의에 응답하지 않습니다. VPC 안의 컴퓨터에서 dig {name}(으)로 확인하세요.',
}
/** Where a rule is moved, and no record. */
export const nothing = {
  en: 'The step leaves all answers as they are.',
  ko: '이 단계는 응답을 바꾸지 않습니다.',
}
const asking = {
  en: '{type}: {count, number} of {needed, number} answers so far.',
  ko: '{type}: 지금까지 응답 {needed, number}개 중 {count, number}개.',
}
const failed = {
  en: '{type} of {name} is answered with {rcode}.',
  ko: '{name}의 {type}에 {rcode}(으)로 응답합니다.',
}
const wrong = {
  en: '{type} is answered with {data}, which this state does not have.',
  ko: '{type}에 이 상태에 없는 {data}(으)로 응답합니다.',
}
const strange = {
  en: '{type} is answered with {data}: not known of either side.',
  ko: '{type}에 {data}(으)로 응답합니다. 어느 쪽의 것인지 알 수 없습니다.',
}
const never = {
  en: '{type}: none of {count, number} answers leads to the new side, though {share, number} % should.',
  ko: '{type}: 응답의 {share, number}%가 새 쪽이어야 하지만 {count, number}개 중 하나도 없습니다.',
}
const right = {
  en: 'All answers are expected ones; {ours, number} of {count, number} lead to the new side.',
  ko: '모든 응답이 예상대로이며 {count, number}개 중 {ours, number}개가 새 쪽입니다.',
}

export const nameServerAnswers: Verification = {
  id: 'V-3',
  title: { en: 'Answers of the name servers', ko: '이름 서버의 응답' },
  verify: ({ plan, state, nameServers, sides }) => {
    const name = shownName(plan.hostname)
    const shares = expectedShares(plan, state)
    if (shares.length === 0) return found('pass', nothing)
    if (!nameServers) return found('warn', closed, { name })
    const findings = shares.map((wanted) => {
      const samples = nameServers.filter(({ type }) => type === wanted.type)
      return (
        refused(samples, name) ??
        wrongSide(samples, wanted, sides) ??
        missing(samples, wanted) ??
        unknown(samples, sides) ??
        unbalanced(samples, wanted, sides)
      )
    })
    const worst = findings
      .filter((finding) => finding !== undefined)
      .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))[0]
    const ours = nameServers.filter(({ data }) => sideOf(data, sides) === 'ours').length
    return worst ?? found('pass', right, { ours, count: nameServers.length })
  },
}

const order: readonly VerificationState[] = ['fail', 'waiting', 'warn', 'pass']

interface Wanted {
  type: string
  share: number
}

type Samples = readonly NameServerSample[]

function refused(samples: Samples, name: string): VerificationFinding | undefined {
  const bad = samples.find(({ rcode }) => rcode !== 'NOERROR')
  return bad && found('fail', failed, { type: bad.type, name, rcode: bad.rcode })
}

function wrongSide(samples: Samples, { share }: Wanted, sides: Sides): VerificationFinding | undefined {
  const bad = samples.find(({ data }) => {
    const side = sideOf(data, sides)
    return (side === 'ours' && share === 0) || (side === 'legacy' && share === 100)
  })
  return bad && found('fail', wrong, { type: bad.type, data: bad.data.join(', ') })
}

function missing(samples: Samples, { type, share }: Wanted): VerificationFinding | undefined {
  const vantages = new Set(samples.map(({ vantage }) => vantage)).size
  if (vantages < vantagePoints)
    return found('waiting', asking, { type, count: vantages, needed: vantagePoints })
  return share > 0 && share < 100 && samples.length < shareSamples
    ? found('waiting', asking, { type, count: samples.length, needed: shareSamples })
    : undefined
}

/** Load balancers with many nodes show some of their addresses only. */
function unknown(samples: Samples, sides: Sides): VerificationFinding | undefined {
  const bad = samples.find(({ data }) => sideOf(data, sides) === 'unknown')
  return (
    bad &&
    found(sides.complete ? 'fail' : 'warn', strange, { type: bad.type, data: bad.data.join(', ') || '–' })
  )
}

/** With 25 % and 20 answers, none for the new side has a chance of 0.3 %. */
function unbalanced(
  samples: Samples,
  { type, share }: Wanted,
  sides: Sides,
): VerificationFinding | undefined {
  const count = samples.length
  const isNever = samples.every(({ data }) => sideOf(data, sides) !== 'ours')
  return isNever && (1 - share / 100) ** count < unlikely
    ? found('warn', never, { type, count, share })
    : undefined
}
