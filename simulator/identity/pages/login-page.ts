/** The sign-in form of the managed login. */
import type { WireResponse } from '../../protocol/wire.ts'
import { type Language, escapeHtml, page } from './document.ts'

const words = {
  title: { en: 'Sign in to Tidegate', ko: 'Tidegate 로그인' },
  username: { en: 'Username', ko: '사용자 이름' },
  password: { en: 'Password', ko: '암호' },
  submit: { en: 'Sign in', ko: '로그인' },
  wrong: {
    en: 'Incorrect username or password.',
    ko: '사용자 이름 또는 암호가 올바르지 않습니다.',
  },
  note: {
    en: 'This is a simulated account. Users: {users}. The password is “tidegate-” followed by the username.',
    ko: '시뮬레이션된 계정입니다. 사용자: {users}. 암호는 “tidegate-” 뒤에 사용자 이름을 붙인 것입니다.',
  },
} satisfies Record<string, Record<Language, string>>

export interface LoginPageOptions {
  language: Language
  /** Where the form is sent: the page's own address with its query. */
  action: string
  /** Names to sign in with. */
  users: string[]
  /** Where a right password leads. */
  returnTo: string
  /** Set after a wrong password: the name that was typed. */
  wrong?: { username: string }
}

export function loginPage({ language, action, users, returnTo, wrong }: LoginPageOptions): WireResponse {
  const say = (text: Record<Language, string>): string => escapeHtml(text[language])
  const describedBy = wrong ? ' aria-describedby="problem" aria-invalid="true"' : ''
  const problem = wrong ? `<p class="problem" id="problem" role="alert">${say(words.wrong)}</p>\n` : ''
  const names = users.map((name) => `<code>${escapeHtml(name)}</code>`).join(', ')
  return page({
    status: 200,
    language,
    title: words.title[language],
    formTargets: [new URL(returnTo).origin],
    body: `<h1>${say(words.title)}</h1>
${problem}<form method="post" action="${escapeHtml(action)}">
<label for="username">${say(words.username)}</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${escapeHtml(wrong?.username ?? '')}"${describedBy}>
<label for="password">${say(words.password)}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${describedBy}>
<button type="submit">${say(words.submit)}</button>
</form>
<p class="note">${say(words.note).replace('{users}', names)}</p>`,
  })
}
