/** R0.container-twice: no two containers of a task have the same name. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

export const containerTwice = defineRule({
  id: 'R0.container-twice',
  severity: 'error',
  summary: {
    en: 'Container names are unique in a task.',
    ko: '컨테이너 이름은 태스크 안에서 고유해야 합니다.',
  },
  why: {
    en: 'A container is found by its name, so AWS refuses two of the same.',
    ko: '컨테이너는 이름으로 찾으므로 AWS는 같은 이름 둘을 거부합니다.',
  },
  docs: docs.container,
  examples: {
    good: [onEc2({}, {}, { name: 'side' })],
    bad: [onEc2({}, {}, { name: 'web' })],
  },
  find(definition) {
    const parts = containersOf(definition)
    const names = parts.map(({ container }) => container.name)
    return parts.flatMap(({ container: { name }, path, index }) => {
      if (name === undefined || names.indexOf(name) === index) return []
      const free = freeName(name, names)
      const text = {
        en: 'Another container is called “{name}” already.',
        ko: '“{name}”(이)라는 컨테이너가 이미 있습니다.',
      }
      return [
        { path: [...path, 'name'], text, values: { name }, fix: setting([...path, 'name'], free, false) },
      ]
    })
  },
})

function freeName(name: string, taken: readonly (string | undefined)[]): string {
  let number = 2
  while (taken.includes(`${name}-${number}`)) number += 1
  return `${name}-${number}`
}
