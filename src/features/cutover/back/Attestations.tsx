/** What only people can say before a legacy is shut down. */
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { HoldEvidence } from '../../../core/cutover/hold/evidence.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { Attested } from '../../../data/cutover/rows.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { problemWords } from '../../../widgets/problem/problem-words.ts'

const words = {
  inside: {
    en: 'No internal resolver, hosts file or partner leads to the legacy',
    ko: '내부 해석기, hosts 파일, 협력사 어디에서도 레거시를 가리키지 않음',
  },
  insideWhy: { en: 'This cannot be seen from here.', ko: '여기서는 볼 수 없습니다.' },
  givenUp: { en: 'There will be no way back to the legacy', ko: '레거시로 돌아갈 방법을 포기함' },
  givenUpWhy: {
    en: 'Once the legacy is shut down, “Roll back exactly” would put back records that lead nowhere.',
    ko: '레거시를 종료한 뒤 롤백하면 아무 곳도 가리키지 않는 레코드가 복원됩니다.',
  },
  note: {
    en: 'How do you know that {name} is not used?',
    ko: '{name}이(가) 사용되지 않음을 어떻게 확인했나요?',
  },
  noteWhy: {
    en: 'CloudWatch does not see it: write down what you looked at.',
    ko: 'CloudWatch에서 볼 수 없으므로 확인한 내용을 적으세요.',
  },
  save: { en: 'Keep', ko: '저장' },
  search: {
    en: 'Search all zones for records that lead to the legacy',
    ko: '레거시를 가리키는 레코드를 모든 영역에서 찾기',
  },
  again: { en: 'Search all zones again', ko: '모든 영역에서 다시 찾기' },
} satisfies Record<string, Text>

interface AttestationsProps {
  session: CutoverSession
  attested: Attested
  evidence: HoldEvidence
}

export function Attestations({ session, attested, evidence }: AttestationsProps) {
  const say = useText()
  const change = (next: Partial<Attested>): void => {
    session.attest(next)
    void session.readHold()
  }
  const unseen = evidence.legacy.filter(({ kind }) => kind === 'attested')
  return (
    <SpaceBetween size="m">
      <Checkbox
        checked={attested.inside}
        description={say(words.insideWhy)}
        onChange={({ detail }) => change({ inside: detail.checked })}
      >
        {say(words.inside)}
      </Checkbox>
      {unseen.map(({ name }) => (
        <LegacyNote
          key={name}
          name={name}
          note={attested.notes[name] ?? ''}
          keep={(note) => change({ notes: { ...session.get().attested.notes, [name]: note } })}
        />
      ))}
      {evidence.isLastState && (
        <>
          <PointerSearch session={session} searched={evidence.pointers !== undefined} />
          <Checkbox
            checked={attested.rollbackGivenUp}
            description={say(words.givenUpWhy)}
            onChange={({ detail }) => change({ rollbackGivenUp: detail.checked })}
          >
            {say(words.givenUp)}
          </Checkbox>
        </>
      )}
    </SpaceBetween>
  )
}

interface LegacyNoteProps {
  name: string
  note: string
  keep: (note: string) => void
}

function LegacyNote({ name, note, keep }: LegacyNoteProps) {
  const say = useText()
  const [typed, setTyped] = useState(note)
  return (
    <FormField label={say(words.note, { name })} description={say(words.noteWhy)}>
      <SpaceBetween direction="horizontal" size="xs">
        <Input value={typed} onChange={({ detail }) => setTyped(detail.value)} />
        <Button disabled={typed === note} onClick={() => keep(typed)}>
          {say(words.save)}
        </Button>
      </SpaceBetween>
    </FormField>
  )
}

function PointerSearch({ session, searched }: { session: CutoverSession; searched: boolean }) {
  const say = useText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const search = async (): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      await session.searchPointers()
    } catch (error) {
      setFailure(problemWords(say, error).title)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div>
      <Button iconName="search" loading={busy} onClick={() => void search()}>
        {say(searched ? words.again : words.search)}
      </Button>{' '}
      {failure}
    </div>
  )
}
