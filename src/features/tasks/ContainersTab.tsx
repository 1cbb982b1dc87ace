/** A task's containers: a table, and for each its details and the end of its log, read only when opened. */
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { getRouteApi } from '@tanstack/react-router'
import type { TaskDefinition } from '../../core/ecs/task-definition.ts'
import type { Container, Task } from '../../core/ecs/task.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { containerColumns } from './container-columns.tsx'
import { ContainerDetails } from './ContainerDetails.tsx'

const route = getRouteApi('/$region/clusters/$cluster/tasks/$task')

const words = {
  title: { en: 'Containers', ko: '컨테이너' },
  details: { en: 'Details and log of {name}', ko: '{name} 상세 정보 및 로그' },
} satisfies Record<string, Text>

interface ContainersTabProps {
  task: Task
  /** Absent until it is read, or where it may not be. */
  definition: TaskDefinition | undefined
}

export function ContainersTab({ task, definition }: ContainersTabProps) {
  const say = useText()
  const navigate = route.useNavigate()
  const { log } = route.useSearch()
  const open = (name: string | undefined) =>
    void navigate({
      to: '.',
      search: (previous: object) => ({ ...previous, log: name }),
      replace: true,
      resetScroll: false,
    })
  return (
    <SpaceBetween size="l">
      <Table<Container>
        header={
          <Header variant="h2" counter={`(${String(task.containers.length)})`}>
            {say(words.title)}
          </Header>
        }
        items={task.containers}
        trackBy="arn"
        ariaLabels={{ tableLabel: say(words.title) }}
        columnDefinitions={containerColumns(say)}
        wrapLines
      />
      {task.containers.map((container) => (
        <ExpandableSection
          key={container.name}
          variant="container"
          headerText={say(words.details, { name: container.name })}
          expanded={log === container.name}
          onChange={({ detail }) => open(detail.expanded ? container.name : undefined)}
        >
          {log === container.name && (
            <ContainerDetails task={task} container={container} definition={definition} />
          )}
        </ExpandableSection>
      ))}
    </SpaceBetween>
  )
}
