/** The whole revision as JSON, as it could be registered again. Values that may be secret are marks until somebody asks. */
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useMemo } from 'react'
import type { Json } from '../../../core/task-definition/json.ts'
import { maskValue, unmaskText } from '../../../core/task-definition/mask.ts'
import type { Revision } from '../../../core/task-definition/revision.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { RevealButton, useReveal } from '../parts/MaskedText.tsx'

const words = {
  title: { en: 'JSON', ko: 'JSON' },
  about: {
    en: 'Values that may be secret are shown as marks (•••1), also in copies.',
    ko: '비밀일 수 있는 값은 복사할 때도 표시(•••1)로 나타납니다.',
  },
  values: { en: 'hidden values', ko: '숨긴 값' },
} satisfies Record<string, Text>

export function RevisionJson({ revision: { definition } }: { revision: Revision }) {
  const say = useText()
  const shown = useReveal()
  const { text, kept } = useMemo(() => {
    const masked = maskValue(definition as unknown as Json)
    return { text: JSON.stringify(masked.value, null, 2), kept: masked.kept }
  }, [definition])
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={say(words.about)}
          actions={kept.length > 0 && <RevealButton {...shown} name={say(words.values)} />}
        >
          {say(words.title)}
        </Header>
      }
    >
      <CodeBlock
        text={shown.isRevealed ? unmaskText(text, kept) : text}
        label={say(words.title)}
        lines={30}
      />
    </Container>
  )
}
