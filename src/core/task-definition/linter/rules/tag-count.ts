/** R0.tag-count: a task definition has at most 50 tags. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { defineRule } from '../rule.ts'
import { tooMany, many } from './too-many.ts'

const tags = (length: number) => many(length, (index) => ({ key: `key-${index}`, value: '' }))

export const tagCount = defineRule({
  id: 'R0.tag-count',
  severity: 'error',
  summary: { en: 'A task definition has at most 50 tags.', ko: '태스크 정의의 태그는 최대 50개입니다.' },
  why: { en: 'AWS refuses more.', ko: 'AWS가 더 많은 수를 거부합니다.' },
  docs: docs.tag,
  examples: { good: [onEc2({}, { tags: tags(50) })], bad: [onEc2({}, { tags: tags(51) })] },
  find: ({ tags: written = [] }) => tooMany('tags', written, 50),
})
