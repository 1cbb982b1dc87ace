/** R4.source-volume: what is mounted is a volume of the task. */
import type { Volume } from '../../definition.ts'
import type { JsonPath } from '../../json.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import type { Fix } from '../finding.ts'
import { addition, setting } from '../mend.ts'
import { containersOf, hasHole } from '../parts.ts'
import { defineRule } from '../rule.ts'

const data = { volumes: [{ name: 'data' }] }
const mount = (sourceVolume: string | undefined) => ({
  mountPoints: [{ sourceVolume, containerPath: '/data' }],
})

export const sourceVolume = defineRule({
  id: 'R4.source-volume',
  severity: 'error',
  summary: {
    en: 'Each mount point names a volume of the task.',
    ko: '각 마운트 지점은 태스크의 볼륨을 지정합니다.',
  },
  why: {
    en: 'There is nothing to mount otherwise, and AWS refuses the definition.',
    ko: '그렇지 않으면 마운트할 것이 없으며 AWS가 정의를 거부합니다.',
  },
  docs: docs.mountPoint,
  examples: {
    good: [onEc2(mount('data'), data), onEc2(mount('${VOLUME}'))],
    bad: [
      onEc2(mount('date')),
      onEc2(mount(undefined)),
      onEc2(mount('date'), data, mount('data')),
      onEc2(
        {
          mountPoints: [
            ...mount('a').mountPoints,
            { sourceVolume: 'b', containerPath: '/b' },
            { sourceVolume: 'c', containerPath: '/c' },
          ],
        },
        { volumes: [{ name: 'a' }, { name: 'b' }] },
      ),
    ],
  },
  find({ volumes = [], ...definition }) {
    const names = new Set(volumes.map(({ name }) => name))
    return containersOf(definition).flatMap(({ container: { mountPoints = [] }, name, path }) =>
      mountPoints.flatMap(({ sourceVolume: source = '' }, index) => {
        if (names.has(source) || hasHole(source)) return []
        const place = [...path, 'mountPoints', index]
        const text = {
          en: 'Container {container} mounts “{volume}”, which is no volume of this task.',
          ko: '{container} 컨테이너가 이 태스크의 볼륨이 아닌 “{volume}”을(를) 마운트합니다.',
        }
        return [
          {
            path: [...place, 'sourceVolume'],
            text,
            values: { container: name, volume: source },
            fix: fixFor(source, volumes, [...place, 'sourceVolume']),
          },
        ]
      }),
    )
  },
})

/** The only volume there is, or a new empty one of the name. */
function fixFor(source: string, volumes: readonly Volume[], place: JsonPath): Fix | undefined {
  const [only] = volumes
  if (volumes.length === 1 && only?.name) return setting(place, only.name, false)
  if (source === '') return undefined
  return volumes.length === 0
    ? addition(['volumes'], [{ name: source }])
    : addition(['volumes', volumes.length], { name: source })
}
