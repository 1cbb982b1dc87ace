/** A table of a target group's targets, each joined to its task: used by the target group's page and by a service's. */
import { useMemo, type ReactNode } from 'react'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import type { Task } from '../../core/ecs/task.ts'
import type { Target, TargetGroup } from '../../core/elb/target-group.ts'
import { targetKey, targetOwners } from '../../core/elb/target-owner.ts'
import type { Text } from '../../i18n/text.ts'
import type { BlockState } from '../../ui/block-state.ts'
import { ResourceTable } from '../../ui/ResourceTable.tsx'
import type { TableSearch } from '../../ui/table-search.ts'
import { targetColumns, type TargetRow } from './target-columns.tsx'

const words = {
  title: { en: 'Targets', ko: '대상' },
  none: { en: 'No targets registered', ko: '등록된 대상 없음' },
  noneWhy: {
    en: 'ECS registers a task once its containers run. The load balancer answers 503 while there is no target.',
    ko: 'ECS는 컨테이너가 실행되면 태스크를 등록합니다. 대상이 없으면 로드 밸런서가 503으로 응답합니다.',
  },
} satisfies Record<string, Text>

export interface TargetTableProps {
  /** Under this name the reader's preferences are kept, e.g. `targets` or `service-targets`. */
  id: string
  /** Gives the health check that reasons are explained with. */
  targetGroup: TargetGroup
  targets: readonly Target[]
  /** Tasks that may be behind the targets; those that are not known are left blank. */
  tasks: readonly Task[]
  /** Of the tasks' cluster: joins targets that are EC2 instances. Empty for awsvpc tasks. */
  instances: readonly ContainerInstance[]
  state: BlockState
  search: TableSearch
  onSearch: (next: TableSearch) => void
  /** The Region of the page, for links. */
  region: string
  /** A name or text over the table; "Targets" if absent. */
  title?: Text | string
  level?: 'h2' | 'h3'
  description?: ReactNode
  /** On a service's page every target is its own: leaves the service column out. */
  hideService?: boolean
  variant?: 'container' | 'borderless' | 'stacked'
}

/** Trouble first: what gets no traffic and should, then what is about to change. */
const defaultSort = { column: 'state', desc: true }

export function TargetTable(props: TargetTableProps) {
  const { targetGroup, targets, tasks, instances, region, hideService = false, title, ...table } = props
  const columns = useMemo(
    () => targetColumns(targetGroup, region, hideService),
    [targetGroup, region, hideService],
  )
  const rows = useMemo((): TargetRow[] => {
    const owners = targetOwners(targets, tasks, instances)
    return targets.map((target) => ({ target, owner: owners.get(targetKey(target)) }))
  }, [targets, tasks, instances])
  return (
    <ResourceTable<TargetRow>
      {...table}
      title={title ?? words.title}
      rows={rows}
      rowId={({ target }) => targetKey(target)}
      columns={columns}
      defaultSort={defaultSort}
      empty={{ title: words.none, explanation: words.noneWhy }}
    />
  )
}
