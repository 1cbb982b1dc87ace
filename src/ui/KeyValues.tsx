/** Facts about one thing: labels over values, in columns that fold on a narrow screen. */
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { ReactNode } from 'react'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'

export interface KeyValue {
  label: Text
  /** What React would draw nothing for (undefined, null, a boolean, empty text) is drawn as a dash. */
  value: ReactNode
}

export function KeyValues({ items, columns = 3 }: { items: readonly KeyValue[]; columns?: 1 | 2 | 3 | 4 }) {
  const say = useText()
  return (
    <KeyValuePairs
      columns={columns}
      items={items.map(({ label, value }) => ({
        label: say(label),
        value: isNothing(value) ? '–' : value,
      }))}
    />
  )
}

function isNothing(value: ReactNode): boolean {
  return value === undefined || value === null || typeof value === 'boolean' || value === ''
}
