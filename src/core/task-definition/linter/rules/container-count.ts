/** R0.container-count: a task has at most 10 containers. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { defineRule } from '../rule.ts'
import { tooMany, many } from './too-many.ts'

const containers = (length: number) =>
  many(length, (index) => ({ name: `side-${index}`, image: 'busybox:1.36', memory: 64 }))

export const containerCount = defineRule({
  id: 'R0.container-count',
  severity: 'warning',
  summary: { en: 'A task has at most 10 containers.', ko: '태스크의 컨테이너는 최대 10개입니다.' },
  why: {
    en: 'Older pages of AWS name this limit and its API does not, so it is not known whether more are taken.',
    ko: 'AWS의 이전 문서에는 이 제한이 있으나 API에는 없어 더 많이 받는지 알 수 없습니다.',
  },
  docs: docs.quotas,
  examples: {
    good: [onEc2({}, {}, ...containers(9))],
    bad: [onEc2({}, {}, ...containers(10))],
  },
  find: ({ containerDefinitions = [] }) => tooMany('containerDefinitions', containerDefinitions, 10),
})
