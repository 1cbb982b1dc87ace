/** R4.twice: volume names are unique in a task. */
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { removal } from '../mend.ts'
import { defineRule } from '../rule.ts'
import { withVolumes } from './volume-examples.ts'

export const volumeTwice = defineRule({
  id: 'R4.twice',
  severity: 'warning',
  summary: { en: 'Volume names are unique in a task.', ko: '볼륨 이름은 태스크 안에서 고유해야 합니다.' },
  why: {
    en: 'A mount point would not know which is meant.',
    ko: '마운트 지점이 어느 것을 가리키는지 알 수 없습니다.',
  },
  docs: docs.volume,
  examples: {
    good: [withVolumes({ name: 'a' }, { name: 'b' })],
    bad: [
      onFargate(
        { mountPoints: [{ sourceVolume: 'a', containerPath: '/a' }] },
        { volumes: [{ name: 'a' }, { name: 'a' }] },
      ),
    ],
  },
  find: ({ volumes = [] }) =>
    volumes.flatMap(({ name }, index) => {
      if (name === undefined || volumes.findIndex((volume) => volume.name === name) === index) return []
      const text = { en: 'Two volumes are called {volume}.', ko: '{volume}(이)라는 볼륨이 둘입니다.' }
      const path = ['volumes', index]
      return [{ path, text, values: { volume: name }, fix: removal(path, false) }]
    }),
})
