/** R4.host-path: data in a folder of the instance stays on that instance. */
import { docs } from '../docs.ts'
import { hasHole, isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { windows, mountAt } from './host-folders.ts'

/** Folders and sockets that a task mounts because it wants to see the instance, not to keep data. */
const ofSystem =
  /^\/$|^\/(proc|sys|dev|etc|run|boot|s?bin|lib\w*|usr|cgroup|var\/run|var\/log|var\/lib\/docker|var\/lib\/ecs)(\/|$)/

export const hostPath = defineRule({
  id: 'R4.host-path',
  severity: 'warning',
  summary: {
    en: 'Data in a folder of the instance stays on that instance.',
    ko: '인스턴스 폴더의 데이터는 그 인스턴스에만 남습니다.',
  },
  why: {
    en: 'A task that is placed on another instance starts with another folder, and with an empty one where none was: it is created. EFS follows the task.',
    ko: '다른 인스턴스에 배치된 태스크는 다른 폴더로 시작하며 폴더가 없으면 빈 폴더가 만들어집니다. EFS는 태스크를 따라갑니다.',
  },
  docs: docs.bindMounts,
  examples: {
    good: [mountAt('/var/run/docker.sock'), mountAt('<PATH>')],
    bad: [mountAt('/srv/data'), mountAt('C:\\data', 'C:\\data', windows)],
  },
  find: (definition, context) =>
    isForFargate(definition, context)
      ? []
      : (definition.volumes ?? []).flatMap(({ name = '', host: { sourcePath = '' } = {} }, index) =>
          sourcePath === '' || ofSystem.test(sourcePath) || hasHole(sourcePath)
            ? []
            : [
                {
                  path: ['volumes', index, 'host', 'sourcePath'],
                  text: {
                    en: 'Volume {volume} is the folder {folder} of whatever instance the task is placed on.',
                    ko: '{volume} 볼륨은 태스크가 배치된 인스턴스의 {folder} 폴더입니다.',
                  },
                  values: { volume: name, folder: sourcePath },
                },
              ],
        ),
})
