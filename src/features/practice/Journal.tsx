/** The last calls and effects of the simulated account. */
import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { PracticeControl } from '../../data/practice.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Time } from '../../ui/Time.tsx'

const words = {
  title: { en: 'What happened last', ko: '최근 기록' },
} satisfies Record<string, Text>

const shown = 30

/** `revision` changes when the journal should be read again. */
export function Journal({ control, revision }: { control: PracticeControl; revision: number }) {
  const say = useText()
  const entries = control.journal()
  const first = Math.max(0, entries.length - shown)
  const last = entries.slice(first).map((entry, index) => ({ ...entry, number: first + index }))
  return (
    <ExpandableSection data-revision={revision} headerText={say(words.title)}>
      <ol style={{ maxBlockSize: '16rem', overflowY: 'auto', margin: 0, paddingInlineStart: '1.5rem' }}>
        {last.toReversed().map(({ number, at, text }) => (
          <li key={number}>
            <Box variant="span" fontSize="body-s">
              <Time at={at} /> {text}
            </Box>
          </li>
        ))}
      </ol>
    </ExpandableSection>
  )
}
