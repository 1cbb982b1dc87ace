/** Units of the metrics that are modelled. */
import type { StandardUnit } from '@aws-sdk/client-cloudwatch'

export function unitOf(metricName: string): StandardUnit {
  if (metricName === 'TargetResponseTime' || metricName === 'Latency') return 'Seconds'
  return /Utilization$|Reservation$/.test(metricName) ? 'Percent' : 'Count'
}
