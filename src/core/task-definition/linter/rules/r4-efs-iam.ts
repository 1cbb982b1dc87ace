/** R4.efs-iam: EFS with IAM or an access point needs transitEncryption ENABLED. */
import { docs } from '../docs.ts'
import { setting } from '../mend.ts'
import { defineRule } from '../rule.ts'
import { accessPoint, withEfs } from './efs-volumes.ts'

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
