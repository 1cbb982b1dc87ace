/** R4.unused: each volume is mounted by a container. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { two, at } from './mount-examples.ts'

export const unusedVolume = defineRule({
  id: 'R4.unused',
  severity: 'warning',
  summary: {
    en: 'Each volume is mounted by a container.',
    ko: '각 볼륨은 컨테이너가 마운트합니다.',
  },
  why: {
    en: 'A volume that nobody mounts does nothing; a mount point may be missing.',
    ko: '아무도 마운트하지 않는 볼륨은 쓰이지 않습니다. 마운트 지점이 빠졌을 수 있습니다.',
  },
  docs: docs.volume,
  examples: {
    good: [onEc2({ mountPoints: [at('a', '/a'), at('b', '/b')] }, two)],
    bad: [onEc2({ mountPoints: [at('a', '/a')] }, two)],
  },
  find(definition) {
    const mounted = new Set(
      containersOf(definition).flatMap(({ container: { mountPoints = [] } }) =>
        mountPoints.map((mount) => mount.sourceVolume),
      ),
    )
    return (definition.volumes ?? []).flatMap(({ name }, index) =>
      name === undefined || mounted.has(name)
        ? []
        : [
            {
              path: ['volumes', index],
              text: {
                en: 'No container mounts volume {volume}.',
                ko: '{volume} 볼륨을 마운트하는 컨테이너가 없습니다.',
              },
              values: { volume: name },
              fix: removal(['volumes', index], true),
            },
          ],
    )
  },
})
