/** What differs between two definitions: where, before and after. Values that may be secret are marks. */
import Box from '@cloudscape-design/components/box'
import Table from '@cloudscape-design/components/table'
import { useMemo } from 'react'
import type { Definition } from '../../../core/task-definition/definition.ts'
import { diff, type DefinitionChange } from '../../../core/task-definition/diff.ts'
import type { Json } from '../../../core/task-definition/json.ts'
import { type Kept, maskValue } from '../../../core/task-definition/mask.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { MaskedText } from './MaskedText.tsx'
import './change-table.css'

const words = {
  title: { en: 'What changes', ko: '바뀌는 내용' },
  where: { en: 'Change', ko: '변경' },
  before: { en: 'Before', ko: '이전' },
  after: { en: 'After', ko: '이후' },
  none: {
    en: 'No change: both register the same containers',
    ko: '변경 없음: 둘은 같은 컨테이너를 등록합니다',
  },
} satisfies Record<string, Text>

const none: Kept = []

/** Differences between masked values: equal secrets have equal marks. */
export function maskedChanges(
  before: Definition,
  after: Definition,
  marked: Kept = none,
): { changes: DefinitionChange[]; kept: Kept } {
  const first = maskValue(before as unknown as Json, marked)
  const second = maskValue(after as unknown as Json, first.kept)
  return { changes: diff(first.value as Definition, second.value as Definition), kept: second.kept }
}

interface ChangeTableProps {
  before: Definition
  after: Definition
  title?: Text
  /** Values that have marks already. */
  kept?: Kept
}

export function ChangeTable({ before, after, title = words.title, kept: marked = none }: ChangeTableProps) {
  const say = useText()
  const { changes, kept } = useMemo(() => maskedChanges(before, after, marked), [before, after, marked])
  const value = (name: string, json: Json | undefined) =>
    json === undefined ? (
      '–'
    ) : (
      <div className={typeof json === 'object' ? 'change-value change-json' : 'change-value'}>
        <MaskedText text={written(json)} kept={kept} name={name} />
      </div>
    )
  return (
    <Table<DefinitionChange>
      variant="embedded"
      wrapLines
      cellVerticalAlign="top"
      items={changes}
      trackBy={({ path }) => path.join('/')}
      ariaLabels={{ tableLabel: say(title) }}
      empty={<Box textAlign="center">{say(words.none)}</Box>}
      columnDefinitions={[
        {
          id: 'where',
          header: say(words.where),
          isRowHeader: true,
          cell: whereCell,
          width: '26%',
        },
        {
          id: 'before',
          header: say(words.before),
          cell: (one) => value(say(one.message), one.before),
          width: '37%',
        },
        {
          id: 'after',
          header: say(words.after),
          cell: (one) => value(say(one.message), one.after),
          width: '37%',
        },
      ]}
    />
  )
}

const whereCell = (change: DefinitionChange) => <Where change={change} />

function Where({ change: { kind, message } }: { change: DefinitionChange }) {
  const say = useText()
  return (
    <div className="change-value">
      <Box color={colors[kind]}>{say(message)}</Box>
    </div>
  )
}

const colors = {
  added: 'text-status-success',
  removed: 'text-status-warning',
  changed: 'text-status-info',
} as const

/** Characters of JSON that are read at a glance. */
const oneLine = 60

/** Texts and numbers as they are; more than that as JSON, a whole container over as many lines as in the editor. */
function written(json: Json): string {
  if (typeof json !== 'object' || json === null) return String(json)
  const short = JSON.stringify(json)
  return short.length > oneLine ? JSON.stringify(json, null, 1) : short
}
