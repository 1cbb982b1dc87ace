/** Columns of the table of a family's revisions. */
import { lastPart } from '../../../core/ecs/names.ts'
import type { Revision, RevisionStatus } from '../../../core/task-definition/revision.ts'
import { countUses, type Usage } from '../../../core/task-definition/usage.ts'
import type { Text } from '../../../i18n/text.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import type { CellValue, Column } from '../../../ui/column.ts'
import { Time } from '../../../ui/Time.tsx'
import { revisionHref } from '../../../widgets/resource-link/href.ts'
import { RevisionBadge } from '../parts/RevisionBadge.tsx'
import { UsageList } from '../parts/UsageList.tsx'

const words = {
  revision: { en: 'Revision', ko: '개정' },
  status: { en: 'Status', ko: '상태' },
  used: { en: 'Used by', ko: '사용처' },
  registered: { en: 'Registered', ko: '등록' },
  by: { en: 'Registered by', ko: '등록한 주체' },
  images: { en: 'Images', ko: '이미지' },
  tags: { en: 'Tags', ko: '태그' },
  size: { en: 'CPU / memory', ko: 'CPU / 메모리' },
} satisfies Record<string, Text>

export interface RevisionRow {
  /** The revision, for the address. */
  id: string
  arn: string
  family: string
  revision: number
  name: string
  status: RevisionStatus
  /** Undefined until it is read. */
  described: Revision | undefined
  usage: Usage
  /** False while more users may turn up. */
  isUsageComplete: boolean
}

/** Columns that only a revision that was read can fill. */
function described(
  id: string,
  header: Text,
  value: (revision: Revision) => CellValue,
  rest: Partial<Column<RevisionRow>> & { draw?: (revision: Revision) => React.ReactNode } = {},
): Column<RevisionRow> {
  const { draw = value, ...column } = rest
  return {
    id,
    header,
    value: (row) => row.described && value(row.described),
    cell: (row) => (row.described ? draw(row.described) : '…'),
    ...column,
  }
}

export function revisionColumns(region: string): Column<RevisionRow>[] {
  return [
    {
      id: 'revision',
      header: words.revision,
      value: ({ revision }) => revision,
      cell: ({ family, revision, name }) => (
        <AppLink href={revisionHref(region, family, revision)}>{name}</AppLink>
      ),
      filter: 'number',
      rowHeader: true,
      required: true,
      fromStart: true,
      minWidth: 160,
    },
    {
      id: 'status',
      header: words.status,
      value: ({ status }) => status,
      cell: ({ status }) => <RevisionBadge status={status} />,
      filter: 'none',
      minWidth: 120,
    },
    {
      id: 'used',
      header: words.used,
      value: ({ usage }) => countUses(usage),
      cell: ({ usage, isUsageComplete }) => (
        <UsageList region={region} usage={usage} isComplete={isUsageComplete} />
      ),
      filter: 'none',
      minWidth: 200,
    },
    described('registered', words.registered, ({ registeredAt }) => registeredAt, {
      draw: ({ registeredAt }) => <Time at={registeredAt} />,
      filter: 'none',
      minWidth: 170,
    }),
    described('tags', words.tags, tagText, { minWidth: 200, maxWidth: 320 }),
    described('images', words.images, imageText, { minWidth: 220, maxWidth: 360 }),
    described(
      'size',
      words.size,
      ({ definition: { cpu, memory } }) =>
        cpu === undefined && memory === undefined ? '–' : `${cpu ?? '–'} / ${memory ?? '–'}`,
      {
        filter: 'none',
        minWidth: 120,
      },
    ),
    described('by', words.by, ({ registeredBy }) => registeredBy && lastPart(registeredBy), {
      hidden: true,
      minWidth: 160,
    }),
  ]
}

const isDescription = ({ key = '' }: { key?: string }): boolean => /^description$/i.test(key)

/** Tags say what a revision is for: the one called Description first. */
function tagText({ definition: { tags = [] } }: Revision): string {
  const [first] = tags.filter(isDescription)
  const others = tags
    .filter((tag) => !isDescription(tag))
    .map(({ key, value }) => `${key ?? ''}: ${value ?? ''}`)
  return [...(first ? [first.value ?? ''] : []), ...others].join(' · ') || '–'
}

/** Without registry, which is the same for all of them mostly. */
function imageText({ definition: { containerDefinitions = [] } }: Revision): string {
  return containerDefinitions
    .map(({ image = '' }) => image.replace(/^\d{12}\.dkr\.ecr\.[^/]+\//, ''))
    .join(', ')
}
