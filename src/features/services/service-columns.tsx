/** Columns of the table of services. */
import Box from '@cloudscape-design/components/box'
import type { Service } from '../../core/ecs/service.ts'
import { healthLabels, serviceSummary } from '../../core/ecs/service-status.ts'
import { familyRevision } from '../../core/ecs/names.ts'
import type { Text } from '../../i18n/text.ts'
import { Ago } from '../../ui/Age.tsx'
import { AppLink } from '../../ui/AppLink.tsx'
import type { CellValue, Column } from '../../ui/column.ts'
import { Time } from '../../ui/Time.tsx'
import { serviceHref } from '../../widgets/resource-link/href.ts'
import { launchTypeOf } from './service-facts.ts'
import type { ServiceRow } from './service-rows.ts'
import { HealthBadge, RolloutText, WhyText } from './ServiceHealth.tsx'

const words = {
  name: { en: 'Service', ko: '서비스' },
  health: { en: 'Health', ko: '상태 요약' },
  status: { en: 'Status', ko: '상태' },
  desired: { en: 'Desired', ko: '원하는 태스크' },
  running: { en: 'Running', ko: '실행 중' },
  pending: { en: 'Pending', ko: '대기 중' },
  rollout: { en: 'Rollout', ko: '롤아웃' },
  definition: { en: 'Task definition', ko: '태스크 정의' },
  launchType: { en: 'Launch type', ko: '시작 유형' },
  why: { en: 'Why', ko: '이유' },
  deployed: { en: 'Last deployment', ko: '마지막 배포' },
  scheduling: { en: 'Scheduling', ko: '예약 전략' },
  created: { en: 'Created', ko: '생성' },
  tags: { en: 'Tags', ko: '태그' },
  arn: { en: 'ARN', ko: 'ARN' },
} satisfies Record<string, Text>

type Value = (service: Service) => CellValue

/** Undefined until the service is described: such rows match no filter and sort last. */
const known = (value: Value) => (row: ServiceRow) => row.service && value(row.service)

/** Columns that only a described service can fill. */
function described(
  id: string,
  header: Text,
  value: Value,
  rest: Partial<Column<ServiceRow>> & { draw?: (service: Service) => React.ReactNode } = {},
): Column<ServiceRow> {
  const { draw = value, ...column } = rest
  return {
    id,
    header,
    value: known(value),
    cell: ({ service }) => (service ? draw(service) : <Unknown />),
    ...column,
  }
}

function Unknown() {
  return (
    <Box variant="span" color="text-status-inactive">
      …
    </Box>
  )
}

const numbers = { filter: 'number', align: 'end', width: 80, minWidth: 80 } as const

export const serviceColumns: readonly Column<ServiceRow>[] = [
  {
    id: 'name',
    header: words.name,
    value: ({ name }) => name,
    cell: ({ region, cluster, name }) => <AppLink href={serviceHref(region, cluster, name)}>{name}</AppLink>,
    fromStart: true,
    required: true,
    minWidth: 130,
    maxWidth: 320,
  },
  described('health', words.health, (service) => serviceSummary(service).health, {
    draw: (service) => <HealthBadge summary={serviceSummary(service)} />,
    labels: healthLabels,
    filter: 'enum',
    minWidth: 110,
  }),
  described('desired', words.desired, (service) => service.desiredCount, numbers),
  described('running', words.running, (service) => service.runningCount, numbers),
  described('pending', words.pending, (service) => service.pendingCount, numbers),
  described('why', words.why, (service) => serviceSummary(service).reasons[0]?.event.message ?? '', {
    draw: (service) => <WhyText service={service} />,
    sortable: false,
    minWidth: 120,
    maxWidth: 320,
  }),
  described('rollout', words.rollout, (service) => serviceSummary(service).primary?.rolloutState ?? '', {
    draw: (service) => <RolloutText service={service} />,
    filter: 'enum',
    minWidth: 120,
  }),
  described('definition', words.definition, (service) => familyRevision(service.taskDefinitionArn), {
    minWidth: 120,
    maxWidth: 240,
  }),
  described('launchType', words.launchType, launchTypeOf, { filter: 'enum', minWidth: 100 }),
  described('deployed', words.deployed, (service) => serviceSummary(service).primary?.createdAt, {
    draw: (service) => {
      const { primary } = serviceSummary(service)
      return primary ? <Ago at={primary.createdAt} /> : '–'
    },
    filter: 'none',
    minWidth: 110,
  }),
  described('status', words.status, (service) => service.status, { filter: 'enum', hidden: true }),
  described('scheduling', words.scheduling, (service) => service.schedulingStrategy, {
    filter: 'enum',
    hidden: true,
  }),
  described('created', words.created, (service) => service.createdAt, {
    draw: (service) => <Time at={service.createdAt} />,
    filter: 'none',
    hidden: true,
  }),
  described('tags', words.tags, tagWords, {
    draw: (service) => tagWords(service) || '–',
    hidden: true,
    maxWidth: 360,
  }),
  {
    id: 'arn',
    header: words.arn,
    value: ({ arn }) => arn,
    cell: ({ arn }) => arn,
    fromStart: true,
    sortable: false,
    hidden: true,
    filter: 'none',
  },
]

/** `team=shop env=prod`, so that `tags:env=prod` finds it. */
function tagWords({ tags }: Service): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(' ')
}
