/** The health check of a container: a command, and how patient ECS is with it. */
import type { HealthCheck } from '../../../core/task-definition/definition.ts'
import type { JsonPath } from '../../../core/task-definition/json.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CommitField } from './CommitField.tsx'
import { usePicture } from './definition-context.ts'
import { setNumber } from './edits.ts'
import { AddButton, RemoveButton } from './RowTools.tsx'

const words = {
  command: { en: 'Command, run by a shell', ko: '셸에서 실행할 명령' },
  interval: { en: 'Every (s, default 30)', ko: '간격(초, 기본 30)' },
  timeout: { en: 'Timeout (s, default 5)', ko: '제한 시간(초, 기본 5)' },
  retries: { en: 'Retries (default 3)', ko: '재시도(기본 3)' },
  startPeriod: { en: 'Grace at start (s)', ko: '시작 유예(초)' },
  add: { en: 'Add health check', ko: '상태 확인 추가' },
  remove: { en: 'Remove health check', ko: '상태 확인 제거' },
} satisfies Record<string, Text>

const numbers = ['interval', 'timeout', 'retries', 'startPeriod'] as const

interface Props {
  path: JsonPath
  check: HealthCheck | undefined
}

export function HealthFields({ path, check }: Props) {
  const say = useText()
  const { change } = usePicture()
  if (!check)
    return (
      <AddButton
        label={say(words.add)}
        onClick={() =>
          change([{ path, value: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] } }])
        }
      />
    )
  const [kind = 'CMD-SHELL', ...rest] = check.command ?? []
  return (
    <div className="visual-rows">
      <CommitField
        label={say(words.command)}
        text={kind === 'CMD-SHELL' ? rest.join(' ') : [kind, ...rest].join(' ')}
        onCommit={(text) => {
          change([{ path: [...path, 'command'], value: ['CMD-SHELL', text] }])
          return true
        }}
      />
      <div className="visual-grid">
        {numbers.map((key) => (
          <CommitField
            key={key}
            label={say(words[key])}
            isNumber
            text={check[key] === undefined ? '' : String(check[key])}
            onCommit={(text) => {
              const changes = setNumber([...path, key], text)
              if (changes) change(changes)
              return changes !== undefined
            }}
          />
        ))}
      </div>
      <RemoveButton label={say(words.remove)} onClick={() => change([{ path, value: undefined }])} />
    </div>
  )
}
