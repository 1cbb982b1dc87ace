/** R4.efs-iam and R4.efs-root: who may use a file system, and which part of it. */
import type { Volume } from '../../definition.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { removal, setting } from '../mend.ts'
import { defineRule } from '../rule.ts'

type Efs = NonNullable<Volume['efsVolumeConfiguration']>

const withEfs = (efs: Efs) =>
  onFargate(
    { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] },
    { volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-12345678', ...efs } }] },
  )
const accessPoint = { authorizationConfig: { accessPointId: 'fsap-1234' }, transitEncryption: 'ENABLED' }

export const efsIam = defineRule({
  id: 'R4.efs-iam',
  severity: 'error',
  summary: {
    en: 'EFS with IAM or an access point needs transitEncryption ENABLED.',
    ko: 'IAM이나 액세스 포인트를 쓰는 EFS에는 transitEncryption ENABLED가 필요합니다.',
  },
  why: {
    en: 'The role’s signature may only travel encrypted.',
    ko: '역할의 서명은 암호화해야만 보낼 수 있습니다.',
  },
  docs: docs.efsAuthorization,
  examples: {
    good: [
      withEfs({ authorizationConfig: { iam: 'ENABLED' }, transitEncryption: 'ENABLED' }),
      withEfs({ authorizationConfig: { iam: 'DISABLED' } }),
      withEfs({}),
    ],
    bad: [
      withEfs({ authorizationConfig: { iam: 'ENABLED' } }),
      withEfs({ ...accessPoint, transitEncryption: 'DISABLED' }),
    ],
  },
  find: ({ volumes = [] }) =>
    volumes.flatMap(({ name = '', efsVolumeConfiguration: efs }, index) => {
      const { iam, accessPointId } = efs?.authorizationConfig ?? {}
      if ((iam !== 'ENABLED' && !accessPointId) || efs?.transitEncryption === 'ENABLED') return []
      const path = ['volumes', index, 'efsVolumeConfiguration', 'transitEncryption']
      const text = {
        en: 'Volume {volume} uses IAM or an access point, which needs transitEncryption “ENABLED”.',
        ko: '{volume} 볼륨이 IAM이나 액세스 포인트를 쓰므로 transitEncryption “ENABLED”가 필요합니다.',
      }
      return [{ path, text, values: { volume: name }, fix: setting(path, 'ENABLED', true) }]
    }),
})

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
