/** Tags of a resource, in order of their keys. */
import Table from '@cloudscape-design/components/table'
import Box from '@cloudscape-design/components/box'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'

const words = {
  key: { en: 'Key', ko: '키' },
  value: { en: 'Value', ko: '값' },
  none: { en: 'No tags', ko: '태그 없음' },
  tags: { en: 'Tags', ko: '태그' },
} satisfies Record<string, Text>

export function TagList({ tags }: { tags: Readonly<Record<string, string>> }) {
  const say = useText()
  const items = Object.entries(tags)
    .map(([key, value]) => ({ key, value }))
    .toSorted((a, b) => a.key.localeCompare(b.key))
  return (
    <Table
      variant="embedded"
      items={items}
      trackBy="key"
      wrapLines
      ariaLabels={{ tableLabel: say(words.tags) }}
      columnDefinitions={[
        { id: 'key', header: say(words.key), cell: ({ key }) => key, isRowHeader: true },
        { id: 'value', header: say(words.value), cell: ({ value }) => (value === '' ? '–' : value) },
      ]}
      empty={<Box color="text-status-inactive">{say(words.none)}</Box>}
    />
  )
}
