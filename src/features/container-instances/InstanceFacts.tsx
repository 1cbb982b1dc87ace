/** The facts of a container instance on one screen. */
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import { heldPortCount } from '../../core/ecs/ports.ts'
import type { Text } from '../../i18n/text.ts'
import { useLocale, useText } from '../../i18n/use-text.ts'
import { Ago } from '../../ui/Age.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Time } from '../../ui/Time.tsx'
import { AgentStatus } from './AgentStatus.tsx'
import { InstanceStatus } from './InstanceStatus.tsx'
import { Remaining } from './Remaining.tsx'

const words = {
  status: { en: 'Status', ko: '상태' },
  agent: { en: 'Agent', ko: '에이전트' },
  version: { en: 'Agent version', ko: '에이전트 버전' },
  update: { en: 'Agent update', ko: '에이전트 업데이트' },
  tasks: { en: 'Tasks', ko: '태스크' },
  tasksValue: { en: '{running} running, {pending} pending', ko: '실행 중 {running}개, 대기 중 {pending}개' },
  cpu: { en: 'CPU left (units)', ko: '남은 CPU(유닛)' },
  memory: { en: 'Memory left (MiB)', ko: '남은 메모리(MiB)' },
  ports: { en: 'Ports in use', ko: '사용 중인 포트' },
  ec2: { en: 'EC2 instance', ko: 'EC2 인스턴스' },
  type: { en: 'Type', ko: '유형' },
  zone: { en: 'Availability Zone', ko: '가용 영역' },
  provider: { en: 'Capacity provider', ko: '용량 공급자' },
  docker: { en: 'Docker version', ko: 'Docker 버전' },
  registered: { en: 'Registered', ko: '등록' },
  id: { en: 'Container instance ID', ko: '컨테이너 인스턴스 ID' },
} satisfies Record<string, Text>

export function InstanceFacts({
  instance,
  since,
}: {
  instance: ContainerInstance
  since: number | undefined
}) {
  const say = useText()
  const locale = useLocale()
  return (
    <KeyValues
      columns={4}
      items={[
        { label: words.status, value: <InstanceStatus instance={instance} /> },
        { label: words.agent, value: <AgentStatus instance={instance} since={since} /> },
        {
          label: words.tasks,
          value: say(words.tasksValue, {
            running: instance.runningTasks.toLocaleString(locale),
            pending: instance.pendingTasks.toLocaleString(locale),
          }),
        },
        { label: words.ports, value: heldPortCount(instance) },
        {
          label: words.cpu,
          value: (
            <Remaining remaining={instance.remainingCpu} registered={instance.registeredCpu} unit="CPU" />
          ),
        },
        {
          label: words.memory,
          value: (
            <Remaining
              remaining={instance.remainingMemory}
              registered={instance.registeredMemory}
              unit="MiB"
            />
          ),
        },
        { label: words.type, value: instance.instanceType },
        { label: words.zone, value: instance.availabilityZone },
        {
          label: words.ec2,
          value: instance.ec2InstanceId && <CopyText text={instance.ec2InstanceId} label={say(words.ec2)} />,
        },
        { label: words.id, value: <CopyText text={instance.id} label={say(words.id)} /> },
        { label: words.provider, value: instance.capacityProviderName },
        {
          label: words.registered,
          value: instance.registeredAt !== undefined && (
            <>
              <Time at={instance.registeredAt} /> (<Ago at={instance.registeredAt} />)
            </>
          ),
        },
        { label: words.version, value: instance.agentVersion },
        { label: words.docker, value: instance.dockerVersion },
        { label: words.update, value: instance.agentUpdateStatus },
      ]}
    />
  )
}
