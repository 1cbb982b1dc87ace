/** The time range of a metrics tab: chosen here, kept in the URL. */
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { metricRanges, type MetricRange } from './search.ts'

const words = {
  range: { en: 'Time range', ko: '시간 범위' },
  hours: { en: '{n} h', ko: '{n}시간' },
} satisfies Record<string, Text>

interface MetricRangeChoiceProps {
  hours: MetricRange
  onChange: (hours: MetricRange) => void
}

export function MetricRangeChoice({ hours, onChange }: MetricRangeChoiceProps) {
  const say = useText()
  return (
    <SegmentedControl
      label={say(words.range)}
      selectedId={String(hours)}
      options={metricRanges.map((n) => ({ id: String(n), text: say(words.hours, { n }) }))}
      onChange={({ detail }) => {
        const chosen = metricRanges.find((one) => String(one) === detail.selectedId)
        if (chosen) onChange(chosen)
      }}
    />
  )
}
