/** Volumes of the task: a folder that goes with the task, one of the instance, or a file system. */
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Select from '@cloudscape-design/components/select'
import type { Volume } from '../../../core/task-definition/definition.ts'
import type { Change } from '../../../core/task-definition/linter/finding.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CommitField } from './CommitField.tsx'
import { usePicture } from './definition-context.ts'
import { addVolume, removeVolume } from './edits.ts'
import { RemoveButton } from './RowTools.tsx'

const words = {
  title: { en: 'Volumes', ko: '볼륨' },
  add: { en: 'Add volume', ko: '볼륨 추가' },
  name: { en: 'Name', ko: '이름' },
  kind: { en: 'Kind', ko: '종류' },
  empty: { en: 'Empty folder', ko: '빈 폴더' },
  emptyAbout: { en: 'Goes with the task', ko: '태스크와 함께 사라집니다' },
  host: { en: 'Folder of the instance', ko: '인스턴스의 폴더' },
  efs: { en: 'Amazon EFS', ko: 'Amazon EFS' },
  docker: { en: 'Docker volume', ko: 'Docker 볼륨' },
  other: { en: 'Other: edit as text', ko: '기타: 텍스트에서 편집' },
  sourcePath: { en: 'Path on the instance', ko: '인스턴스의 경로' },
  fileSystem: { en: 'File system', ko: '파일 시스템' },
  remove: { en: 'Remove volume {name}', ko: '볼륨 {name} 제거' },
} satisfies Record<string, Text>

type Kind = 'empty' | 'host' | 'efs' | 'docker' | 'other'

const kinds: Kind[] = ['empty', 'host', 'efs', 'docker']

export function VolumesSection() {
  const say = useText()
  const { definition, change } = usePicture()
  const { volumes = [] } = definition
  return (
    <section aria-label={say(words.title)}>
      <Header
        variant="h3"
        counter={`(${String(volumes.length)})`}
        actions={
          <Button iconName="add-plus" onClick={() => change(addVolume(definition))}>
            {say(words.add)}
          </Button>
        }
      >
        {say(words.title)}
      </Header>
      <div className="visual-rows">
        {volumes.map((volume, index) => (
          <VolumeRow key={index} volume={volume} index={index} />
        ))}
      </div>
    </section>
  )
}

function VolumeRow({ volume, index }: { volume: Volume; index: number }) {
  const say = useText()
  const { definition, change } = usePicture()
  const { name = '' } = volume
  const kind = kindOf(volume)
  const path = ['volumes', index]
  return (
    <div className="visual-row">
      <CommitField
        label={say(words.name)}
        text={name}
        onCommit={(text) => {
          change(renameVolume(text))
          return true
        }}
      />
      <FormField label={say(words.kind)} stretch>
        <Select
          selectedOption={{ value: kind, label: say(words[kind]) }}
          options={kinds.map((value) => ({
            value,
            label: say(words[value]),
            ...(value === 'empty' && { description: say(words.emptyAbout) }),
          }))}
          disabled={kind === 'other'}
          onChange={({ detail }) => change(changeKind(detail.selectedOption.value as Kind))}
        />
      </FormField>
      <PlaceField volume={volume} path={path} />
      <RemoveButton
        label={say(words.remove, { name })}
        onClick={() => change(removeVolume(definition, index))}
      />
    </div>
  )

  function renameVolume(text: string): Change[] {
    const mounts = (definition.containerDefinitions ?? []).flatMap(({ mountPoints = [] }, at) =>
      mountPoints.flatMap(({ sourceVolume }, place) =>
        sourceVolume === name && name !== ''
          ? [{ path: ['containerDefinitions', at, 'mountPoints', place, 'sourceVolume'], value: text }]
          : [],
      ),
    )
    return [{ path: [...path, 'name'], value: text }, ...mounts]
  }

  function changeKind(next: Kind): Change[] {
    const gone = ['host', 'efsVolumeConfiguration', 'dockerVolumeConfiguration']
      .filter((key) => Object.hasOwn(volume, key))
      .map((key): Change => ({ path: [...path, key], value: undefined }))
    const added: Record<Kind, Change[]> = {
      empty: [],
      other: [],
      host: [{ path: [...path, 'host'], value: { sourcePath: `/data/${name}` } }],
      efs: [
        {
          path: [...path, 'efsVolumeConfiguration'],
          value: { fileSystemId: 'fs-0123456789abcdef0', transitEncryption: 'ENABLED' },
        },
      ],
      docker: [
        { path: [...path, 'dockerVolumeConfiguration'], value: { scope: 'shared', autoprovision: true } },
      ],
    }
    return [...gone, ...added[next]]
  }
}

function PlaceField({ volume, path }: { volume: Volume; path: (string | number)[] }) {
  const say = useText()
  const { change } = usePicture()
  const { host, efsVolumeConfiguration } = volume
  if (host?.sourcePath !== undefined)
    return (
      <CommitField
        label={say(words.sourcePath)}
        text={host.sourcePath}
        onCommit={(text) => {
          change([{ path: [...path, 'host', 'sourcePath'], value: text }])
          return true
        }}
      />
    )
  if (efsVolumeConfiguration)
    return (
      <CommitField
        label={say(words.fileSystem)}
        text={efsVolumeConfiguration.fileSystemId ?? ''}
        onCommit={(text) => {
          change([{ path: [...path, 'efsVolumeConfiguration', 'fileSystemId'], value: text }])
          return true
        }}
      />
    )
  return <span />
}

function kindOf(volume: Volume): Kind {
  if (volume.efsVolumeConfiguration) return 'efs'
  if (volume.dockerVolumeConfiguration) return 'docker'
  if (
    volume.fsxWindowsFileServerVolumeConfiguration ||
    volume.s3filesVolumeConfiguration ||
    volume.configuredAtLaunch
  )
    return 'other'
  return volume.host?.sourcePath === undefined ? 'empty' : 'host'
}
