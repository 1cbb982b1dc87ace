/** How far back charts reach: one choice for every page that has them. */
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { metricHours, type MetricHours } from './metric-hours.ts'

const words = {
  range: { en: 'Time range', ko: '시간 범위' },
  hours: { en: '{n} h', ko: '{n}시간' },
} satisfies Record<string, Text>

interface HoursChoiceProps {
  hours: MetricHours
  onHours: (hours: MetricHours) => void
}

export function HoursChoice({ hours, onHours }: HoursChoiceProps) {
  const say = useText()
  return (
    <SegmentedControl
      label={say(words.range)}
      selectedId={String(hours)}
      options={metricHours.map((n) => ({ id: String(n), text: say(words.hours, { n }) }))}
      onChange={({ detail }) => {
        const chosen = metricHours.find((one) => String(one) === detail.selectedId)
        if (chosen) onHours(chosen)
      }}
    />
  )
}
