/** Says it when the keys open another account than the one this console is set up for. */
import { useQuery } from '@tanstack/react-query'
import { callerIdentityQuery } from '../data/account.ts'
import { useAws, useSession } from '../data/session.ts'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { Strip } from './Strip.tsx'

const wrong: Text = {
  en: 'Wrong account: these keys open {actual}, but this console is set up for {account}. What you see belongs to {actual}.',
  ko: '잘못된 계정: 이 키는 {actual} 계정의 키이지만 이 콘솔은 {account} 계정용으로 설정되어 있습니다. 표시된 내용은 {actual} 계정의 것입니다.',
}

export function AccountStrip() {
  const say = useText()
  const aws = useAws()
  const { account } = useSession()
  const { data } = useQuery(callerIdentityQuery(aws))
  if (!data || data.account === account) return null
  return <Strip tone="error">{say(wrong, { account, actual: data.account })}</Strip>
}
