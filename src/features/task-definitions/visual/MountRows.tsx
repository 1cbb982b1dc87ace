/** Where a container sees the task's volumes. */
import Checkbox from '@cloudscape-design/components/checkbox'
import Select from '@cloudscape-design/components/select'
import type { ContainerDefinition } from '../../../core/task-definition/definition.ts'
import type { JsonPath } from '../../../core/task-definition/json.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CommitField } from './CommitField.tsx'
import { usePicture } from './definition-context.ts'
import { append, removeAt, setText } from './edits.ts'
import { AddButton, RemoveButton } from './RowTools.tsx'

const words = {
  volume: { en: 'Volume', ko: '볼륨' },
  path: { en: 'Path in the container', ko: '컨테이너 안의 경로' },
  readOnly: { en: 'read only', ko: '읽기 전용' },
  remove: { en: 'Remove the mount at {path}', ko: '{path} 마운트 제거' },
  add: { en: 'Add mount', ko: '마운트 추가' },
  none: {
    en: 'The task has no volume: add one below.',
    ko: '태스크에 볼륨이 없습니다. 아래에서 추가하세요.',
  },
} satisfies Record<string, Text>

interface Props {
  path: JsonPath
  mounts: ContainerDefinition['mountPoints']
}

export function MountRows({ path, mounts }: Props) {
  const say = useText()
  const { definition, change } = usePicture()
  const volumes = (definition.volumes ?? []).flatMap(({ name }) => name ?? [])
  const list = [...path, 'mountPoints']
  return (
    <div className="visual-rows">
      {(mounts ?? []).map(({ sourceVolume = '', containerPath = '', readOnly = false }, index) => (
        <div key={index} className="visual-row">
          <Select
            ariaLabel={say(words.volume)}
            selectedOption={{ value: sourceVolume, label: sourceVolume }}
            options={volumes.map((value) => ({ value, label: value }))}
            onChange={({ detail }) =>
              change([{ path: [...list, index, 'sourceVolume'], value: detail.selectedOption.value }])
            }
          />
          <CommitField
            ariaLabel={say(words.path)}
            text={containerPath}
            onCommit={(text) => {
              change(setText([...list, index, 'containerPath'], text))
              return true
            }}
          />
          <Checkbox
            checked={readOnly}
            onChange={({ detail }) => change([{ path: [...list, index, 'readOnly'], value: detail.checked }])}
          >
            {say(words.readOnly)}
          </Checkbox>
          <RemoveButton
            label={say(words.remove, { path: containerPath })}
            onClick={() => change(removeAt(list, mounts, index))}
          />
        </div>
      ))}
      {volumes.length === 0 ? (
        <span>{say(words.none)}</span>
      ) : (
        <AddButton
          label={say(words.add)}
          onClick={() =>
            change(
              append(list, mounts, { sourceVolume: volumes[0] ?? '', containerPath: `/${volumes[0] ?? ''}` }),
            )
          }
        />
      )}
    </div>
  )
}
