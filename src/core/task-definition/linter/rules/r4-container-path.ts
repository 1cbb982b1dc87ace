/** R4.container-path: a mount point has containerPath. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { at, two } from './mount-examples.ts'

export const containerPath = defineRule({
  id: 'R4.container-path',
  severity: 'error',
  summary: { en: 'A mount point has containerPath.', ko: '마운트 지점에는 containerPath가 있습니다.' },
  why: {
    en: 'It says where in the container the volume appears.',
    ko: '볼륨이 컨테이너의 어디에 나타나는지 나타냅니다.',
  },
  docs: docs.mountPoint,
  examples: {
    good: [onEc2({ mountPoints: [at('a', '/a'), at('b', '/b')] }, two)],
    bad: [onEc2({ mountPoints: [at('a', undefined), at('b', '/b')] }, two)],
  },
  find: (definition) =>
    containersOf(definition).flatMap(({ container: { mountPoints = [] }, name, path }) =>
      mountPoints.flatMap((mount, index) =>
        mount.containerPath
          ? []
          : [
              {
                path: [...path, 'mountPoints', index],
                text: {
                  en: 'A mount point of container {container} does not say where: it has no containerPath.',
                  ko: '{container} 컨테이너의 마운트 지점에 위치(containerPath)가 없습니다.',
                },
                values: { container: name },
              },
            ],
      ),
    ),
})
