/** Columns of a cluster's container instances. */
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import type { SeenDisconnected } from '../../core/ecs/agent.ts'
import { heldPortCount } from '../../core/ecs/ports.ts'
import type { Text } from '../../i18n/text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/column.ts'
import { Time } from '../../ui/Time.tsx'
import { instanceHref } from '../../widgets/resource-link/href.ts'
import { shortId } from '../../widgets/task-table/task-columns.tsx'
import { AgentStatus } from './AgentStatus.tsx'
import { InstanceStatus } from './InstanceStatus.tsx'
import { Remaining } from './Remaining.tsx'

const words = {
  instance: { en: 'Instance', ko: '인스턴스' },
  id: { en: 'Container instance ID', ko: '컨테이너 인스턴스 ID' },
  status: { en: 'Status', ko: '상태' },
  agent: { en: 'Agent', ko: '에이전트' },
  version: { en: 'Agent version', ko: '에이전트 버전' },
  running: { en: 'Running', ko: '실행 중' },
  pending: { en: 'Pending', ko: '대기 중' },
  cpu: { en: 'CPU left (units)', ko: '남은 CPU(유닛)' },
  memory: { en: 'Memory left (MiB)', ko: '남은 메모리(MiB)' },
  ports: { en: 'Ports', ko: '포트' },
  zone: { en: 'Zone', ko: '가용 영역' },
  type: { en: 'Type', ko: '유형' },
  provider: { en: 'Capacity provider', ko: '용량 공급자' },
  docker: { en: 'Docker version', ko: 'Docker 버전' },
  registered: { en: 'Registered', ko: '등록' },
} satisfies Record<string, Text>

type InstanceColumn = Column<ContainerInstance>

function states(region: string, cluster: string, seen: SeenDisconnected): InstanceColumn[] {
  return [
    {
      id: 'instance',
      header: words.instance,
      value: (one) => one.ec2InstanceId ?? one.id,
      cell: (one) => (
        <AppLink href={instanceHref(region, cluster, one.id)}>{one.ec2InstanceId ?? shortId(one.id)}</AppLink>
      ),
      rowHeader: true,
      required: true,
      minWidth: 180,
    },
    {
      id: 'status',
      header: words.status,
      value: (one) => one.status,
      cell: (one) => <InstanceStatus instance={one} />,
      filter: 'enum',
      minWidth: 120,
    },
    {
      id: 'agent',
      header: words.agent,
      value: (one) => (one.agentConnected ? 'connected' : 'disconnected'),
      cell: (one) => <AgentStatus instance={one} since={seen.get(one.arn)} withVersion />,
      filter: 'enum',
      minWidth: 140,
    },
    {
      id: 'version',
      header: words.version,
      value: (one) => one.agentVersion,
      cell: (one) => one.agentVersion ?? '–',
      filter: 'enum',
      // Stands beside the connection.
      hidden: true,
      minWidth: 120,
    },
  ]
}

const numbers: InstanceColumn[] = [
  {
    id: 'running',
    header: words.running,
    value: (one) => one.runningTasks,
    cell: (one) => one.runningTasks,
    filter: 'number',
    align: 'end',
    minWidth: 100,
  },
  {
    id: 'pending',
    header: words.pending,
    value: (one) => one.pendingTasks,
    cell: (one) => one.pendingTasks,
    filter: 'number',
    align: 'end',
    minWidth: 110,
  },
  {
    id: 'cpu',
    header: words.cpu,
    value: (one) => one.remainingCpu,
    cell: (one) => <Remaining remaining={one.remainingCpu} registered={one.registeredCpu} unit="CPU" />,
    filter: 'number',
    minWidth: 150,
  },
  {
    id: 'memory',
    header: words.memory,
    value: (one) => one.remainingMemory,
    cell: (one) => <Remaining remaining={one.remainingMemory} registered={one.registeredMemory} unit="MiB" />,
    filter: 'number',
    minWidth: 150,
  },
  {
    id: 'ports',
    header: words.ports,
    value: heldPortCount,
    cell: heldPortCount,
    filter: 'number',
    align: 'end',
    minWidth: 110,
  },
]

const facts: InstanceColumn[] = [
  {
    id: 'zone',
    header: words.zone,
    value: (one) => one.availabilityZone,
    cell: (one) => one.availabilityZone ?? '–',
    filter: 'enum',
    minWidth: 130,
  },
  {
    id: 'type',
    header: words.type,
    value: (one) => one.instanceType,
    cell: (one) => one.instanceType ?? '–',
    filter: 'enum',
    minWidth: 100,
  },
  {
    id: 'provider',
    header: words.provider,
    value: (one) => one.capacityProviderName,
    cell: (one) => one.capacityProviderName ?? '–',
    filter: 'enum',
    hidden: true,
    minWidth: 140,
  },
  {
    id: 'docker',
    header: words.docker,
    value: (one) => one.dockerVersion,
    cell: (one) => one.dockerVersion ?? '–',
    hidden: true,
    minWidth: 130,
  },
  {
    id: 'id',
    header: words.id,
    value: (one) => one.id,
    cell: (one) => one.id,
    hidden: true,
    minWidth: 280,
  },
  {
    id: 'registered',
    header: words.registered,
    value: (one) => one.registeredAt,
    cell: (one) => <Time at={one.registeredAt} />,
    filter: 'none',
    hidden: true,
    minWidth: 190,
  },
]

/** The columns of a table of container instances, in reading order. */
export function instanceColumns(region: string, cluster: string, seen: SeenDisconnected): InstanceColumn[] {
  return [...states(region, cluster, seen), ...numbers, ...facts]
}
