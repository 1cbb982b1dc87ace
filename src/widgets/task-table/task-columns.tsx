/** Columns of every table of tasks. */
import type { Task } from '../../core/ecs/task.ts'
import { explainStop } from '../../core/ecs/stop-reason.ts'
import { familyRevision, lastPart } from '../../core/ecs/names.ts'
import type { Text } from '../../i18n/text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/column.ts'
import { Time } from '../../ui/Time.tsx'
import { instanceHref, serviceHref, taskHref } from '../resource-link/href.ts'
import { HealthText, TaskStatus } from './TaskStatus.tsx'
import { StopText } from './StopText.tsx'

const words = {
  task: { en: 'Task', ko: '태스크' },
  service: { en: 'Service', ko: '서비스' },
  group: { en: 'Group', ko: '그룹' },
  status: { en: 'Last status', ko: '마지막 상태' },
  desired: { en: 'Desired status', ko: '원하는 상태' },
  health: { en: 'Health', ko: '상태 확인' },
  definition: { en: 'Task definition', ko: '태스크 정의' },
  launchType: { en: 'Launch type', ko: '시작 유형' },
  capacityProvider: { en: 'Capacity provider', ko: '용량 공급자' },
  instance: { en: 'Container instance', ko: '컨테이너 인스턴스' },
  zone: { en: 'Zone', ko: '가용 영역' },
  ip: { en: 'Private IP', ko: '프라이빗 IP' },
  cpu: { en: 'CPU', ko: 'CPU' },
  memory: { en: 'Memory', ko: '메모리' },
  created: { en: 'Created', ko: '생성' },
  started: { en: 'Started', ko: '시작' },
  stopped: { en: 'Stopped', ko: '중지' },
  stopReason: { en: 'Stop reason', ko: '중지 사유' },
  startedBy: { en: 'Started by', ko: '시작한 주체' },
} satisfies Record<string, Text>

export interface TaskColumnOptions {
  /** The Region of the page, for links. */
  region: string
  stopped: boolean
  /** On a service's page every task is its own. */
  hideService: boolean
  /** EC2 ids of container instances by their ARN, where known. */
  instances: ReadonlyMap<string, string>
}

/** What names the instance of a task: its EC2 id where known, else the container instance's id. */
function instanceName(task: Task, instances: TaskColumnOptions['instances']): string | undefined {
  if (!task.containerInstanceArn) return undefined
  return instances.get(task.containerInstanceArn) || lastPart(task.containerInstanceArn)
}

function identity({ region, hideService }: TaskColumnOptions): Column<Task>[] {
  const service: Column<Task> = {
    id: 'service',
    header: words.service,
    value: (task) => task.serviceName,
    cell: (task) =>
      task.serviceName ? (
        <AppLink href={serviceHref(region, lastPart(task.clusterArn), task.serviceName)} variant="secondary">
          {task.serviceName}
        </AppLink>
      ) : (
        '–'
      ),
    minWidth: 130,
  }
  return [
    {
      id: 'task',
      header: words.task,
      value: (task) => task.id,
      cell: (task) => (
        <AppLink href={taskHref(region, lastPart(task.clusterArn), task.id)} ariaLabel={task.id}>
          {shortId(task.id)}
        </AppLink>
      ),
      rowHeader: true,
      required: true,
      width: 150,
    },
    ...(hideService ? [] : [service]),
    {
      id: 'group',
      header: words.group,
      value: (task) => task.group,
      cell: (task) => task.group,
      hidden: true,
      minWidth: 140,
    },
  ]
}

/** Which status it is in and which it should be in. */
function states({ stopped }: TaskColumnOptions): Column<Task>[] {
  return [
    {
      id: 'status',
      header: words.status,
      value: (task) => task.lastStatus,
      cell: (task) => <TaskStatus task={task} />,
      filter: 'enum',
      minWidth: 140,
    },
    {
      id: 'desired',
      header: words.desired,
      value: (task) => task.desiredStatus,
      cell: (task) => task.desiredStatus,
      filter: 'enum',
      // The last status says it where the two differ.
      hidden: true,
      minWidth: 120,
    },
    {
      id: 'health',
      header: words.health,
      value: (task) => task.healthStatus,
      cell: (task) => <HealthText status={task.healthStatus} />,
      filter: 'enum',
      hidden: stopped,
      minWidth: 110,
    },
  ]
}

