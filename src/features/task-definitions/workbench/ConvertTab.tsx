/** Conversions: of what was pasted into a definition, and of the open definition into other forms. */
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import { checkTypes } from '../../../core/task-definition/linter/type-level.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { FromDefinition } from '../convert/FromDefinition.tsx'
import { IntoDefinition } from '../convert/IntoDefinition.tsx'
import type { DefinitionDocument } from './definition-document.ts'
import type { DocumentView } from './use-document.ts'

const words = {
  direction: { en: 'Direction', ko: '방향' },
  into: { en: 'Into a task definition', ko: '태스크 정의로' },
  from: { en: 'From this definition', ko: '이 정의에서' },
} satisfies Record<string, Text>

interface Props {
  document: DefinitionDocument
  view: DocumentView
}

export function ConvertTab({ document, view: { cleaned, value } }: Props) {
  const say = useText()
  const isSource = cleaned?.kind === 'dockerrun' || cleaned?.kind === 'compose'
  const [direction, setDirection] = useState(isSource ? 'into' : 'from')
  const masked = useMemo(() => checkTypes(value ?? {}).trusted, [value])
  return (
    <SpaceBetween size="m">
      <SegmentedControl
        label={say(words.direction)}
        selectedId={direction}
        options={[
          { id: 'into', text: say(words.into) },
          { id: 'from', text: say(words.from) },
        ]}
        onChange={({ detail }) => setDirection(detail.selectedId)}
      />
      {direction === 'into' ? (
        <IntoDefinition
          // Another paste is another source.
          key={cleaned?.text}
          pasted={cleaned}
          onDefinition={(definition) => {
            document.write(`${JSON.stringify(definition, null, 2)}\n`)
            setDirection('from')
          }}
        />
      ) : (
        <FromDefinition masked={masked} real={document.definition} />
      )}
    </SpaceBetween>
  )
}
