/** Names with values, in order of their names: tags, attributes. Says so when there are none. */
import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'

const words = {
  tags: { en: 'Tags', ko: '태그' },
  noTags: { en: 'No tags', ko: '태그 없음' },
  key: { en: 'Key', ko: '키' },
  value: { en: 'Value', ko: '값' },
} satisfies Record<string, Text>

interface PairTableProps {
  title: Text
  keyLabel?: Text
  none: Text
  pairs: Readonly<Record<string, string>>
}

export function PairTable({ title, keyLabel = words.key, none, pairs }: PairTableProps) {
  const say = useText()
  const items = Object.entries(pairs)
    .map(([key, value]) => ({ key, value }))
    .toSorted((a, b) => a.key.localeCompare(b.key))
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${items.length})`}>
          {say(title)}
        </Header>
      }
      items={items}
      trackBy="key"
      ariaLabels={{ tableLabel: say(title) }}
      wrapLines
      empty={<Box textAlign="center">{say(none)}</Box>}
      columnDefinitions={[
        { id: 'key', header: say(keyLabel), isRowHeader: true, cell: (pair) => pair.key },
        { id: 'value', header: say(words.value), cell: (pair) => pair.value || '–' },
      ]}
    />
  )
}

export function TagList({ tags }: { tags: Readonly<Record<string, string>> }) {
  return <PairTable title={words.tags} none={words.noTags} pairs={tags} />
}
