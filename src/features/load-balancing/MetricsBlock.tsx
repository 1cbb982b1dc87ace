/** A block of charts over one time range, which is chosen here and kept in the URL. */
import ColumnLayout from '@cloudscape-design/components/column-layout'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import type { ReactNode } from 'react'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Block } from '../../ui/Block.tsx'
import type { BlockState } from '../../ui/block-state.ts'
import { metricRanges, type MetricRange } from './search.ts'

const words = {
  title: { en: 'Metrics', ko: '지표' },
  range: { en: 'Time range', ko: '시간 범위' },
  hours: { en: '{n} h', ko: '{n}시간' },
} satisfies Record<string, Text>

interface MetricsBlockProps {
  state: BlockState
  hours: MetricRange
  onHours: (hours: MetricRange) => void
  /** Charts. */
  children: ReactNode
}

export function MetricsBlock({ state, hours, onHours, children }: MetricsBlockProps) {
  const say = useText()
  return (
    <Block
      title={words.title}
      // The charts hold their place by themselves, which a placeholder of lines would not.
      state={{ ...state, loading: false }}
      actions={
        <SegmentedControl
          label={say(words.range)}
          selectedId={String(hours)}
          options={metricRanges.map((n) => ({ id: String(n), text: say(words.hours, { n }) }))}
          onChange={({ detail }) => {
            const chosen = metricRanges.find((one) => String(one) === detail.selectedId)
            if (chosen) onHours(chosen)
          }}
        />
      }
    >
      <ColumnLayout columns={2}>{children}</ColumnLayout>
    </Block>
  )
}
