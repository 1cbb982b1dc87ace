/** R0.health-range: the times of a container's health check lie between what AWS takes. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { outOfRange } from './range.ts'

const command = ['CMD', '/healthy']

export const healthRange = defineRule({
  id: 'R0.health-range',
  severity: 'error',
  summary: {
    en: 'A health check has interval 5–300 s, timeout 2–60 s, retries 1–10 and startPeriod 0–300 s.',
    ko: '상태 확인은 interval 5~300초, timeout 2~60초, retries 1~10, startPeriod 0~300초입니다.',
  },
  why: { en: 'AWS refuses other values.', ko: 'AWS는 다른 값을 거부합니다.' },
  docs: docs.healthCheck,
  examples: {
    good: [onEc2({ healthCheck: { command, interval: 5, timeout: 60, retries: 10, startPeriod: 0 } })],
    bad: [
      onEc2({ healthCheck: { command, interval: 3 } }),
      onEc2({ healthCheck: { command, timeout: 61 } }),
      onEc2({ healthCheck: { command, retries: 0 } }),
      onEc2({ healthCheck: { command, startPeriod: 600 } }),
    ],
  },
  find: (definition) =>
    containersOf(definition).flatMap(({ container: { healthCheck = {} }, path }) => [
      ...outOfRange([...path, 'healthCheck', 'interval'], healthCheck.interval, 5, 300),
      ...outOfRange([...path, 'healthCheck', 'timeout'], healthCheck.timeout, 2, 60),
      ...outOfRange([...path, 'healthCheck', 'retries'], healthCheck.retries, 1, 10),
      ...outOfRange([...path, 'healthCheck', 'startPeriod'], healthCheck.startPeriod, 0, 300),
    ]),
})
