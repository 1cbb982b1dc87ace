/** The text as it is now against any revision: by what the changes mean, or as two texts. */
import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Definition } from '../../../core/task-definition/definition.ts'
import { checkTypes } from '../../../core/task-definition/linter/type-level.ts'
import { type Kept, unmaskValue } from '../../../core/task-definition/mask.ts'
import { useAws } from '../../../data/session.ts'
import { familiesQuery } from '../../../data/task-definitions/families.ts'
import { revisionQuery } from '../../../data/task-definitions/revisions.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SkeletonLines } from '../../../ui/SkeletonLines.tsx'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import { TextDiff } from '../compare/TextDiff.tsx'
import { type Listed, useListed } from '../compare/use-listed.ts'
import { ChangeTable } from '../parts/ChangeTable.tsx'
import type { DocumentView } from './use-document.ts'
import { useWorkbenchSearch } from './use-workbench-search.ts'

const words = {
  family: { en: 'Family', ko: '패밀리' },
  revision: { en: 'Revision', ko: '개정' },
  view: { en: 'View', ko: '보기' },
  meaning: { en: 'Changes', ko: '변경 내용' },
  text: { en: 'Text', ko: '텍스트' },
  changes: { en: 'Changes from {name} to the text', ko: '{name}에서 편집 중인 텍스트로의 변경' },
  table: { en: 'Changes', ko: '변경 내용' },
  noFamily: {
    en: 'Choose a family to compare with: the text names none.',
    ko: '텍스트에 패밀리가 없습니다. 비교할 패밀리를 선택하세요.',
  },
  none: {
    en: 'No revision of this family is registered. Choose another family to compare with.',
    ko: '이 패밀리에는 등록된 개정이 없습니다. 비교할 다른 패밀리를 선택하세요.',
  },
} satisfies Record<string, Text>

export function CompareTab({ view: { value, kept } }: { view: DocumentView }) {
  const say = useText()
  const [{ against, diff, from }, change] = useWorkbenchSearch()
  const definition = useMemo(() => checkTypes(unmaskValue(value ?? {}, kept)).trusted, [value, kept])
  const [chosenFamily, chosenRevision] = against?.split(':') ?? []
  const family = chosenFamily ?? familyOf(from, definition)
  const known = useListed(family)
  const { listed } = known
  const revision = chosenRevision ?? listed[0]?.toString()
  return (
    <SpaceBetween size="m">
      <div className="workbench-compare">
        <Choice
          label={say(words.family)}
          options={useFamilies()}
          chosen={family}
          onChoose={(one) => change({ against: one })}
        />
        <Choice
          label={say(words.revision)}
          options={listed.map(String)}
          chosen={revision ?? ''}
          onChoose={(one) => change({ against: `${family}:${one}` })}
        />
        <SegmentedControl
          label={say(words.view)}
          selectedId={diff ?? 'meaning'}
          options={[
            { id: 'meaning', text: say(words.meaning) },
            { id: 'text', text: say(words.text) },
          ]}
          onChange={({ detail }) => change({ diff: detail.selectedId === 'text' ? 'text' : undefined })}
        />
      </div>
      {revision !== undefined && (
        <Comparison name={`${family}:${revision}`} after={definition} kept={kept} isText={diff === 'text'} />
      )}
      {revision === undefined && <NoRevision {...known} isNamed={family !== ''} />}
    </SpaceBetween>
  )
}

/** What the text was opened from comes first: its family may be written anew. */
function familyOf(from: string | undefined, { family = '' }: Definition): string {
  return from?.split(':')[0] ?? family
}

function NoRevision({ isPending, error, retry, isNamed }: Listed & { isNamed: boolean }) {
  const say = useText()
  if (isPending) return <SkeletonLines lines={6} />
  if (error !== undefined) return <ProblemAlert problem={problemWords(say, error)} retry={retry} />
  return <Box color="text-body-secondary">{say(isNamed ? words.none : words.noFamily)}</Box>
}

/** Families with revisions that can be compared with, in order of their names. */
function useFamilies(): string[] {
  const aws = useAws()
  const active = useQuery(familiesQuery(aws, 'ACTIVE'))
  const inactive = useQuery(familiesQuery(aws, 'INACTIVE'))
  return useMemo(
    () => [...(active.data ?? []), ...(inactive.data ?? [])].toSorted(),
    [active.data, inactive.data],
  )
}

interface ChoiceProps {
  label: string
  options: readonly string[]
  /** Empty: nothing. */
  chosen: string
  onChoose: (value: string) => void
}

function Choice({ label, options, chosen, onChoose }: ChoiceProps) {
  return (
    <FormField label={label}>
      <Select
        selectedOption={chosen === '' ? null : { value: chosen, label: chosen }}
        options={options.map((value) => ({ value, label: value }))}
        filteringType={options.length > 10 ? 'auto' : 'none'}
        onChange={({ detail }) => onChoose(detail.selectedOption.value ?? '')}
      />
    </FormField>
  )
}

interface ComparisonProps {
  name: string
  after: Definition
  /** Of the editor: a value has the same mark in both. */
  kept: Kept
  isText: boolean
}

function Comparison({ name, after, kept, isText }: ComparisonProps) {
  const say = useText()
  const query = useQuery(revisionQuery(useAws(), name))
  if (query.error && !query.data)
    return <ProblemAlert problem={problemWords(say, query.error)} retry={() => void query.refetch()} />
  if (!query.data) return <SkeletonLines lines={6} />
  const pair = { before: query.data.definition, after, kept }
  return isText ? (
    <TextDiff {...pair} label={say(words.changes, { name })} />
  ) : (
    <ChangeTable {...pair} title={words.table} />
  )
}
