/** Asks for the family. */
import { type Draft, nameFrom } from '../draft.ts'
import { ask, type Work } from '../work.ts'

export function settleFamily(work: Work, draft: Draft): string {
  const suggested = nameFrom(draft.hints.family || (draft.containers[0]?.name ?? ''), 'app')
  const answer = ask(work, {
    id: 'family',
    text: { en: 'Family of the task definition', ko: '태스크 정의 패밀리' },
    why: {
      en: 'The name under which its revisions are kept; the source has none.',
      ko: '개정이 이 이름으로 모입니다. 원본에는 없는 값입니다.',
    },
    suggested,
    form: /^[A-Za-z0-9_-]{1,255}$/,
    paths: [['family']],
  })
  return answer ?? suggested
}
