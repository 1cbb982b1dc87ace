/** What stands in a page's place when the thing it is about could not be read. */
import { useText } from '../../i18n/use-text.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { problemWords } from './problem-words.ts'

export function ProblemPage({ error, retry }: { error: unknown; retry?: () => void }) {
  const say = useText()
  const words = problemWords(say, error)
  return <ProblemAlert problem={words} retry={words.final ? undefined : retry} />
}
