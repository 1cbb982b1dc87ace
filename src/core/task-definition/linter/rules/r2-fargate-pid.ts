/** R2.fargate-pid: On Fargate pidMode is task. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { setting } from '../mend.ts'
import { isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { why } from './fargate-kernel.ts'

export const fargatePid = defineRule({
  id: 'R2.fargate-pid',
  severity: 'error',
  summary: { en: 'On Fargate pidMode is task.', ko: 'Fargate에서 pidMode는 task입니다.' },
  why,
  docs: docs.register,
  examples: {
    good: [onFargate({}, { pidMode: 'task' }), onEc2({}, { pidMode: 'host' })],
    bad: [onFargate({}, { pidMode: 'host' })],
  },
  find: (definition, context) =>
    isForFargate(definition, context) && definition.pidMode === 'host'
      ? [
          {
            path: ['pidMode'],
            text: {
              en: 'Fargate only takes pidMode “task”.',
              ko: 'Fargate는 pidMode “task”만 받습니다.',
            },
            fix: setting(['pidMode'], 'task', false),
          },
        ]
      : [],
})
