/** R2.both: who names FARGATE beside others is bound by Fargate's rules. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { defineRule } from '../rule.ts'

export const bothCompatibilities = defineRule({
  id: 'R2.both',
  severity: 'info',
  summary: {
    en: 'With FARGATE in requiresCompatibilities, Fargate’s rules hold whatever else is named.',
    ko: 'requiresCompatibilities에 FARGATE가 있으면 다른 값이 있어도 Fargate의 규칙이 적용됩니다.',
  },
  why: {
    en: 'AWS checks a definition against every launch type that it names.',
    ko: 'AWS는 적힌 모든 시작 유형에 대해 정의를 검사합니다.',
  },
  docs: docs.register,
  examples: {
    good: [onFargate(), onEc2({}, { requiresCompatibilities: ['EC2', 'EXTERNAL'] })],
    bad: [onFargate({}, { requiresCompatibilities: ['EC2', 'FARGATE'] })],
  },
  find: ({ requiresCompatibilities = [] }) =>
    requiresCompatibilities.includes('FARGATE') && requiresCompatibilities.length > 1
      ? [
          {
            path: ['requiresCompatibilities'],
            text: {
              en: 'FARGATE is named beside others: the rules of Fargate hold for this definition.',
              ko: 'FARGATE가 다른 값과 함께 있으므로 이 정의에는 Fargate의 규칙이 적용됩니다.',
            },
          },
        ]
      : [],
})
