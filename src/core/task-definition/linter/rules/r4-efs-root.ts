/** R4.efs-root: With an access point rootDirectory is left out or “/”. */
import { docs } from '../docs.ts'
import { removal } from '../mend.ts'
import { defineRule } from '../rule.ts'
import { accessPoint, withEfs } from './efs-volumes.ts'

export const efsRoot = defineRule({
  id: 'R4.efs-root',
  severity: 'error',
  summary: {
    en: 'With an access point rootDirectory is left out or “/”.',
    ko: '액세스 포인트를 쓰면 rootDirectory는 생략하거나 “/”입니다.',
  },
  why: {
    en: 'The access point says which folder it is, and enforces it.',
    ko: '어느 폴더인지는 액세스 포인트가 정하고 강제합니다.',
  },
  docs: docs.efsAuthorization,
  examples: {
    good: [withEfs({ ...accessPoint, rootDirectory: '/' }), withEfs({ rootDirectory: '/data' })],
    bad: [withEfs({ ...accessPoint, rootDirectory: '/data' })],
  },
  find: ({ volumes = [] }) =>
    volumes.flatMap(({ name = '', efsVolumeConfiguration: efs }, index) => {
      const { rootDirectory: root = '/' } = efs ?? {}
      if (!efs?.authorizationConfig?.accessPointId || root === '/' || root === '') return []
      const path = ['volumes', index, 'efsVolumeConfiguration', 'rootDirectory']
      const text = {
        en: 'Volume {volume} has an access point: rootDirectory must be left out.',
        ko: '{volume} 볼륨에 액세스 포인트가 있으므로 rootDirectory를 생략해야 합니다.',
      }
      return [{ path, text, values: { volume: name }, fix: removal(path, true) }]
    }),
})
