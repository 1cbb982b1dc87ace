/** A service's tasks: those that should run, or those that stopped within the last hour. */
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
import type { Place } from './EventText.tsx'
import { serviceSearch } from './search.ts'

const route = getRouteApi('/$region/clusters/$cluster/services/$service')

const words = {
  show: { en: 'Which tasks', ko: '표시할 태스크' },
  running: { en: 'Running', ko: '실행 중' },
  stopped: { en: 'Stopped (last hour)', ko: '중지됨(최근 1시간)' },
} satisfies Record<string, Text>

export function ServiceTasksTab({ place: { region, cluster, service } }: { place: Place }) {
  const aws = useAws()
  const { show } = route.useSearch({ select: serviceSearch, structuralSharing: true })
  const [search, setSearch] = useTableSearch()
  const stopped = show === 'stopped'
  const desiredStatus = stopped ? 'STOPPED' : 'RUNNING'
  const query = useQuery(tasksQuery(aws, cluster, { desiredStatus, serviceName: service }))
  const tasks = query.data?.items ?? []
  const reading = query.data?.reading
  const state = useBlockState(query, {
    intervalMs: tasksAge(aws, desiredStatus, tasks.length),
    failures: query.data?.failures,
  })
  const instances = useQuery({
    ...containerInstancesQuery(aws, cluster),
    // Fargate tasks are on no instance.
    enabled: tasks.some(({ containerInstanceArn }) => containerInstanceArn !== undefined),
  })
  return (
    <TaskTable
      id={stopped ? 'stopped-service-tasks' : 'service-tasks'}
      tasks={tasks}
      stopped={stopped}
      state={state}
      search={search}
      onSearch={setSearch}
      hideService
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
        void navigate({
          to: '.',
          search: serviceSearch({ tab: 'tasks', show: detail.selectedId }),
          resetScroll: false,
        })
      }
    />
  )
}
