/** One task: why it stopped, what runs in it, how it is reached and how its life went. */
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Task } from '../../core/ecs/task.ts'
import { taskDefinitionQuery } from '../../data/ecs/task-definitions.ts'
import { taskQuery } from '../../data/ecs/tasks.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Block } from '../../ui/Block.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { TagList } from '../../ui/TagList.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { awsConsole } from '../../widgets/resource-link/aws-console.ts'
import { AwsConsoleLink } from '../../widgets/resource-link/AwsConsoleLink.tsx'
import { shortId } from '../../widgets/task-table/task-columns.tsx'
import { ContainersTab } from './ContainersTab.tsx'
import { NetworkTab } from './NetworkTab.tsx'
import { taskSearch, taskTabs, type TaskTabId } from './search.ts'
import { StopSummary } from './StopSummary.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import { TimelineTab } from './TimelineTab.tsx'

const route = getRouteApi('/$region/clusters/$cluster/tasks/$task')

const words = {
  title: { en: 'Task {id}', ko: '태스크 {id}' },
  summary: { en: 'Summary', ko: '요약' },
  containers: { en: 'Containers', ko: '컨테이너' },
  network: { en: 'Network', ko: '네트워크' },
  timeline: { en: 'Timeline', ko: '타임라인' },
  tags: { en: 'Tags', ko: '태그' },
} satisfies Record<string, Text>

export default function TaskPage() {
  const aws = useAws()
  const say = useText()
  const { region, cluster, task: id } = route.useParams()
  const query = useQuery(taskQuery(aws, cluster, id))
  const task = query.data
  const state = useBlockState(query, { intervalMs: intervals.tasks.steady })
  return (
    <SpaceBetween size="l">
      <Header variant="h1" actions={<Actions region={region} cluster={cluster} id={id} task={task} />}>
        <span title={id}>{say(words.title, { id: shortId(id) })}</span>
      </Header>
      {task && <StopSummary task={task} />}
      {/* A notice may come above it: what was a placeholder is drawn anew instead of being pushed down. */}
      <Block key={task ? 'task' : 'none'} title={words.summary} state={state} skeletonLines={8}>
        {task && <TaskFacts task={task} region={region} cluster={cluster} />}
      </Block>
      {task && <TaskTabs task={task} />}
    </SpaceBetween>
  )
}

interface ActionsProps {
  region: string
  cluster: string
  id: string
  task: Task | undefined
}

function Actions({ region, cluster, id, task }: ActionsProps) {
  const href = task?.serviceName
    ? awsConsole.serviceTask(region, cluster, task.serviceName, id)
    : awsConsole.task(region, cluster, id)
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <CopyText text={task?.arn} label="ARN" variant="button" />
      <AwsConsoleLink href={href} />
    </SpaceBetween>
  )
}

function TaskTabs({ task }: { task: Task }) {
  const aws = useAws()
  const say = useText()
  const navigate = route.useNavigate()
  const { tab = 'containers' } = route.useSearch()
  // Immutable and read once: network mode, log configuration and what else the task itself does not say.
  const { data: definition } = useQuery(taskDefinitionQuery(aws, task.taskDefinitionArn))
  const content: Record<TaskTabId, ReactNode> = {
    containers: <ContainersTab task={task} definition={definition} />,
    network: <NetworkTab task={task} networkMode={definition?.networkMode} />,
    timeline: <TimelineTab task={task} />,
    tags: <TagList tags={task.tags} />,
  }
  return (
    <Tabs
      activeTabId={tab}
      tabs={taskTabs.map((id) => ({ id, label: say(words[id]), content: id === tab && content[id] }))}
      onChange={({ detail }) =>
        void navigate({ to: '.', search: taskSearch({ tab: detail.activeTabId }), resetScroll: false })
      }
    />
  )
}
