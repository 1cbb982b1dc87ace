/** Variables of a container: names are shown, values are marks until somebody asks; secrets show where they come from. */
import Box from '@cloudscape-design/components/box'
import type { ContainerDefinition, NameValue } from '../../../core/task-definition/definition.ts'
import type { JsonPath } from '../../../core/task-definition/json.ts'
import { unmaskText, valuesOf } from '../../../core/task-definition/mask.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { RevealButton, useReveal } from '../parts/MaskedText.tsx'
import { CommitField } from './CommitField.tsx'
import { usePicture } from './definition-context.ts'
import { addEnvironment, removeAt } from './edits.ts'
import { AddButton, RemoveButton } from './RowTools.tsx'

const words = {
  name: { en: 'Name of variable {n}', ko: '{n}번째 변수 이름' },
  value: { en: 'Value of {name}', ko: '{name} 값' },
  secret: { en: '{name} from {from}', ko: '{from}에서 온 {name}' },
  remove: { en: 'Remove {name}', ko: '{name} 제거' },
  add: { en: 'Add variable', ko: '변수 추가' },
} satisfies Record<string, Text>

interface Props {
  path: JsonPath
  container: ContainerDefinition
}

export function EnvironmentRows({ path, container }: Props) {
  const say = useText()
  const { change } = usePicture()
  const { environment = [], secrets = [] } = container
  const list = [...path, 'environment']
  return (
    <div className="visual-rows">
      {environment.map((variable, index) => (
        <Variable
          key={index}
          variable={variable}
          number={index + 1}
          path={[...list, index]}
          onRemove={() => change(removeAt(list, environment, index))}
        />
      ))}
      {secrets.map(({ name = '', valueFrom = '' }) => (
        <Box key={name} color="text-body-secondary">
          {say(words.secret, { name, from: valueFrom })}
        </Box>
      ))}
      <AddButton label={say(words.add)} onClick={() => change(addEnvironment(container, path))} />
    </div>
  )
}

interface VariableProps {
  variable: NameValue
  number: number
  path: JsonPath
  onRemove: () => void
}

function Variable({ variable: { name = '', value = '' }, number, path, onRemove }: VariableProps) {
  const say = useText()
  const { kept, change } = usePicture()
  const shown = useReveal()
  const isMarked = valuesOf(value, kept).length > 0
  return (
    <div className="visual-row visual-row-pair">
      <CommitField
        ariaLabel={say(words.name, { n: number })}
        text={name}
        onCommit={(text) => {
          change([{ path: [...path, 'name'], value: text }])
          return true
        }}
      />
      <CommitField
        ariaLabel={say(words.value, { name })}
        text={shown.isRevealed ? unmaskText(value, kept) : value}
        onCommit={(text) => {
          change([{ path: [...path, 'value'], value: text }])
          return true
        }}
      />
      {isMarked ? <RevealButton {...shown} name={name} /> : <span />}
      <RemoveButton label={say(words.remove, { name })} onClick={onRemove} />
    </div>
  )
}
