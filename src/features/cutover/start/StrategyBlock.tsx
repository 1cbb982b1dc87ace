/** The three strategies, each with what it does and, where it cannot be, why. */
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Tiles from '@cloudscape-design/components/tiles'
import type { Strategy } from '../../../core/cutover/params.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { newCutoverSearch } from './search.ts'
import { strategyRefusal } from './strategy-refusal.ts'
import { useWizard } from './wizard-context.ts'

const words = {
  title: { en: 'Strategy', ko: '전략' },
  weighted: { en: 'Weighted shift', ko: '가중치 이동' },
  'weighted-about': {
    en: 'Weighted records send a growing share of answers to the new side; each share is watched before the next. The usual choice.',
    ko: '가중치 레코드로 새 쪽의 응답 비율을 단계적으로 늘리며, 각 비율을 관찰한 뒤 다음으로 넘어갑니다. 일반적인 선택입니다.',
  },
  simple: { en: 'Simple swap', ko: '단순 교체' },
  'simple-about': {
    en: 'After the TTL is lowered, all records are replaced at once. For whole routing groups, and for names without records.',
    ko: 'TTL을 낮춘 뒤 모든 레코드를 한 번에 교체합니다. 라우팅 그룹 전체나 레코드가 없는 이름에 사용합니다.',
  },
  rule: { en: 'Weights within one load balancer', ko: '한 로드 밸런서 내 가중치' },
  'rule-about': {
    en: 'Old and new target group stand behind one listener rule: exact shares of requests, no DNS change at all.',
    ko: '이전과 새 대상 그룹이 하나의 리스너 규칙 뒤에 있을 때 사용합니다. 요청 비율이 정확하며 DNS는 변경하지 않습니다.',
  },
  refused: { en: 'Not possible here: {why}', ko: '사용할 수 없음: {why}' },
} satisfies Record<string, Text>

const strategies: readonly Strategy[] = ['weighted', 'simple', 'rule']

export function StrategyBlock() {
  const say = useText()
  const { search, change, checks, subject } = useWizard()
  const value = search.strategy ?? 'weighted'
  return (
    <Container header={<Header variant="h2">{say(words.title)}</Header>}>
      <Tiles
        ariaLabel={say(words.title)}
        columns={3}
        value={value}
        items={strategies.map((strategy) => {
          const refusal =
            checks &&
            subject &&
            strategyRefusal(strategy, { readings: checks.view.readings, subject, search })
          return {
            value: strategy,
            label: say(words[strategy]),
            description: (
              <>
                <div>{say(words[`${strategy}-about`])}</div>
                {refusal && <div>{say(words.refused, { why: say(refusal) })}</div>}
              </>
            ),
            disabled: refusal !== undefined && strategy !== value,
          }
        })}
        onChange={({ detail }) => change({ strategy: newCutoverSearch({ strategy: detail.value }).strategy })}
      />
    </Container>
  )
}
