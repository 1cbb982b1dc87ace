/** Two revisions of a family beside each other: by what the changes mean, or as text. */
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useAws } from '../../../data/session.ts'
import { revisionQuery } from '../../../data/task-definitions/revisions.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SkeletonLines } from '../../../ui/SkeletonLines.tsx'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import { ChangeTable } from '../parts/ChangeTable.tsx'
import { type CompareSearch, compareSearch } from '../search.ts'
import { TextDiff } from './TextDiff.tsx'
import { type Listed, useListed } from './use-listed.ts'

const route = getRouteApi('/$region/task-definitions/$family/compare')

const words = {
  title: { en: 'Compare revisions of {family}', ko: '{family}의 개정 비교' },
  before: { en: 'Before', ko: '이전' },
  after: { en: 'After', ko: '이후' },
  view: { en: 'View', ko: '보기' },
  meaning: { en: 'Changes', ko: '변경 내용' },
  text: { en: 'Text', ko: '텍스트' },
  none: {
    en: 'There is no such family in this Region: it has no revisions.',
    ko: '이 리전에 이 패밀리가 없습니다. 개정이 하나도 없습니다.',
  },
  one: {
    en: 'This family has one revision, and nothing to compare it with.',
    ko: '이 패밀리의 개정은 하나뿐이라 비교할 것이 없습니다.',
  },
  changes: { en: 'Changes from {before} to {after}', ko: '{before}에서 {after}(으)로의 변경' },
} satisfies Record<string, Text>

const changesTitle: Text = { en: 'Changes', ko: '변경 내용' }

export default function ComparePage() {
  const say = useText()
  const { family } = route.useParams()
  const search = route.useSearch({ select: compareSearch, structuralSharing: true })
  const known = useListed(family)
  const { listed } = known
  const after = search.after ?? listed[0]
  const before = search.before ?? listed.find((one) => after !== undefined && one < after)
  const navigate = route.useNavigate()
  const change = (next: Partial<CompareSearch>): void =>
    void navigate({
      to: '.',
      search: compareSearch({ before, after, ...search, ...next }),
      replace: true,
      resetScroll: false,
    })
  return (
    <Container
      header={
        <Header
          variant="h1"
          actions={
            <SegmentedControl
              label={say(words.view)}
              selectedId={search.view ?? 'meaning'}
              options={[
                { id: 'meaning', text: say(words.meaning) },
                { id: 'text', text: say(words.text) },
              ]}
              onChange={({ detail }) => change({ view: detail.selectedId === 'text' ? 'text' : undefined })}
            />
          }
        >
          {say(words.title, { family })}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <SpaceBetween direction="horizontal" size="l">
          <Choice
            label={say(words.before)}
            listed={listed}
            chosen={before}
            onChoose={(one) => change({ before: one })}
          />
          <Choice
            label={say(words.after)}
            listed={listed}
            chosen={after}
            onChoose={(one) => change({ after: one })}
          />
        </SpaceBetween>
        {before !== undefined && after !== undefined && (
          <Comparison
            before={`${family}:${String(before)}`}
            after={`${family}:${String(after)}`}
            isText={search.view === 'text'}
          />
        )}
        {(before === undefined || after === undefined) && <NothingToCompare {...known} />}
      </SpaceBetween>
    </Container>
  )
}

function NothingToCompare({ listed, isPending, error, retry }: Listed) {
  const say = useText()
  if (isPending) return <SkeletonLines lines={6} />
  if (error !== undefined) return <ProblemAlert problem={problemWords(say, error)} retry={retry} />
  return <Box color="text-body-secondary">{say(listed.length === 0 ? words.none : words.one)}</Box>
}

interface ChoiceProps {
  label: string
  listed: readonly number[]
  chosen: number | undefined
  onChoose: (revision: number) => void
}

function Choice({ label, listed, chosen, onChoose }: ChoiceProps) {
  const every = chosen === undefined || listed.includes(chosen) ? listed : [chosen, ...listed]
  const options = every.map((revision) => ({ value: String(revision), label: String(revision) }))
  return (
    <FormField label={label}>
      <Select
        selectedOption={options.find(({ value }) => value === String(chosen)) ?? null}
        options={options}
        filteringType="auto"
        onChange={({ detail }) => onChoose(Number(detail.selectedOption.value))}
      />
    </FormField>
  )
}

function Comparison({ before, after, isText }: { before: string; after: string; isText: boolean }) {
  const say = useText()
  const aws = useAws()
  const first = useQuery(revisionQuery(aws, before))
  const second = useQuery(revisionQuery(aws, after))
  const failed = [first, second].find((query) => query.error && !query.data)
  if (failed)
    return <ProblemAlert problem={problemWords(say, failed.error)} retry={() => void failed.refetch()} />
  if (!first.data || !second.data) return <SkeletonLines lines={6} />
  const pair = { before: first.data.definition, after: second.data.definition }
  return isText ? (
    <TextDiff {...pair} label={say(words.changes, { before, after })} />
  ) : (
    <ChangeTable {...pair} title={changesTitle} />
  )
}
