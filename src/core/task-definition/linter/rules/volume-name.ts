/** R0.volume-name: a volume's name has only letters, digits, hyphens and underscores. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { defineRule } from '../rule.ts'
import { isLegalName } from './names.ts'

const mounted = { mountPoints: [{ sourceVolume: 'my data', containerPath: '/data' }] }
const missing = { en: 'A volume needs a name.', ko: '볼륨에는 이름이 필요합니다.' }
const illegal = {
  en: '“{name}” cannot be the name of a volume: only letters, digits, - and _ may be in it, 255 at most.',
  ko: '“{name}”은(는) 볼륨 이름으로 쓸 수 없습니다. 영문자, 숫자, -, _만 최대 255자까지 쓸 수 있습니다.',
}

export const volumeName = defineRule({
  id: 'R0.volume-name',
  severity: 'error',
  summary: {
    en: 'A volume’s name has 1–255 letters, digits, hyphens and underscores.',
    ko: '볼륨 이름은 영문자, 숫자, 하이픈, 밑줄로 1~255자입니다.',
  },
  why: {
    en: 'Mount points call a volume by its name. AWS refuses other characters.',
    ko: '마운트 지점은 볼륨을 이름으로 부릅니다. AWS는 다른 문자를 거부합니다.',
  },
  docs: docs.volume,
  examples: {
    good: [
      onEc2(
        { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] },
        { volumes: [{ name: 'data' }] },
      ),
    ],
    bad: [onEc2(mounted, { volumes: [{ name: 'my data' }] }), onEc2({}, { volumes: [{}] })],
  },
  // No fix: the mount points that name it would have to change as well.
  find: ({ volumes = [] }) =>
    volumes.flatMap(({ name }, index) => {
      if (name === undefined) return [{ path: ['volumes', index], text: missing }]
      return isLegalName(name) ? [] : [{ path: ['volumes', index, 'name'], text: illegal, values: { name } }]
    }),
})
