/** R0.placement-count: a task has at most 10 placement constraints, those of the call that runs it included. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { defineRule } from '../rule.ts'
import { tooMany, many } from './too-many.ts'

const constraints = (length: number) =>
  many(length, (index) => ({ type: 'memberOf', expression: `attribute:rack == ${index}` }))

export const placementCount = defineRule({
  id: 'R0.placement-count',
  severity: 'error',
  summary: {
    en: 'A task has at most 10 placement constraints, those of the call that runs it included.',
    ko: '태스크의 배치 제약은 실행 호출의 것을 포함해 최대 10개입니다.',
  },
  why: { en: 'AWS refuses more.', ko: 'AWS가 더 많은 수를 거부합니다.' },
  docs: docs.register,
  examples: {
    good: [onEc2({}, { placementConstraints: constraints(10) })],
    bad: [onEc2({}, { placementConstraints: constraints(11) })],
  },
  find: ({ placementConstraints = [] }) => tooMany('placementConstraints', placementConstraints, 10),
})
