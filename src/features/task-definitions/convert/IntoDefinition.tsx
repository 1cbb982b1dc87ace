/** From Dockerrun, Compose or a docker run line to a task definition. */
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useMemo, useState } from 'react'
import type { Cleaned } from '../../../core/task-definition/clean/cleaned.ts'
import { type Answers, type Conversion, isOpen } from '../../../core/task-definition/convert/conversion.ts'
import { fromCompose } from '../../../core/task-definition/convert/from-compose.ts'
import { fromDockerRun } from '../../../core/task-definition/convert/from-docker-run.ts'
import { fromDockerrun } from '../../../core/task-definition/convert/from-dockerrun.ts'
import type { Definition } from '../../../core/task-definition/definition.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ConversionResult } from './ConversionResult.tsx'

const words = {
  kind: { en: 'What it is', ko: '원본 종류' },
  dockerrun: { en: 'Dockerrun.aws.json', ko: 'Dockerrun.aws.json' },
  compose: { en: 'docker-compose.yml', ko: 'docker-compose.yml' },
  run: { en: 'docker run', ko: 'docker run' },
  source: { en: 'Source', ko: '원본' },
  second: { en: 'ecs-params.yml (optional)', ko: 'ecs-params.yml(선택)' },
  composeBeside: {
    en: 'docker-compose.yml beside it (version 3)',
    ko: '함께 있는 docker-compose.yml(버전 3)',
  },
  pasted: {
    en: 'Pasted: {lines, plural, one {# line} other {# lines}}. It may hold secrets, so it is not shown.',
    ko: '붙여 넣은 원본 {lines}줄. 비밀이 있을 수 있어 표시하지 않습니다.',
  },
  edit: { en: 'Show and edit it', ko: '보고 편집' },
  into: { en: 'Put it into the editor', ko: '편집기에 넣기' },
  empty: { en: 'Paste or type the source.', ko: '원본을 붙여 넣거나 입력하세요.' },
} satisfies Record<string, Text>

const kinds = ['dockerrun', 'compose', 'run'] as const
type Kind = (typeof kinds)[number]

interface Props {
  /** What was pasted over the editor, if it was of these kinds. */
  pasted: Cleaned | undefined
  onDefinition: (definition: Definition) => void
}

export function IntoDefinition({ pasted, onDefinition }: Props) {
  const say = useText()
  const { region } = useAws()
  const from = kinds.find((each) => each === pasted?.kind)
  const [kind, setKind] = useState<Kind>(from ?? 'dockerrun')
  const [source, setSource] = useState(from && pasted ? pasted.text : '')
  const [beside, setBeside] = useState('')
  const [isShown, setShown] = useState(from === undefined)
  const [answers, setAnswers] = useState<Answers>({})
  const conversion = useMemo(
    () => (source.trim() === '' ? undefined : convert({ kind, source, beside, region }, answers)),
    [kind, source, beside, region, answers],
  )
  const { output } = conversion ?? {}
  const isComplete = output !== undefined && !conversion?.questions.some(isOpen)
  return (
    <SpaceBetween size="m">
      <FormField label={say(words.kind)}>
        <Select
          selectedOption={{ value: kind, label: say(words[kind]) }}
          options={kinds.map((value) => ({ value, label: say(words[value]) }))}
          onChange={({ detail }) =>
            setKind(kinds.find((each) => each === detail.selectedOption.value) ?? kind)
          }
        />
      </FormField>
      {isShown ? (
        <FormField label={say(words.source)} stretch>
          <Textarea
            value={source}
            rows={8}
            spellcheck={false}
            placeholder={say(words.empty)}
            onChange={({ detail }) => setSource(detail.value)}
          />
        </FormField>
      ) : (
        <div>
          {say(words.pasted, { lines: source.trimEnd().split('\n').length })}{' '}
          <Button variant="inline-link" onClick={() => setShown(true)}>
            {say(words.edit)}
          </Button>
        </div>
      )}
      {kind !== 'run' && isShown && (
        <FormField label={say(kind === 'compose' ? words.second : words.composeBeside)} stretch>
          <Textarea
            value={beside}
            rows={3}
            spellcheck={false}
            onChange={({ detail }) => setBeside(detail.value)}
          />
        </FormField>
      )}
      {conversion && <ConversionResult conversion={conversion} answers={answers} onAnswers={setAnswers} />}
      <Button variant="primary" disabled={!isComplete} onClick={() => output && onDefinition(output)}>
        {say(words.into)}
      </Button>
    </SpaceBetween>
  )
}

interface Source {
  kind: Kind
  source: string
  /** The file that may stand beside it. */
  beside: string
  /** Of the page. */
  region: string
}

function convert({ kind, source, beside, region }: Source, answers: Answers): Conversion<Definition> {
  const isAlone = beside.trim() === ''
  if (kind === 'run') return fromDockerRun(source, answers, region)
  if (kind === 'compose')
    return fromCompose({ compose: source, region, ...(!isAlone && { ecsParams: beside }) }, answers)
  return fromDockerrun({ dockerrun: source, region, ...(!isAlone && { compose: beside }) }, answers)
}
