/** How far it is known where revisions are used, and what could not be read. */
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { FamilyUsage } from '../../../data/task-definitions/usage.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { problemWords } from '../../../widgets/problem/problem-words.ts'

const words = {
  reading: {
    en: 'Where revisions are used is being read: {read} of {total} services',
    ko: '개정의 사용처를 읽는 중: 서비스 {total}개 중 {read}개',
  },
  services: {
    en: 'Which services use the revisions could not be read: {title}',
    ko: '어느 서비스가 개정을 쓰는지 읽지 못함: {title}',
  },
  tasks: {
    en: 'Which tasks run the revisions could not be read: {title}',
    ko: '어느 태스크가 개정을 실행하는지 읽지 못함: {title}',
  },
  schedules: {
    en: 'Which schedules run the revisions could not be read: {title}',
    ko: '어느 일정이 개정을 실행하는지 읽지 못함: {title}',
  },
} satisfies Record<string, Text>

export function UsageNotice({ usage }: { usage: FamilyUsage }) {
  const say = useText()
  const { failed, progress, isComplete, isReading, refetch } = usage
  return (
    <>
      {!isComplete && isReading && progress && (
        <StatusIndicator type="loading">{say(words.reading, progress)}</StatusIndicator>
      )}
      {failed.map(({ what, error }) => {
        const problem = problemWords(say, error)
        return (
          <ProblemAlert
            key={what}
            problem={{ ...problem, title: say(words[what], { title: problem.title }) }}
            retry={refetch}
          />
        )
      })}
    </>
  )
}
