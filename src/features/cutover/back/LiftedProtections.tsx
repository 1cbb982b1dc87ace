/** Protections that were removed while the cutover ran: they are set again by a click, and stay noted until then. */
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import type { Protection } from '../../../core/cutover/snapshot.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import { setProtections } from '../../../data/cutover/protections.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { problemWords } from '../../../widgets/problem/problem-words.ts'

const words = {
  lifted: { en: 'Protections that were removed for it: {names}.', ko: '전환을 위해 제거한 보호: {names}.' },
  again: { en: 'Set them again', ko: '다시 설정' },
} satisfies Record<string, Text>

interface LiftedProtectionsProps {
  session: CutoverSession
  protections: readonly Protection[]
}

export function LiftedProtections({ session, protections }: LiftedProtectionsProps) {
  const say = useText()
  const aws = useAws()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  if (protections.length === 0) return null
  const again = async (): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      await setProtections(aws, session, protections)
    } catch (error) {
      setFailure(problemWords(say, error).title)
    } finally {
      setBusy(false)
    }
  }
  const names = protections.map(({ name, type }) => `${type} ${shownName(name)}`).join(', ')
  return (
    <div>
      {say(words.lifted, { names })}{' '}
      <Button loading={busy} onClick={() => void again()}>
        {say(words.again)}
      </Button>{' '}
      {failure}
    </div>
  )
}
