/** R0.fargate-timeouts: on Fargate a container has at most two minutes to start and to stop. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { containersOf, isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { outOfRange } from './range.ts'

export const fargateTimeouts = defineRule({
  id: 'R0.fargate-timeouts',
  severity: 'error',
  summary: {
    en: 'On Fargate startTimeout and stopTimeout are 2–120 seconds.',
    ko: 'Fargate에서 startTimeout과 stopTimeout은 2~120초입니다.',
  },
  why: {
    en: 'On instances the agent’s configuration sets the limits, on Fargate they are fixed.',
    ko: '인스턴스에서는 에이전트 설정이 한도를 정하지만 Fargate에서는 고정되어 있습니다.',
  },
  docs: docs.container,
  examples: {
    good: [onFargate({ startTimeout: 2, stopTimeout: 120 }), onEc2({ stopTimeout: 600 })],
    bad: [onFargate({ stopTimeout: 121 }), onFargate({ startTimeout: 1 })],
  },
  find: (definition, context) =>
    isForFargate(definition, context)
      ? containersOf(definition).flatMap(({ container: { startTimeout, stopTimeout }, path }) => [
          ...outOfRange([...path, 'startTimeout'], startTimeout, 2, 120),
          ...outOfRange([...path, 'stopTimeout'], stopTimeout, 2, 120),
        ])
      : [],
})
