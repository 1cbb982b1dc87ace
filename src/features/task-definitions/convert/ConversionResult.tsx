/** What a conversion asks, what it lost, and why it could not be made: with its questions as a form. */
import Alert from '@cloudscape-design/components/alert'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Textarea from '@cloudscape-design/components/textarea'
import {
  type Answers,
  type Conversion,
  type ConversionNote,
  isOpen,
  type NoteKind,
  type Question,
} from '../../../core/task-definition/convert/conversion.ts'
import { withPlace } from '../../../core/task-definition/text.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'

const words = {
  refused: { en: 'It cannot be read', ko: '읽을 수 없습니다' },
  error: { en: 'Error', ko: '오류' },
  questions: { en: 'To be decided', ko: '결정할 것' },
  open: { en: 'An answer is needed', ko: '답이 필요합니다' },
  noAnswer: {
    en: 'This is not taken for an answer: it looks like {form}',
    ko: '답으로 받을 수 없습니다. 형식: {form}',
  },
  taken: {
    en: 'Taken as long as nothing else is chosen: {value}',
    ko: '선택하지 않으면 사용하는 값: {value}',
  },
  notes: { en: 'What changes on the way', ko: '변환하면서 달라지는 것' },
  lost: { en: 'Lost', ko: '사라짐' },
  changed: { en: 'Changed', ko: '바뀜' },
  advice: { en: 'Advice', ko: '조언' },
} satisfies Record<string, Text>

const types: Record<NoteKind, 'warning' | 'info' | 'success'> = {
  lost: 'warning',
  changed: 'info',
  advice: 'success',
}

interface Props {
  conversion: Conversion<unknown>
  answers: Answers
  onAnswers: (answers: Answers) => void
}

export function ConversionResult({ conversion, answers, onAnswers }: Props) {
  const say = useText()
  const { problems, questions, notes } = conversion
  if (problems.length > 0)
    return (
      <Alert type="error" header={say(words.refused)} statusIconAriaLabel={say(words.error)}>
        {problems.map((problem) => (
          <div key={`${String(problem.offset)}/${say(problem.message)}`}>{say(withPlace(problem))}</div>
        ))}
      </Alert>
    )
  return (
    <SpaceBetween size="m">
      {questions.length > 0 && (
        <section aria-label={say(words.questions)} className="convert-questions">
          {questions.map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              value={answers[question.id] ?? ''}
              onChange={(value) => onAnswers({ ...answers, [question.id]: value })}
            />
          ))}
        </section>
      )}
      {notes.length > 0 && (
        <ul className="workbench-list" aria-label={say(words.notes)}>
          {notes.map((note, index) => (
            <NoteLine key={index} note={note} />
          ))}
        </ul>
      )}
    </SpaceBetween>
  )
}

interface QuestionProps {
  question: Question
  value: string
  onChange: (value: string) => void
}

function QuestionField({ question, value, onChange }: QuestionProps) {
  const say = useText()
  const { text, why, options, suggested } = question
  const error = errorOf(question, value)
  return (
    <FormField
      label={say(text)}
      {...(why && { description: say(why) })}
      {...(error && { errorText: say(error, { form: question.form ?? '' }) })}
      {...(value === '' &&
        suggested !== undefined &&
        !options && { constraintText: say(words.taken, { value: shownSuggestion(question) }) })}
    >
      <AnswerInput question={question} value={value} onChange={onChange} />
    </FormField>
  )
}

/** What is typed and not taken for an answer would be passed over in silence. */
function errorOf(question: Question, value: string): Text | undefined {
  if (value.trim() !== '' && question.answer === undefined) return words.noAnswer
  return isOpen(question) ? words.open : undefined
}

function shownSuggestion({ suggested = '', isSensitive }: Question): string {
  return isSensitive && suggested !== '' ? '•••' : suggested
}

function AnswerInput({ question, value, onChange }: QuestionProps) {
  const say = useText()
  const { options, suggested, hasLines } = question
  if (hasLines)
    return (
      <Textarea value={value} rows={3} spellcheck={false} onChange={({ detail }) => onChange(detail.value)} />
    )
  if (!options)
    return (
      <Input
        value={value}
        placeholder={shownSuggestion(question)}
        onChange={({ detail }) => onChange(detail.value)}
      />
    )
  const chosen = options.find((option) => option.value === (value === '' ? suggested : value))
  return (
    <Select
      selectedOption={chosen ? { value: chosen.value, label: say(chosen.label) } : null}
      options={options.map((option) => ({ value: option.value, label: say(option.label) }))}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
    />
  )
}

function NoteLine({ note: { kind, at, message } }: { note: ConversionNote }) {
  const say = useText()
  return (
    <li className="workbench-problem">
      <StatusIndicator type={types[kind]}>{say(words[kind])}</StatusIndicator>
      <div>
        {at !== '' && <code>{at}</code>} {say(message)}
      </div>
    </li>
  )
}
