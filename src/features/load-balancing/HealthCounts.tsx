/** How many targets are healthy and unhealthy. */
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { StatusBadge, type Tone } from '../../widgets/status-badge/StatusBadge.tsx'

const words = {
  counts: { en: '{healthy} healthy, {unhealthy} unhealthy', ko: '정상 {healthy}개, 비정상 {unhealthy}개' },
  healthy: { en: '{healthy} healthy', ko: '정상 {healthy}개' },
  none: { en: 'no data', ko: '데이터 없음' },
  noneWhy: {
    en: 'CloudWatch has no count: no targets, no load balancer, or nothing in the last minutes.',
    ko: 'CloudWatch에 수치가 없습니다. 대상이나 로드 밸런서가 없거나 최근 몇 분간 데이터가 없습니다.',
  },
} satisfies Record<string, Text>

interface HealthCountsProps {
  /** undefined: not known. */
  healthy: number | undefined
  unhealthy: number | undefined
}

function toneOf(healthy: number, unhealthy: number): Tone {
  if (unhealthy > 0) return healthy > 0 ? 'warning' : 'bad'
  return healthy > 0 ? 'good' : 'off'
}

export function HealthCounts({ healthy, unhealthy }: HealthCountsProps) {
  const say = useText()
  if (healthy === undefined && unhealthy === undefined)
    return <span title={say(words.noneWhy)}>{say(words.none)}</span>
  // CloudWatch's averages are fractions while targets change; one that failed for half a minute still counts.
  const [good, bad] = [Math.round(healthy ?? 0), Math.ceil(unhealthy ?? 0)]
  return (
    <StatusBadge tone={toneOf(good, bad)}>
      {say(bad > 0 ? words.counts : words.healthy, { healthy: good, unhealthy: bad })}
    </StatusBadge>
  )
}
