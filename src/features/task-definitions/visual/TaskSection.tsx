/** What belongs to the task as a whole: name, where it runs, network, size and roles. */
import FormField from '@cloudscape-design/components/form-field'
import Multiselect from '@cloudscape-design/components/multiselect'
import Select from '@cloudscape-design/components/select'
import type { Definition } from '../../../core/task-definition/definition.ts'
import { fargateSizes } from '../../../core/task-definition/linter/rules/fargate-sizes.ts'
import { cpuUnits } from '../../../core/task-definition/size.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CommitField } from './CommitField.tsx'
import { usePicture } from './definition-context.ts'
import { setText } from './edits.ts'

const words = {
  title: { en: 'Task', ko: '태스크' },
  family: { en: 'Family', ko: '패밀리' },
  launch: { en: 'Launch types', ko: '시작 유형' },
  network: { en: 'Network mode', ko: '네트워크 모드' },
  cpu: { en: 'Task CPU', ko: '태스크 CPU' },
  memory: { en: 'Task memory', ko: '태스크 메모리' },
  taskRole: { en: 'Task role', ko: '태스크 역할' },
  executionRole: { en: 'Execution role', ko: '실행 역할' },
  default: { en: 'Default', ko: '기본값' },
  none: { en: 'None', ko: '없음' },
  units: { en: 'units', ko: '단위' },
} satisfies Record<string, Text>

const networkModes = ['awsvpc', 'bridge', 'host', 'none']
const launchTypes = ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES']

export function TaskSection() {
  const say = useText()
  const { definition, change } = usePicture()
  const { family = '', requiresCompatibilities = [], networkMode, taskRoleArn, executionRoleArn } = definition
  const text = (key: keyof Definition) => (written: string) => {
    change(setText([key], written))
    return true
  }
  const isFargate = requiresCompatibilities.includes('FARGATE')
  return (
    <section aria-label={say(words.title)} className="visual-grid">
      <CommitField label={say(words.family)} text={family} onCommit={text('family')} />
      <FormField label={say(words.launch)} stretch>
        <Multiselect
          selectedOptions={requiresCompatibilities.map((value) => ({ value, label: value }))}
          options={launchTypes.map((value) => ({ value, label: value }))}
          inlineTokens
          placeholder={say(words.none)}
          onChange={({ detail }) => {
            const chosen = detail.selectedOptions.map(({ value = '' }) => value)
            change([{ path: ['requiresCompatibilities'], value: chosen.length === 0 ? undefined : chosen }])
          }}
        />
      </FormField>
      <ChoiceField
        label={say(words.network)}
        value={networkMode}
        none={say(words.default)}
        options={networkModes.map((value) => ({ value, label: value }))}
        onChange={(value) => change([{ path: ['networkMode'], value }])}
      />
      {isFargate ? <FargateSize /> : <FreeSize />}
      <div className="visual-half">
        <CommitField label={say(words.taskRole)} text={taskRoleArn ?? ''} onCommit={text('taskRoleArn')} />
      </div>
      <div className="visual-half">
        <CommitField
          label={say(words.executionRole)}
          text={executionRoleArn ?? ''}
          onCommit={text('executionRoleArn')}
        />
      </div>
    </section>
  )
}

/** Only what Fargate has: a CPU size, and the memory that goes with it. */
function FargateSize() {
  const say = useText()
  const { definition, change } = usePicture()
  const { cpu, memory } = definition
  const size = fargateSizes.find((each) => each.cpu === cpuUnits(cpu))
  return (
    <>
      <div className="visual-half">
        <ChoiceField
          label={say(words.cpu)}
          value={cpu}
          none={say(words.none)}
          options={fargateSizes.map((each) => ({
            value: String(each.cpu),
            label: `${String(each.cpu)} (${String(each.cpu / 1024)} vCPU)`,
          }))}
          onChange={(value) => {
            const next = fargateSizes.find((each) => String(each.cpu) === value)
            const fits = next?.memory.some((mib) => String(mib) === memory)
            change([
              { path: ['cpu'], value },
              // A memory that the new size does not have would be refused.
              ...(next && !fits ? [{ path: ['memory'], value: String(next.memory[0]) }] : []),
            ])
          }}
        />
      </div>
      <div className="visual-half">
        <ChoiceField
          label={say(words.memory)}
          value={memory}
          none={say(words.none)}
          options={(size?.memory ?? []).map((mib) => ({
            value: String(mib),
            label: `${String(mib)} MiB (${String(mib / 1024)} GB)`,
          }))}
          onChange={(value) => change([{ path: ['memory'], value }])}
        />
      </div>
    </>
  )
}

function FreeSize() {
  const say = useText()
  const { definition, change } = usePicture()
  const commit = (key: 'cpu' | 'memory') => (written: string) => {
    change(setText([key], written.trim()))
    return true
  }
  return (
    <>
      <div className="visual-half">
        <CommitField
          label={say(words.cpu)}
          unit={say(words.units)}
          text={definition.cpu ?? ''}
          onCommit={commit('cpu')}
        />
      </div>
      <div className="visual-half">
        <CommitField
          label={say(words.memory)}
          unit="MiB"
          text={definition.memory ?? ''}
          onCommit={commit('memory')}
        />
      </div>
    </>
  )
}

interface ChoiceFieldProps {
  label: string
  value: string | undefined
  /** What it means when the member is absent. */
  none: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

function ChoiceField({ label, value, none, options, onChange }: ChoiceFieldProps) {
  const absent = { value: '', label: none }
  const known = options.find((option) => option.value === value)
  return (
    <FormField label={label} stretch>
      <Select
        selectedOption={value === undefined ? absent : (known ?? { value, label: value })}
        options={[absent, ...options]}
        onChange={({ detail }) => onChange(detail.selectedOption.value || undefined)}
      />
    </FormField>
  )
}
