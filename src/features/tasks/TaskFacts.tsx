/** The facts of a task on one screen: state, what it belongs to, where it runs, its size and age. */
import { useQuery } from '@tanstack/react-query'
import type { Task } from '../../core/ecs/task.ts'
import { familyRevision, lastPart } from '../../core/ecs/names.ts'
import { containerInstanceQuery } from '../../data/ecs/container-instances.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Ago } from '../../ui/Age.tsx'
import { AppLink } from '../../ui/AppLink.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { ExternalLink } from '../../ui/ExternalLink.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Time } from '../../ui/Time.tsx'
import { awsConsole } from '../../widgets/resource-link/aws-console.ts'
import { instanceHref, serviceHref } from '../../widgets/resource-link/href.ts'
import { HealthText, TaskStatus } from '../../widgets/task-table/TaskStatus.tsx'
import { shortId } from '../../widgets/task-table/task-columns.tsx'

const words = {
  status: { en: 'Last status', ko: '마지막 상태' },
  desired: { en: 'Desired status', ko: '원하는 상태' },
  health: { en: 'Health', ko: '상태 확인' },
  service: { en: 'Service', ko: '서비스' },
  group: { en: 'Group', ko: '그룹' },
  definition: { en: 'Task definition', ko: '태스크 정의' },
  launch: { en: 'Launch type', ko: '시작 유형' },
  provider: { en: 'Capacity provider', ko: '용량 공급자' },
  instance: { en: 'Container instance', ko: '컨테이너 인스턴스' },
  zone: { en: 'Availability Zone', ko: '가용 영역' },
  size: { en: 'CPU / memory', ko: 'CPU / 메모리' },
  sizeValue: { en: '{cpu} units / {memory} MiB', ko: '{cpu} 유닛 / {memory} MiB' },
  started: { en: 'Started', ko: '시작' },
  created: { en: 'Created', ko: '생성' },
  startedBy: { en: 'Started by', ko: '시작한 주체' },
  exec: { en: 'ECS Exec', ko: 'ECS Exec' },
  on: { en: 'Enabled', ko: '활성화' },
  off: { en: 'Disabled', ko: '비활성화' },
  id: { en: 'Task ID', ko: '태스크 ID' },
  platform: { en: 'Platform version', ko: '플랫폼 버전' },
} satisfies Record<string, Text>

interface TaskFactsProps {
  task: Task
  region: string
  cluster: string
}

export function TaskFacts({ task, region, cluster }: TaskFactsProps) {
  const say = useText()
  const [family = '', revision = ''] = familyRevision(task.taskDefinitionArn).split(':')
  return (
    <KeyValues
      columns={4}
      items={[
        {
          label: words.status,
          value: <TaskStatus task={task} />,
        },
        { label: words.desired, value: task.desiredStatus },
        { label: words.health, value: <HealthText status={task.healthStatus} /> },
        task.serviceName
          ? {
              label: words.service,
              value: (
                <AppLink href={serviceHref(region, cluster, task.serviceName)}>{task.serviceName}</AppLink>
              ),
            }
          : { label: words.group, value: task.group },
        {
          label: words.definition,
          value: (
            <ExternalLink href={awsConsole.taskDefinition(region, family, revision)}>
              {`${family}:${revision}`}
            </ExternalLink>
          ),
        },
        task.capacityProviderName
          ? { label: words.provider, value: task.capacityProviderName }
          : { label: words.launch, value: task.launchType },
        placement(task, region, cluster),
        { label: words.zone, value: task.availabilityZone },
        {
          label: words.size,
          value: task.cpu && say(words.sizeValue, { cpu: task.cpu, memory: task.memory ?? '–' }),
        },
        { label: words.created, value: <When at={task.createdAt} /> },
        { label: words.started, value: <When at={task.startedAt} /> },
        { label: words.startedBy, value: task.startedBy },
        { label: words.exec, value: say(task.enableExecuteCommand ? words.on : words.off) },
        { label: words.id, value: <CopyText text={task.id} label={say(words.id)} /> },
      ]}
    />
  )
}

function When({ at }: { at: number | undefined }) {
  if (at === undefined) return <>–</>
  return (
    <>
      <Time at={at} /> (<Ago at={at} />)
    </>
  )
}

/** Where it runs: its container instance, or Fargate's platform version. */
function placement(task: Task, region: string, cluster: string) {
  if (!task.containerInstanceArn) return { label: words.platform, value: task.platformVersion }
  return {
    label: words.instance,
    value: <InstanceName region={region} cluster={cluster} id={lastPart(task.containerInstanceArn)} />,
  }
}

/** The EC2 id says more to a person than the container instance's, so it is looked up. */
function InstanceName({ region, cluster, id }: { region: string; cluster: string; id: string }) {
  const aws = useAws()
  const { data } = useQuery(containerInstanceQuery(aws, cluster, id))
  return <AppLink href={instanceHref(region, cluster, id)}>{data?.ec2InstanceId ?? shortId(id)}</AppLink>
}
