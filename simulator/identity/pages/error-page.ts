/** What the managed login shows when it cannot safely send the browser back. */
import type { WireResponse } from '../../protocol/wire.ts'
import { type Language, escapeHtml, page } from './document.ts'

const words = {
  title: { en: 'Sign-in error', ko: '로그인 오류' },
  heading: {
    en: 'An error was encountered with the requested page.',
    ko: '요청한 페이지에서 오류가 발생했습니다.',
  },
} satisfies Record<string, Record<Language, string>>

/** `problem` is Cognito's own word, e.g. `redirect_mismatch`. */
export function errorPage(language: Language, problem: string, status = 400): WireResponse {
  return page({
    status,
    language,
    title: words.title[language],
    body: `<h1>${escapeHtml(words.heading[language])}</h1>
<p class="problem" role="alert"><code>${escapeHtml(problem)}</code></p>`,
  })
}
