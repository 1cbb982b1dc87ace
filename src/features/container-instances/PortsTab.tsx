/** Host ports in use on an instance: which task holds each, and which ECS reserves. */
import Box from '@cloudscape-design/components/box'
import { useMemo } from 'react'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import { portsInUse, type PortHolder, type PortUse } from '../../core/ecs/ports.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/column.ts'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import { intervals } from '../../data/polling.ts'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { taskHref } from '../../widgets/resource-link/href.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { shortId } from '../../widgets/task-table/task-columns.tsx'
import { useInstanceTasks } from './InstanceTasksTab.tsx'

const words = {
  title: { en: 'Ports in use', ko: '사용 중인 포트' },
  note: {
    en: 'A second task that asks for the same static host port cannot be placed on this instance.',
    ko: '같은 고정 호스트 포트를 요구하는 두 번째 태스크는 이 인스턴스에 배치할 수 없습니다.',
  },
  port: { en: 'Host port', ko: '호스트 포트' },
  protocol: { en: 'Protocol', ko: '프로토콜' },
  holder: { en: 'Held by', ko: '사용 주체' },
  container: { en: 'Container', ko: '컨테이너' },
  service: { en: 'Service', ko: '서비스' },
  ssh: { en: 'Reserved on every instance: SSH', ko: '모든 인스턴스에서 예약됨: SSH' },
  docker: { en: 'Reserved on every instance: Docker', ko: '모든 인스턴스에서 예약됨: Docker' },
  agent: { en: 'Reserved on every instance: ECS agent', ko: '모든 인스턴스에서 예약됨: ECS 에이전트' },
  unknown: { en: 'No task known', ko: '알려진 태스크 없음' },
  none: { en: 'No ports in use', ko: '사용 중인 포트 없음' },
} satisfies Record<string, Text>

function Reserved({ what }: { what: NonNullable<PortUse['reserved']> }) {
  const say = useText()
  return <Box color="text-body-secondary">{say(words[what])}</Box>
}

function Unknown() {
  const say = useText()
  return <Box color="text-body-secondary">{say(words.unknown)}</Box>
}

function Holders({ use, region, cluster }: { use: PortUse; region: string; cluster: string }) {
  if (use.reserved) return <Reserved what={use.reserved} />
  if (use.holders.length === 0) return <Unknown />
  return use.holders.map(({ taskId }) => (
    <div key={taskId}>
      <AppLink href={taskHref(region, cluster, taskId)} ariaLabel={taskId}>
        {shortId(taskId)}
      </AppLink>
    </div>
  ))
}

const each = (use: PortUse, text: (holder: PortHolder) => string | undefined): string | undefined =>
  [...new Set(use.holders.map(text).filter(Boolean))].join(', ') || undefined

const containerText = ({ container, containerPort }: PortHolder): string =>
  containerPort === undefined ? container : `${container}:${String(containerPort)}`

function portColumns(region: string, cluster: string): Column<PortUse>[] {
  return [
    {
      id: 'port',
      header: words.port,
      value: (use) => use.port,
      cell: (use) => use.port,
      filter: 'number',
      align: 'end',
      rowHeader: true,
      required: true,
      width: 130,
    },
    {
      id: 'protocol',
      header: words.protocol,
      value: (use) => use.protocol,
      cell: (use) => use.protocol,
      filter: 'enum',
      width: 120,
    },
    {
      id: 'holder',
      header: words.holder,
      value: (use) => use.reserved ?? each(use, (holder) => holder.taskId),
      cell: (use) => <Holders use={use} region={region} cluster={cluster} />,
      minWidth: 260,
    },
    {
      id: 'service',
      header: words.service,
      value: (use) => each(use, (holder) => holder.serviceName),
      cell: (use) => each(use, (holder) => holder.serviceName) ?? '–',
      minWidth: 140,
    },
    {
      id: 'container',
      header: words.container,
      value: (use) => each(use, containerText),
      cell: (use) => each(use, containerText) ?? '–',
      minWidth: 140,
    },
  ]
}

interface PortsTabProps {
  instance: ContainerInstance
  region: string
  cluster: string
}

export function PortsTab({ instance, region, cluster }: PortsTabProps) {
  const say = useText()
  const [search, setSearch] = useTableSearch()
  const { query, tasks } = useInstanceTasks(cluster, instance.arn)
  const columns = useMemo(() => portColumns(region, cluster), [region, cluster])
  const state = useBlockState(query, { intervalMs: intervals.tasks.steady })
  return (
    <ResourceTable<PortUse>
      id="instance-ports"
      title={words.title}
      description={say(words.note)}
      rows={portsInUse(instance, tasks)}
      rowId={(use) => `${use.protocol}-${String(use.port)}`}
      columns={columns}
      search={search}
      onSearch={setSearch}
      // The ports are known with the instance; only their holders wait for the tasks.
      state={{ ...state, loading: false }}
      empty={{ title: words.none }}
    />
  )
}
