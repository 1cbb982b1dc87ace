/** R2.fargate-volumes: Fargate has no folders of an instance and no Docker volumes. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { writing } from '../mend.ts'
import { isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'

const mountPoints = [{ sourceVolume: 'data', containerPath: '/data' }]
const systemFile = { name: 'data', host: { sourcePath: '/proc' } }

export const fargateVolumes = defineRule({
  id: 'R2.fargate-volumes',
  severity: 'error',
  summary: {
    en: 'On Fargate volumes have neither host.sourcePath nor dockerVolumeConfiguration.',
    ko: 'Fargate의 볼륨에는 host.sourcePath와 dockerVolumeConfiguration이 없습니다.',
  },
  why: {
    en: 'There is no instance whose folders could be mounted. A volume with a name alone is an empty folder of the task; EFS keeps data.',
    ko: '폴더를 마운트할 인스턴스가 없습니다. 이름만 있는 볼륨은 태스크의 빈 폴더이며, 데이터를 보존하려면 EFS를 쓰세요.',
  },
  docs: docs.fargate,
  examples: {
    good: [
      onFargate({ mountPoints }, { volumes: [{ name: 'data', host: {} }] }),
      onEc2({ mountPoints }, { volumes: [systemFile] }),
    ],
    bad: [
      onFargate({ mountPoints }, { volumes: [systemFile] }),
      onFargate(
        { mountPoints },
        { volumes: [{ name: 'data', dockerVolumeConfiguration: { scope: 'task' } }] },
      ),
    ],
  },
  find: (definition, context) =>
    isForFargate(definition, context)
      ? (definition.volumes ?? []).flatMap(({ name = 'data', host, dockerVolumeConfiguration }, index) => {
          const member = dockerVolumeConfiguration ? 'dockerVolumeConfiguration' : 'host'
          if (!dockerVolumeConfiguration && !host?.sourcePath) return []
          const text = {
            en: 'Volume {volume} has {member}, which Fargate does not take.',
            ko: '{volume} 볼륨의 {member}을(를) Fargate가 받지 않습니다.',
          }
          // What remains is an empty folder.
          const title = {
            text: { en: 'Make {volume} an empty folder', ko: '{volume}을(를) 빈 폴더로 변경' },
            values: { volume: name },
          }
          const fix = writing(['volumes', index], { name }, false, title)
          return [{ path: ['volumes', index, member], text, values: { volume: name, member }, fix }]
        })
      : [],
})
