/** R4.same-path: a container mounts one volume at a path. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { two, at } from './mount-examples.ts'

export const samePath = defineRule({
  id: 'R4.same-path',
  severity: 'warning',
  summary: {
    en: 'A container mounts one volume at a path.',
    ko: '컨테이너의 한 경로에는 볼륨 하나만 마운트합니다.',
  },
  why: { en: 'The later one would hide the earlier.', ko: '나중 것이 앞의 것을 가립니다.' },
  docs: docs.mountPoint,
  examples: {
    good: [onEc2({ mountPoints: [at('a', '/a'), at('b', '/b')] }, two)],
    bad: [onEc2({ mountPoints: [at('a', '/a'), at('b', '/a/')] }, two)],
  },
  find: (definition) =>
    containersOf(definition).flatMap(({ container: { mountPoints = [] }, name, path }) => {
      const paths = mountPoints.map((mount) => mount.containerPath?.replace(/(?<=.)\/+$/, ''))
      return paths.flatMap((place, index) =>
        place === undefined || paths.indexOf(place) === index
          ? []
          : [
              {
                path: [...path, 'mountPoints', index, 'containerPath'],
                text: {
                  en: 'Container {container} mounts two volumes at {place}.',
                  ko: '{container} 컨테이너가 {place}에 볼륨 둘을 마운트합니다.',
                },
                values: { container: name, place },
                fix: removal([...path, 'mountPoints', index], false),
              },
            ],
      )
    }),
})
