/** Facts about a revision and its containers. */
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { lastPart } from '../../../core/ecs/names.ts'
import type { ContainerDefinition } from '../../../core/task-definition/definition.ts'
import { cpuUnits, memoryMib } from '../../../core/task-definition/size.ts'
import type { Revision } from '../../../core/task-definition/revision.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { Time } from '../../../ui/Time.tsx'

const words = {
  mode: { en: 'Network mode', ko: '네트워크 모드' },
  compatibilities: { en: 'Requires compatibilities', ko: '필요한 호환성' },
  size: { en: 'Task CPU / memory', ko: '태스크 CPU / 메모리' },
  taskRole: { en: 'Task role', ko: '태스크 역할' },
  executionRole: { en: 'Task execution role', ko: '태스크 실행 역할' },
  platform: { en: 'Platform', ko: '플랫폼' },
  registered: { en: 'Registered', ko: '등록' },
  by: { en: 'Registered by', ko: '등록한 주체' },
  deregistered: { en: 'Deregistered', ko: '등록 취소' },
  containers: { en: 'Containers', ko: '컨테이너' },
  name: { en: 'Container', ko: '컨테이너' },
  image: { en: 'Image', ko: '이미지' },
  resources: { en: 'CPU / memory', ko: 'CPU / 메모리' },
  cpu: { en: '{cpu, number} units', ko: '{cpu, number} 단위' },
  memory: { en: '{memory, number} MiB', ko: '{memory, number} MiB' },
  ports: { en: 'Ports', ko: '포트' },
  essential: { en: 'Essential', ko: '필수' },
  yes: { en: 'Yes', ko: '예' },
  no: { en: 'No', ko: '아니요' },
} satisfies Record<string, Text>

export function RevisionFacts({ revision }: { revision: Revision }) {
  const { definition } = revision
  const { runtimePlatform: platform, requiresCompatibilities: wanted = [] } = definition
  return (
    <SpaceBetween size="l">
      <KeyValues
        columns={3}
        items={[
          { label: words.mode, value: definition.networkMode ?? 'bridge' },
          { label: words.compatibilities, value: wanted.join(', ') },
          {
            label: words.size,
            value: <Size cpu={cpuUnits(definition.cpu)} memory={memoryMib(definition.memory)} />,
          },
          { label: words.taskRole, value: definition.taskRoleArn && lastPart(definition.taskRoleArn) },
          {
            label: words.executionRole,
            value: definition.executionRoleArn && lastPart(definition.executionRoleArn),
          },
          {
            label: words.platform,
            value: [platform?.operatingSystemFamily, platform?.cpuArchitecture].filter(Boolean).join(' / '),
          },
          { label: words.registered, value: <Time at={revision.registeredAt} /> },
          { label: words.by, value: revision.registeredBy && lastPart(revision.registeredBy) },
          ...(revision.deregisteredAt === undefined
            ? []
            : [{ label: words.deregistered, value: <Time at={revision.deregisteredAt} /> }]),
        ]}
      />
      <ContainerTable containers={definition.containerDefinitions ?? []} />
    </SpaceBetween>
  )
}

const sizeCell = ({ cpu = 0, memory, memoryReservation }: ContainerDefinition) => (
  <Size cpu={cpu} memory={memory ?? memoryReservation} />
)

function Size({ cpu, memory }: { cpu: number | undefined; memory: number | undefined }) {
  const say = useText()
  if (cpu === undefined && memory === undefined) return '–'
  return [
    cpu === undefined ? '–' : say(words.cpu, { cpu }),
    memory === undefined ? '–' : say(words.memory, { memory }),
  ].join(' / ')
}

function ContainerTable({ containers }: { containers: readonly ContainerDefinition[] }) {
  const say = useText()
  return (
    <Table<ContainerDefinition>
      variant="embedded"
      wrapLines
      items={containers}
      ariaLabels={{ tableLabel: say(words.containers) }}
      empty={<Box textAlign="center">–</Box>}
      columnDefinitions={[
        { id: 'name', header: say(words.name), isRowHeader: true, cell: ({ name }) => name ?? '–' },
        { id: 'image', header: say(words.image), cell: ({ image }) => image ?? '–', minWidth: 220 },
        {
          id: 'size',
          header: say(words.resources),
          cell: sizeCell,
        },
        { id: 'ports', header: say(words.ports), cell: portText },
        {
          id: 'essential',
          header: say(words.essential),
          cell: ({ essential = true }) => say(essential ? words.yes : words.no),
        },
      ]}
    />
  )
}

/** `80 → 8080/tcp`: container port, host port where there is one. */
function portText({ portMappings = [] }: ContainerDefinition): string {
  return (
    portMappings
      .map(({ containerPort, containerPortRange, hostPort, protocol = 'tcp' }) => {
        const port = containerPortRange ?? String(containerPort ?? '')
        return hostPort ? `${port} → ${String(hostPort)}/${protocol}` : `${port}/${protocol}`
      })
      .join(', ') || '–'
  )
}
