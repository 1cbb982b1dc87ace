/** A table of tasks, running or stopped: used by a cluster's tasks page and by a service's. */
import { useMemo, type ReactNode } from 'react'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import type { Task } from '../../core/ecs/task.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import type { BlockState } from '../../ui/block-state.ts'
import type { FilterProperty } from '../../ui/column.ts'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import type { Progress } from '../../ui/table-context.ts'
import type { TableSearch } from '../../ui/table-search.ts'
import { taskColumns } from './task-columns.tsx'

const words = {
  running: { en: 'Tasks', ko: '태스크' },
  stopped: { en: 'Stopped tasks', ko: '중지된 태스크' },
  stoppedWhy: {
    en: 'AWS shows a stopped task for about an hour.',
    ko: 'AWS는 중지된 태스크를 약 1시간 동안만 보여 줍니다.',
  },
  noneRunning: { en: 'No running tasks', ko: '실행 중인 태스크 없음' },
  noneRunningWhy: {
    en: 'Tasks that ended within the last hour are under Stopped; the service’s events say why none is started.',
    ko: '최근 1시간 안에 끝난 태스크는 중지됨에 있습니다. 시작되지 않는 이유는 서비스 이벤트에 나옵니다.',
  },
  noneStopped: { en: 'No task stopped within the last hour', ko: '최근 1시간 안에 중지된 태스크 없음' },
  container: { en: 'Container', ko: '컨테이너' },
  image: { en: 'Image', ko: '이미지' },
} satisfies Record<string, Text>

export interface TaskTableProps {
  /** Under this name the reader's preferences are kept, e.g. `tasks` or `service-tasks`. */
  id: string
  tasks: readonly Task[]
  /** True: these are stopped tasks; shows when and why they stopped. */
  stopped?: boolean
  state: BlockState
  /** While a large cluster is read for the first time. */
  progress?: Progress | undefined
  search: TableSearch
  onSearch: (next: TableSearch) => void
  /** On a service's page every task is its own: leaves the service column out. */
  hideService?: boolean
  /** Of the tasks' cluster, where known: tasks are then named by the EC2 id of their instance. */
  instances?: readonly ContainerInstance[]
  /** The Region of the page, for links. */
  region: string
  /** Such as the running / stopped toggle. */
  actions?: ReactNode
  selection?: 'single' | 'multi'
  onVisible?: (tasks: readonly Task[]) => void
  variant?: 'container' | 'borderless' | 'stacked'
}

const filters: FilterProperty<Task>[] = [
  {
    id: 'container',
    label: words.container,
    kind: 'text',
    value: (task) => task.containers.map((one) => one.name).join(' '),
  },
  {
    id: 'image',
    label: words.image,
    kind: 'text',
    value: (task) => task.containers.map((one) => one.image).join(' '),
  },
]

/** Back from the one string that columns depend on to names by ARN. */
function namesOf(joined: string): ReadonlyMap<string, string> {
  return new Map(
    joined.split(',').map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]),
  )
}

export function TaskTable(props: TaskTableProps) {
  const say = useText()
  const { tasks, stopped = false, hideService = false, region, instances, ...table } = props
  // Instances are fetched again every few seconds with new numbers; only their names matter here, and new columns redraw every row.
  const names = (instances ?? []).map(({ arn, ec2InstanceId }) => `${arn} ${ec2InstanceId ?? ''}`).join()
  const columns = useMemo(
    () => taskColumns({ region, stopped, hideService, instances: namesOf(names) }),
    [region, stopped, hideService, names],
  )
  return (
    <ResourceTable<Task>
      {...table}
      title={stopped ? words.stopped : words.running}
      description={stopped && say(words.stoppedWhy)}
      rows={tasks}
      rowId={(task) => task.id}
      columns={columns}
      filters={filters}
      defaultSort={stopped ? { column: 'stopped', desc: true } : { column: 'started', desc: true }}
      empty={
        stopped
          ? { title: words.noneStopped, explanation: words.stoppedWhy }
          : { title: words.noneRunning, explanation: words.noneRunningWhy }
      }
    />
  )
}