const definition: Column<Task> = {
  id: 'definition',
  header: words.definition,
  value: (task) => familyRevision(task.taskDefinitionArn),
  cell: (task) => familyRevision(task.taskDefinitionArn),
  minWidth: 130,
}

function placement({ region, stopped, instances }: TaskColumnOptions): Column<Task>[] {
  return [
    {
      id: 'instance',
      header: words.instance,
      value: (task) => instanceName(task, instances),
      cell: (task) =>
        task.containerInstanceArn ? (
          <AppLink
            href={instanceHref(region, lastPart(task.clusterArn), lastPart(task.containerInstanceArn))}
            variant="secondary"
          >
            {shortId(instanceName(task, instances) ?? '')}
          </AppLink>
        ) : (
          '–'
        ),
      minWidth: 170,
    },
    {
      id: 'launchType',
      header: words.launchType,
      value: (task) => task.launchType,
      cell: (task) => task.launchType ?? '–',
      filter: 'enum',
      hidden: stopped,
      minWidth: 110,
    },
    {
      id: 'capacityProvider',
      header: words.capacityProvider,
      value: (task) => task.capacityProviderName,
      cell: (task) => task.capacityProviderName ?? '–',
      filter: 'enum',
      hidden: true,
      minWidth: 140,
    },
    {
      id: 'zone',
      header: words.zone,
      value: (task) => task.availabilityZone,
      cell: (task) => task.availabilityZone ?? '–',
      filter: 'enum',
      hidden: true,
      minWidth: 120,
    },
    {
      id: 'ip',
      header: words.ip,
      value: (task) => task.privateIp,
      cell: (task) => task.privateIp ?? '–',
      hidden: true,
      minWidth: 120,
    },
  ]
}

function times({ stopped }: TaskColumnOptions): Column<Task>[] {
  const started: Column<Task> = {
    id: 'started',
    header: words.started,
    value: (task) => task.startedAt,
    cell: (task) => <Time at={task.startedAt} />,
    filter: 'none',
    hidden: stopped,
    minWidth: 190,
  }
  const end: Column<Task>[] = [
    {
      id: 'reason',
      header: words.stopReason,
      value: (task) => explainStop(task)?.reason ?? task.stopCode,
      cell: (task) => <StopText task={task} />,
      minWidth: 300,
    },
    {
      id: 'stopped',
      header: words.stopped,
      value: (task) => task.stoppedAt ?? task.stoppingAt,
      cell: (task) => <Time at={task.stoppedAt ?? task.stoppingAt} />,
      filter: 'none',
      minWidth: 190,
    },
  ]
  return [...(stopped ? end : []), started]
}

const origin: Column<Task>[] = [
  {
    id: 'created',
    header: words.created,
    value: (task) => task.createdAt,
    cell: (task) => <Time at={task.createdAt} />,
    filter: 'none',
    hidden: true,
    minWidth: 190,
  },
  {
    id: 'startedBy',
    header: words.startedBy,
    value: (task) => task.startedBy,
    cell: (task) => task.startedBy ?? '–',
    hidden: true,
    minWidth: 180,
  },
]

/** Ids of 32 hexadecimal digits are told apart by their first twelve; the rest is in the link and the copied text. */
export function shortId(id: string): string {
  return /^[0-9a-f]{32}$/.test(id) ? `${id.slice(0, 12)}…` : id
}

/** The columns of a table of tasks, in reading order. */
export function taskColumns(options: TaskColumnOptions): Column<Task>[] {
  // Of a stopped task, why it stopped matters more than what it was.
  const middle = options.stopped ? [...times(options), definition] : [definition, ...times(options)]
  return [...identity(options), ...states(options), ...middle, ...placement(options), ...origin]
}
