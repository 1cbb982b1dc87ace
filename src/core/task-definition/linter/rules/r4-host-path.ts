/** R4.host-path and R4.windows-path: folders of an instance. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { containersOf, hasHole, isForFargate, isForWindows } from '../parts.ts'
import type { Definition } from '../../definition.ts'
import { defineRule } from '../rule.ts'

/** Folders and sockets that a task mounts because it wants to see the instance, not to keep data. */
const ofSystem =
  /^\/$|^\/(proc|sys|dev|etc|run|boot|s?bin|lib\w*|usr|cgroup|var\/run|var\/log|var\/lib\/docker|var\/lib\/ecs)(\/|$)/

const mountAt = (sourcePath: string, containerPath = '/data', task: Definition = {}) =>
  onEc2(
    { mountPoints: [{ sourceVolume: 'data', containerPath }] },
    { volumes: [{ name: 'data', host: { sourcePath } }], ...task },
  )
const windows = {
  networkMode: undefined,
  runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_FULL' },
}

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

export const windowsPath = defineRule({
  id: 'R4.windows-path',
  severity: 'warning',
  summary: {
    en: 'On Windows a whole folder is mounted, on the same drive.',
    ko: 'Windows에서는 폴더 전체를 같은 드라이브에 마운트합니다.',
  },
  why: {
    en: 'Windows containers can mount neither single files nor a folder of one drive on another.',
    ko: 'Windows 컨테이너는 파일 하나나 다른 드라이브의 폴더를 마운트할 수 없습니다.',
  },
  docs: docs.mountPoint,
  examples: {
    good: [mountAt('', 'C:\\data', windows)],
    bad: [mountAt('', 'C:\\app.config', windows), mountAt('', 'D:\\data', windows)],
  },
  find(definition) {
    if (!isForWindows(definition)) return []
    const folders = new Map((definition.volumes ?? []).map(({ name, host }) => [name, host?.sourcePath]))
    return containersOf(definition).flatMap(({ container: { mountPoints = [] }, name, path }) =>
      mountPoints.flatMap(({ sourceVolume, containerPath = '' }, index) => {
        const source = folders.get(sourceVolume) ?? ''
        if (driveOf(source) === driveOf(containerPath) && !/\.\w{1,6}$/.test(containerPath)) return []
        return [
          {
            path: [...path, 'mountPoints', index, 'containerPath'],
            text: {
              en: 'Container {container} mounts a file, or from one drive to another: {place}.',
              ko: '{container} 컨테이너가 파일을 마운트하거나 드라이브를 넘어 마운트합니다: {place}.',
            },
            values: { container: name, place: containerPath },
          },
        ]
      }),
    )
  },
})

/** `c` where none is written. */
function driveOf(folder: string): string {
  return /^([a-z]):/i.exec(folder)?.[1]?.toLowerCase() ?? 'c'
}
