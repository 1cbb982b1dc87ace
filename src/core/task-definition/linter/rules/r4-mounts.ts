/** R4.container-path, R4.same-path and R4.unused: where volumes appear in containers. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const two = { volumes: [{ name: 'a' }, { name: 'b' }] }
const at = (sourceVolume: string, containerPath: string | undefined) => ({ sourceVolume, containerPath })

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
