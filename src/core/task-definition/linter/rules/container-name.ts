/** R0.container-name: each container has a name of letters, digits, hyphens and underscores. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { isLegalName, legalName } from './names.ts'

const missing = { en: 'A container needs a name.', ko: '컨테이너에는 이름이 필요합니다.' }
const illegal = {
  en: '“{name}” cannot be the name of a container: only letters, digits, - and _ may be in it, 255 at most.',
  ko: '“{name}”은(는) 컨테이너 이름으로 쓸 수 없습니다. 영문자, 숫자, -, _만 최대 255자까지 쓸 수 있습니다.',
}

export const containerName = defineRule({
  id: 'R0.container-name',
  severity: 'error',
  summary: {
    en: 'Each container has a name of 1–255 letters, digits, hyphens and underscores.',
    ko: '각 컨테이너의 이름은 영문자, 숫자, 하이픈, 밑줄로 1~255자입니다.',
  },
  why: {
    en: 'Services, links and dependencies call a container by its name. AWS refuses one without.',
    ko: '서비스, 링크, 종속성은 컨테이너를 이름으로 부릅니다. 이름이 없으면 AWS가 거부합니다.',
  },
  docs: docs.container,
  awsText: 'Container.name contains invalid characters.',
  examples: {
    good: [onEc2({ name: 'web_1-a' }), onEc2({ name: '${NAME}' })],
    bad: [onEc2({ name: undefined }), onEc2({ name: 'web server' })],
  },
  find: (definition) =>
    containersOf(definition).flatMap(({ container: { name }, path, index }) => {
      const fix = setting([...path, 'name'], legalName(name ?? '', `container-${index + 1}`), false)
      if (name === undefined) return [{ path, text: missing, fix }]
      return isLegalName(name) ? [] : [{ path: [...path, 'name'], text: illegal, values: { name }, fix }]
    }),
})
