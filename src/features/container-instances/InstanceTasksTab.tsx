/** The tasks that run on one instance. */
import { useQuery } from '@tanstack/react-query'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import { tasksQuery } from '../../data/ecs/tasks.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { TaskTable } from '../../widgets/task-table/TaskTable.tsx'

interface InstanceTasksTabProps {
  instance: ContainerInstance
  region: string
  cluster: string
}

/** The tasks on one instance that should run. */
export function useInstanceTasks(cluster: string, instanceArn: string) {
  const aws = useAws()
  const query = useQuery(
    tasksQuery(aws, cluster, { desiredStatus: 'RUNNING', containerInstance: instanceArn }),
  )
  return { query, tasks: query.data?.items ?? [] }
}

export function InstanceTasksTab({ instance, region, cluster }: InstanceTasksTabProps) {
  const [search, setSearch] = useTableSearch()
  const { query, tasks } = useInstanceTasks(cluster, instance.arn)
  const state = useBlockState(query, { intervalMs: intervals.tasks.steady, failures: query.data?.failures })
  return (
    <TaskTable
      id="instance-tasks"
      tasks={tasks}
      state={state}
      search={search}
      onSearch={setSearch}
      instances={[instance]}
      region={region}
    />
  )
}
