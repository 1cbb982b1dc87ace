/** Traffic of the legacy, hour by hour, on its way to nothing. */
import type { HoldEvidence, LegacyTraffic } from '../../../core/cutover/hold/evidence.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { MetricChart } from '../../../widgets/metric-chart/MetricChart.tsx'

const words = {
  requests: { en: 'Requests of the legacy, each hour', ko: '레거시 요청 수(시간당)' },
  packets: { en: 'Packets into legacy instances, each hour', ko: '레거시 인스턴스 수신 패킷(시간당)' },
} satisfies Record<string, Text>

const hour = 3_600_000

type Measured = Extract<LegacyTraffic, { hours: unknown }>

export function LegacyTrafficChart({ legacy, at }: { legacy: HoldEvidence['legacy']; at: number }) {
  const say = useText()
  return (['requests', 'packets'] as const).map((kind) => {
    const measured = legacy.filter((one): one is Measured => one.kind === kind)
    if (measured.length === 0) return null
    const series = measured.map(({ name, hours = [] }) => ({
      id: name,
      label: name,
      // Where there was no request, CloudWatch has no value: that is 0. An instance without packets did not run.
      points: hours.flatMap(({ at: start, value }) =>
        value === undefined && kind === 'packets' ? [] : [{ at: start, value: value ?? 0 }],
      ),
    }))
    const first = Math.min(at - hour, ...series.flatMap(({ points }) => points.map((point) => point.at)))
    return (
      <MetricChart
        key={kind}
        title={say(words[kind])}
        series={series}
        range={{ from: first, to: at }}
        periodMs={hour}
        unit="count"
        height={140}
      />
    )
  })
}
