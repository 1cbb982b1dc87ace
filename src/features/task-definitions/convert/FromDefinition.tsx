/** From the open definition to CloudFormation, Terraform, CDK or the AWS CLI. */
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useState } from 'react'
import type { Answers, Conversion } from '../../../core/task-definition/convert/conversion.ts'
import { toCdk } from '../../../core/task-definition/convert/to-cdk.ts'
import { toCli } from '../../../core/task-definition/convert/to-cli.ts'
import { toCloudFormation } from '../../../core/task-definition/convert/to-cloudformation.ts'
import { toTerraform } from '../../../core/task-definition/convert/to-terraform.ts'
import type { Definition } from '../../../core/task-definition/definition.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { ConversionResult } from './ConversionResult.tsx'

const words = {
  target: { en: 'Write it as', ko: '출력 형식' },
  values: {
    en: 'With the hidden values: they show here, and whoever reads the copy sees them',
    ko: '숨긴 값 포함: 여기에 표시되며 복사본을 읽는 사람도 볼 수 있습니다',
  },
} satisfies Record<string, Text>

const targets = {
  'cloudformation-yaml': {
    label: 'CloudFormation (YAML)',
    write: (d: Definition, a: Answers) => toCloudFormation(d, 'yaml', a),
  },
  'cloudformation-json': {
    label: 'CloudFormation (JSON)',
    write: (d: Definition, a: Answers) => toCloudFormation(d, 'json', a),
  },
  terraform: { label: 'Terraform', write: (d: Definition, a: Answers) => toTerraform(d, a) },
  cdk: { label: 'AWS CDK (TypeScript)', write: (d: Definition, a: Answers) => toCdk(d, a) },
  cli: { label: 'AWS CLI', write: (d: Definition, a: Answers, region: string) => toCli(d, a, region) },
} satisfies Record<
  string,
  { label: string; write: (definition: Definition, answers: Answers, region: string) => Conversion<string> }
>

type Target = keyof typeof targets

const ids = Object.keys(targets) as Target[]

interface Props {
  /** With marks in the place of secrets. */
  masked: Definition
  /** With its values. */
  real: () => Definition
}

export function FromDefinition({ masked, real }: Props) {
  const say = useText()
  const { region } = useAws()
  const [target, setTarget] = useState<Target>('cloudformation-yaml')
  const [isRevealed, setRevealed] = useState(false)
  const [answers, setAnswers] = useState<Answers>({})
  const conversion = useMemo(
    () => targets[target].write(isRevealed ? real() : masked, answers, region),
    [target, isRevealed, real, masked, answers, region],
  )
  return (
    <SpaceBetween size="m">
      <FormField label={say(words.target)}>
        <Select
          selectedOption={{ value: target, label: targets[target].label }}
          options={ids.map((value) => ({ value, label: targets[value].label }))}
          onChange={({ detail }) => setTarget(ids.find((id) => id === detail.selectedOption.value) ?? target)}
        />
      </FormField>
      <Checkbox checked={isRevealed} onChange={({ detail }) => setRevealed(detail.checked)}>
        {say(words.values)}
      </Checkbox>
      <ConversionResult conversion={conversion} answers={answers} onAnswers={setAnswers} />
      {conversion.output !== undefined && (
        <CodeBlock text={conversion.output} label={targets[target].label} lines={30} />
      )}
    </SpaceBetween>
  )
}
