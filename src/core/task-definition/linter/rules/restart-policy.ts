/** R0.restart-policy: how often a container may be started anew. */
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { outOfRange } from './range.ts'

/** Exit codes that may be ignored. */
const mostCodes = 50

export const restartPolicy = defineRule({
  id: 'R0.restart-policy',
  severity: 'error',
  summary: {
    en: 'A restart policy has restartAttemptPeriod 60–1800 s and at most 50 ignoredExitCodes.',
    ko: '재시작 정책은 restartAttemptPeriod 60~1800초, ignoredExitCodes 최대 50개입니다.',
  },
  why: { en: 'AWS refuses other values.', ko: 'AWS는 다른 값을 거부합니다.' },
  docs: docs.restartPolicy,
  examples: {
    good: [onFargate({ restartPolicy: { enabled: true, restartAttemptPeriod: 60, ignoredExitCodes: [0] } })],
    bad: [
      onFargate({ restartPolicy: { enabled: true, restartAttemptPeriod: 30 } }),
      onFargate({
        restartPolicy: { enabled: true, ignoredExitCodes: Array.from({ length: 51 }, (_, code) => code) },
      }),
    ],
  },
  find: (definition) =>
    containersOf(definition).flatMap(({ container: { restartPolicy: policy = {} }, path }) => {
      const { restartAttemptPeriod: period, ignoredExitCodes: codes = [] } = policy
      const place = [...path, 'restartPolicy']
      const text = {
        en: '{count, number} exit codes are ignored; {most, number} is the most.',
        ko: '무시하는 종료 코드가 {count, number}개입니다. 최대 {most, number}개입니다.',
      }
      const tooMany = {
        path: [...place, 'ignoredExitCodes'],
        text,
        values: { count: codes.length, most: mostCodes },
      }
      return [
        ...outOfRange([...place, 'restartAttemptPeriod'], period, 60, 1800),
        ...(codes.length > mostCodes ? [tooMany] : []),
      ]
    }),
})
