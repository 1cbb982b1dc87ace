import { expect, it } from 'vitest'
import { translate } from '../../i18n/translate.ts'
import { changeTimes, healthCheckText } from './health-check.ts'

const check = {
  enabled: true,
  protocol: 'HTTP',
  path: '/health',
  port: 'traffic-port',
  intervalSeconds: 10,
  timeoutSeconds: 4,
  healthyThreshold: 3,
  unhealthyThreshold: 2,
  matcher: '200,302',
}

it('says an HTTP check in words', () => {
  expect(healthCheckText(check).map((one) => translate('en', one))).toEqual([
    'HTTP GET /health on the traffic port, every 10 s, each at most 4 s; success is HTTP 200,302.',
    'Healthy after 3 successes in a row (about 30 s), unhealthy after 2 failures (about 20 s).',
  ])
})

it('says a TCP check without a path', () => {
  const [first] = healthCheckText({ ...check, protocol: 'TCP', port: '3306' })
  expect(first && translate('ko', first)).toBe('포트 3306에 10초마다 TCP 연결, 제한 시간 4초입니다.')
})

it('says when nothing is checked', () => {
  expect(healthCheckText({ enabled: false })).toHaveLength(1)
})

it("falls back to AWS's defaults", () => {
  expect(changeTimes({ enabled: true })).toEqual({ toHealthy: 150, toUnhealthy: 60 })
})
