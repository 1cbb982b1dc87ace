/** R0.placement-count, R0.tag-count and R0.container-count: how many there may be. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { defineRule } from '../rule.ts'

const text = {
  en: 'There are {count, number} {member}; {most, number} is the most.',
  ko: '{member}이(가) {count, number}개입니다. 최대 {most, number}개입니다.',
}

const many = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index))
const constraints = (length: number) =>
  many(length, (index) => ({ type: 'memberOf', expression: `attribute:rack == ${index}` }))
const tags = (length: number) => many(length, (index) => ({ key: `key-${index}`, value: '' }))
const containers = (length: number) =>
  many(length, (index) => ({ name: `side-${index}`, image: 'busybox:1.36', memory: 64 }))

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

export const tagCount = defineRule({
  id: 'R0.tag-count',
  severity: 'error',
  summary: { en: 'A task definition has at most 50 tags.', ko: '태스크 정의의 태그는 최대 50개입니다.' },
  why: { en: 'AWS refuses more.', ko: 'AWS가 더 많은 수를 거부합니다.' },
  docs: docs.tag,
  examples: { good: [onEc2({}, { tags: tags(50) })], bad: [onEc2({}, { tags: tags(51) })] },
  find: ({ tags: written = [] }) => tooMany('tags', written, 50),
})

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

function tooMany(member: string, list: readonly unknown[], most: number) {
  return list.length > most ? [{ path: [member], text, values: { member, count: list.length, most } }] : []
}
