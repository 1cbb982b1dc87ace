/** Port mappings of a container: what it listens on, and where that is reached. */
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import type { PortMapping } from '../../../core/task-definition/definition.ts'
import type { JsonPath } from '../../../core/task-definition/json.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CommitField } from './CommitField.tsx'
import { usePicture } from './definition-context.ts'
import { append, removeAt, setNumber } from './edits.ts'
import { AddButton, RemoveButton } from './RowTools.tsx'

const words = {
  container: { en: 'Container port', ko: '컨테이너 포트' },
  host: { en: 'Host port', ko: '호스트 포트' },
  dynamic: { en: 'dynamic', ko: '동적' },
  same: { en: 'the same', ko: '같음' },
  protocol: { en: 'Protocol', ko: '프로토콜' },
  remove: { en: 'Remove port {port}', ko: '포트 {port} 제거' },
  add: { en: 'Add port', ko: '포트 추가' },
} satisfies Record<string, Text>

interface Props {
  path: JsonPath
  ports: readonly PortMapping[] | undefined
}

export function PortRows({ path, ports }: Props) {
  const say = useText()
  const { definition, change } = usePicture()
  const { networkMode = 'bridge' } = definition
  const list = [...path, 'portMappings']
  const number = (index: number, key: 'containerPort' | 'hostPort') => (text: string) => {
    const changes = setNumber([...list, index, key], text)
    if (changes) change(changes)
    return changes !== undefined
  }
  return (
    <div className="visual-rows">
      {(ports ?? []).map(({ containerPort, hostPort, protocol = 'tcp' }, index) => (
        <div key={index} className="visual-row">
          <CommitField
            label={say(words.container)}
            isNumber
            text={containerPort === undefined ? '' : String(containerPort)}
            onCommit={number(index, 'containerPort')}
          />
          <CommitField
            label={say(words.host)}
            isNumber
            text={hostPort === undefined ? '' : String(hostPort)}
            placeholder={say(networkMode === 'bridge' ? words.dynamic : words.same)}
            onCommit={number(index, 'hostPort')}
          />
          <FormField label={say(words.protocol)} stretch>
            <Select
              selectedOption={{ value: protocol, label: protocol }}
              options={[{ value: 'tcp' }, { value: 'udp' }]}
              onChange={({ detail }) =>
                change([{ path: [...list, index, 'protocol'], value: detail.selectedOption.value }])
              }
            />
          </FormField>
          <RemoveButton
            label={say(words.remove, { port: containerPort ?? '' })}
            onClick={() => change(removeAt(list, ports, index))}
          />
        </div>
      ))}
      <AddButton
        label={say(words.add)}
        onClick={() =>
          change(
            append(list, ports, {
              containerPort: 80,
              ...(networkMode === 'bridge' && { hostPort: 0 }),
              protocol: 'tcp',
            }),
          )
        }
      />
    </div>
  )
}
