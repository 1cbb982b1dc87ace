/** The parts around a table's rows: header, filter, pagination, preferences, empty state. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Pagination from '@cloudscape-design/components/pagination'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Suspense } from 'react'
import type { Message } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import { BlockTools } from './BlockTools.tsx'
import { noFilter } from './filter.ts'
import { laterPart } from './later-part.ts'
import { useTableLive, type TableLive } from './table-context.ts'
import { tableWords as words } from './table-words.ts'

// Neither is needed for the first rows, and together they are larger than the table itself.
const TableFilter = laterPart(async () => (await import('./TableFilter.tsx')).TableFilter)
const TablePreferencesDialog = laterPart(
  async () => (await import('./TablePreferencesDialog.tsx')).TablePreferencesDialog,
)

export function HeaderSlot() {
  const live = useTableLive()
  const say = useText()
  const counter = counterMessage(live)
  const progress = progressMessage(live)
  const description =
    progress === undefined ? (
      live.description
    ) : (
      // A header's description is a paragraph: nothing but phrases fits into it.
      <>
        {live.description}
        <span style={{ display: 'block' }}>{say(progress)}</span>
      </>
    )
  return (
    <Header
      variant={live.level}
      {...(counter && { counter: `(${say(counter)})` })}
      {...(description !== undefined && description !== null && { description })}
      actions={<BlockTools state={live.state} actions={live.actions} />}
    >
      {typeof live.title === 'string' ? live.title : say(live.title)}
    </Header>
  )
}

/** Cloudscape's filter is as high as an input; the placeholder keeps its place until the rows are painted. */
export function FilterSlot() {
  const { painted } = useTableLive()
  const place = <div style={{ minHeight: 34 }} />
  return painted ? (
    <Suspense fallback={place}>
      <TableFilter />
    </Suspense>
  ) : (
    place
  )
}

export function PaginationSlot() {
  const { page, pages, onPage, rows } = useTableLive()
  if (rows === 0 || pages === 1) return null
  return (
    <Pagination
      currentPageIndex={page}
      pagesCount={pages}
      onChange={({ detail }) => onPage(detail.currentPageIndex)}
    />
  )
}

export function PreferencesSlot() {
  const { painted } = useTableLive()
  const say = useText()
  const place = <Button iconName="settings" variant="icon" disabled ariaLabel={say(words.preferences)} />
  return painted ? (
    <Suspense fallback={place}>
      <TablePreferencesDialog />
    </Suspense>
  ) : (
    place
  )
}

export function EmptySlot() {
  const live = useTableLive()
  const say = useText()
  if (live.rows > 0) {
    const yet = live.needsKnown && live.progress !== undefined && live.progress.known < live.progress.total
    return (
      <Box textAlign="center" color="inherit" padding={{ vertical: 's' }}>
        <SpaceBetween size="xs">
          <b>{say(words.noMatch)}</b>
          <span>{say(yet ? words.noMatchYet : words.noMatchWhy)}</span>
          <Button onClick={() => live.onFilter(noFilter)}>{say(words.clear)}</Button>
        </SpaceBetween>
      </Box>
    )
  }
  // The alert above the table says why.
  if (live.state.problem && live.state.updatedAt === undefined) {
    return <Box color="text-status-inactive">{say(words.unknown)}</Box>
  }
  const { title, explanation, action } = live.empty
  return (
    <Box textAlign="center" color="inherit" padding={{ vertical: 's' }}>
      <SpaceBetween size="xs">
        <b>{say(title)}</b>
        {explanation && <span>{say(explanation)}</span>}
        {action}
      </SpaceBetween>
    </Box>
  )
}

/** Still loading for the first time, or failed at that: there is nothing to count. */
function isUnknown({ loading, problem, updatedAt }: TableLive['state']): boolean {
  return loading || (problem !== undefined && updatedAt === undefined)
}

function counterMessage({ state, filter, matches, rows, progress }: TableLive): Message | undefined {
  if (isUnknown(state)) return undefined
  const all = progress ? Math.max(progress.total, rows) : rows
  const total = { text: progress?.listing ? words.countMore : words.count, values: { n: all } }
  if (filter.tokens.length === 0) return total
  return { text: words.countOf, values: { n: matches, all: all.toLocaleString('en') } }
}

function progressMessage(live: TableLive): Message | undefined {
  const { state, filter, matches, needsKnown, progress } = live
  if (!progress || isUnknown(state)) return undefined
  // What could not be described is said above the table, and is no longer being read.
  const settled = progress.known + (state.failures?.length ?? 0)
  if (settled >= progress.total && !progress.listing) return undefined
  const all = `${progress.total.toLocaleString('en')}${progress.listing ? '+' : ''}`
  return filter.tokens.length > 0 && needsKnown
    ? { text: words.knownMatches, values: { n: matches, known: progress.known, all } }
    : { text: words.known, values: { known: progress.known, all } }
}
