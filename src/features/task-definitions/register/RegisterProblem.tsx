/** Why nothing was registered, or that nobody knows yet: then the family is the place to look. */
import SpaceBetween from '@cloudscape-design/components/space-between'
import { AwsProblem } from '../../../core/problem.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import { familyHref } from '../../../widgets/resource-link/href.ts'

const words = {
  lost: {
    en: 'The answer was lost, and no revision with the mark of this registration has appeared since. It was most likely not registered; nothing was sent a second time.',
    ko: '응답을 받지 못했고 이 등록의 표시가 있는 개정도 아직 없습니다. 등록되지 않았을 가능성이 높으며 다시 보내지 않았습니다.',
  },
  look: { en: 'Look at the revisions of {family}', ko: '{family}의 개정 보기' },
} satisfies Record<string, Text>

export function RegisterProblem({ error, family }: { error: unknown; family: string }) {
  const say = useText()
  const { region } = useAws()
  const problem = problemWords(say, error)
  const isLost = error instanceof AwsProblem && error.kind === 'unknown-outcome'
  if (!isLost) return <ProblemAlert problem={problem} />
  return (
    <SpaceBetween size="xs">
      <ProblemAlert problem={{ ...problem, explanation: say(words.lost) }} />
      <AppLink href={familyHref(region, family)}>{say(words.look, { family })}</AppLink>
    </SpaceBetween>
  )
}
