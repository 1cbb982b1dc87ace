/** A cluster's tasks: those that should run, or those that stopped within the last hour. */
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { containerInstancesQuery } from '../../data/ecs/container-instances.ts'
import { tasksAge, tasksQuery } from '../../data/ecs/tasks.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { TaskTable } from '../../widgets/task-table/TaskTable.tsx'

const route = getRouteApi('/$region/clusters/$cluster/tasks')

const words = {
  show: { en: 'Which tasks', ko: '표시할 태스크' },
  running: { en: 'Running', ko: '실행 중' },
  stopped: { en: 'Stopped (last hour)', ko: '중지됨(최근 1시간)' },
} satisfies Record<string, Text>

export default function TasksPage() {
  const aws = useAws()
  const { region, cluster } = route.useParams()
  const { show } = route.useSearch()
  const [search, setSearch] = useTableSearch()
  const stopped = show === 'stopped'
  const desiredStatus = stopped ? 'STOPPED' : 'RUNNING'
  const query = useQuery(tasksQuery(aws, cluster, { desiredStatus }))
  const reading = query.data?.reading
  const tasks = query.data?.items ?? []
  const instances = useQuery({
    ...containerInstancesQuery(aws, cluster),
    // Fargate tasks are on no instance: a cluster of nothing else costs no call.
    enabled: tasks.some((task) => task.containerInstanceArn),
  })
  const state = useBlockState(query, {
    intervalMs: tasksAge(aws, desiredStatus, tasks.length),
    failures: query.data?.failures,
  })
  return (
    <TaskTable
      id={stopped ? 'stopped-tasks' : 'tasks'}
      tasks={tasks}
      stopped={stopped}
      state={state}
      search={search}
      onSearch={setSearch}
      instances={instances.data?.items ?? []}
      region={region}
      progress={reading && { ...reading, known: tasks.length }}
      actions={<ShowToggle stopped={stopped} />}
    />
  )
}

function ShowToggle({ stopped }: { stopped: boolean }) {
  const say = useText()
  const navigate = route.useNavigate()
  return (
    <SegmentedControl
      label={say(words.show)}
      selectedId={stopped ? 'stopped' : 'running'}
      options={[
        { id: 'running', text: say(words.running) },
        { id: 'stopped', text: say(words.stopped) },
      ]}
      onChange={({ detail }) =>
        // Another list has other pages, selections and columns to sort by.
        void navigate({ to: '.', search: detail.selectedId === 'stopped' ? { show: 'stopped' } : {} })
      }
    />
  )
}
