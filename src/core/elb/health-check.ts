/** A target group's health check in words, with how long a change of health takes. */
import type { Message, Text } from '../../i18n/text.ts'
import type { TargetGroup } from './target-group.ts'

type HealthCheck = TargetGroup['healthCheck']

const words = {
  off: {
    en: 'Health checks are switched off: every target counts as healthy.',
    ko: '상태 확인이 꺼져 있습니다. 모든 대상을 정상으로 간주합니다.',
  },
  http: {
    en: '{protocol} GET {path} on {port}, every {interval} s, each at most {timeout} s; success is HTTP {matcher}.',
    ko: '{port}에 {interval}초마다 {protocol} GET {path} 요청, 제한 시간 {timeout}초, 성공 코드는 HTTP {matcher}입니다.',
  },
  tcp: {
    en: '{protocol} connection to {port}, every {interval} s, each at most {timeout} s.',
    ko: '{port}에 {interval}초마다 {protocol} 연결, 제한 시간 {timeout}초입니다.',
  },
  thresholds: {
    en: 'Healthy after {healthy} successes in a row (about {toHealthy} s), unhealthy after {unhealthy} failures (about {toUnhealthy} s).',
    ko: '{healthy}번 연속 성공하면 정상(약 {toHealthy}초), {unhealthy}번 연속 실패하면 비정상(약 {toUnhealthy}초)으로 봅니다.',
  },
} satisfies Record<string, Text>

const trafficPort = { en: 'the traffic port', ko: '트래픽 포트' } satisfies Text
const fixedPort = (port: string): Text => ({ en: `port ${port}`, ko: `포트 ${port}` })

/** The check with AWS's defaults where DescribeTargetGroups left a value out. */
export function withDefaults(check: HealthCheck) {
  return {
    protocol: check.protocol ?? 'HTTP',
    path: check.path ?? '/',
    port: check.port ?? 'traffic-port',
    interval: check.intervalSeconds ?? 30,
    timeout: check.timeoutSeconds ?? 5,
    matcher: check.matcher ?? '200',
    healthy: check.healthyThreshold ?? 5,
    unhealthy: check.unhealthyThreshold ?? 2,
  }
}

/** Seconds from the first failure until a target is unhealthy, and from the first success until it is healthy. */
export function changeTimes(check: HealthCheck): { toHealthy: number; toUnhealthy: number } {
  const { interval, healthy, unhealthy } = withDefaults(check)
  return { toHealthy: interval * healthy, toUnhealthy: interval * unhealthy }
}

/** The health check as sentences, in reading order. */
export function healthCheckText(check: HealthCheck): Message[] {
  if (!check.enabled) return [{ text: words.off }]
  const values = { ...withDefaults(check), ...changeTimes(check) }
  const port = values.port === 'traffic-port' ? trafficPort : fixedPort(values.port)
  const sentence = values.protocol.startsWith('HTTP') ? words.http : words.tcp
  return [
    {
      text: { en: sentence.en.replace('{port}', port.en), ko: sentence.ko.replace('{port}', port.ko) },
      values,
    },
    { text: words.thresholds, values },
  ]
}
