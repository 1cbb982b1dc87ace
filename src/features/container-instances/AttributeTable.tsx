/** An instance's attributes, which placement constraints are compared with. */
import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import Table from '@cloudscape-design/components/table'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'

const words = {
  title: { en: 'Attributes', ko: '속성' },
  note: {
    en: 'Placement constraints and what a task definition requires are compared with these.',
    ko: '배치 제약 조건과 태스크 정의의 요구 사항을 이 속성과 비교합니다.',
  },
  name: { en: 'Name', ko: '이름' },
  value: { en: 'Value', ko: '값' },
  present: { en: 'present', ko: '있음' },
  none: { en: 'No attributes', ko: '속성 없음' },
} satisfies Record<string, Text>

export function AttributeTable({ attributes }: { attributes: Record<string, string> }) {
  const say = useText()
  const items = Object.entries(attributes)
    .map(([name, value]) => ({ name, value }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${String(items.length)})`} description={say(words.note)}>
          {say(words.title)}
        </Header>
      }
      items={items}
      trackBy="name"
      ariaLabels={{ tableLabel: say(words.title) }}
      wrapLines
      empty={<Box textAlign="center">{say(words.none)}</Box>}
      columnDefinitions={[
        { id: 'name', header: say(words.name), isRowHeader: true, cell: ({ name }) => name },
        // Capabilities of the agent have no value: that they are there says it.
        { id: 'value', header: say(words.value), cell: ({ value }) => value || say(words.present) },
      ]}
    />
  )
}
