/** R4.windows-path: On Windows a whole folder is mounted, on the same drive. */
import { docs } from '../docs.ts'
import { containersOf, isForWindows } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { windows, mountAt } from './host-folders.ts'

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
