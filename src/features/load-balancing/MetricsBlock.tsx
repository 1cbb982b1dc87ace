/** A block of charts over one time range, which is chosen here and kept in the URL. */
import ColumnLayout from '@cloudscape-design/components/column-layout'
import type { ReactNode } from 'react'
import type { Text } from '../../i18n/text.ts'
import { Block } from '../../ui/Block.tsx'
import type { BlockState } from '../../ui/block-state.ts'
import { HoursChoice } from '../../widgets/metric-chart/HoursChoice.tsx'
import type { MetricHours } from '../../widgets/metric-chart/metric-hours.ts'

const words = {
  title: { en: 'Metrics', ko: '지표' },
} satisfies Record<string, Text>

interface MetricsBlockProps {
  state: BlockState
  hours: MetricHours
  onHours: (hours: MetricHours) => void
  /** Charts. */
  children: ReactNode
}

export function MetricsBlock({ state, hours, onHours, children }: MetricsBlockProps) {
  return (
    <Block
      title={words.title}
      // The charts hold their place by themselves, which a placeholder of lines would not.
      state={{ ...state, loading: false }}
      actions={<HoursChoice hours={hours} onHours={onHours} />}
    >
      <ColumnLayout columns={2}>{children}</ColumnLayout>
    </Block>
  )
}
