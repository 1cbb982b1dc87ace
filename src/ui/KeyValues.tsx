/** Facts about one thing: labels over values, in columns that fold on a narrow screen. */
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { ReactNode } from 'react'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'

export interface KeyValue {
  label: Text
  /** Nothing (undefined, null, empty text) is drawn as a dash. */
  value: ReactNode
}

export function KeyValues({ items, columns = 3 }: { items: readonly KeyValue[]; columns?: 1 | 2 | 3 | 4 }) {
  const say = useText()
  return (
    <KeyValuePairs
      columns={columns}
      items={items.map(({ label, value }) => ({
        label: say(label),
        value: value === undefined || value === null || value === '' ? '–' : value,
      }))}
    />
  )
}
