/** Protections that stand in the way, with their comments: removed by a click, noted to be set again. */
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { wayBack } from '../../../core/cutover/permits.ts'
import type { Protection } from '../../../core/cutover/snapshot.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import { liftProtections } from '../../../data/cutover/protections.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { problemWords } from '../../../widgets/problem/problem-words.ts'

const words = {
  title: { en: 'Protected records', ko: '보호된 레코드' },
  one: { en: '{type} {name}: “{comment}”', ko: '{type} {name}: “{comment}”' },
  bare: { en: '{type} {name}: no comment', ko: '{type} {name}: 설명 없음' },
  goOn: { en: 'Remove the protection and go on', ko: '보호를 제거하고 계속' },
  back: { en: 'Remove the protection and roll back', ko: '보호를 제거하고 롤백' },
  warning: { en: 'Warning', ko: '경고' },
  failed: { en: 'The protection was not removed: {reason}', ko: '보호를 제거하지 못했습니다: {reason}' },
} satisfies Record<string, Text>

interface ProtectionListProps {
  session: CutoverSession
  protections: readonly Protection[]
}

export function ProtectionList({ session, protections }: ProtectionListProps) {
  const say = useText()
  const aws = useAws()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const lift = async (then: () => void): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      await liftProtections(aws, session, protections)
      then()
    } catch (error) {
      setFailure(problemWords(say, error).title)
    } finally {
      setBusy(false)
    }
  }
  const goBack = (): void => {
    if (wayBack(session.get().run).offer === 'cancel') session.cancel()
    else session.rollback()
  }
  return (
    <Alert type="warning" statusIconAriaLabel={say(words.warning)} header={say(words.title)}>
      <SpaceBetween size="s">
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {protections.map(({ name, type, comment }) => (
            <li key={`${name} ${type}`}>
              {say(comment === '' ? words.bare : words.one, { type, name: shownName(name), comment })}
            </li>
          ))}
        </ul>
        {failure !== undefined && <div>{say(words.failed, { reason: failure })}</div>}
        <SpaceBetween direction="horizontal" size="xs">
          <Button loading={busy} onClick={() => void lift(() => session.resume())}>
            {say(words.goOn)}
          </Button>
          <Button loading={busy} onClick={() => void lift(goBack)}>
            {say(words.back)}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  )
}
