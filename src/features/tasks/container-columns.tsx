/** Columns of a task's containers. */
import Box from '@cloudscape-design/components/box'
import type { TableProps } from '@cloudscape-design/components/table'
import { exitCodeMeaning, isFailedExit } from '../../core/ecs/exit-code.ts'
import type { Container } from '../../core/ecs/task.ts'
import type { Message, Text } from '../../i18n/text.ts'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { StatusBadge, type Tone } from '../../widgets/status-badge/StatusBadge.tsx'
import { HealthText } from '../../widgets/task-table/TaskStatus.tsx'

type Say = (message: Message | Text) => string

const words = {
  name: { en: 'Container', ko: '컨테이너' },
  status: { en: 'Status', ko: '상태' },
  exit: { en: 'Exit code', ko: '종료 코드' },
  health: { en: 'Health', ko: '상태 확인' },
  image: { en: 'Image', ko: '이미지' },
  ports: { en: 'Ports', ko: '포트' },
  size: { en: 'CPU / MiB', ko: 'CPU / MiB' },
} satisfies Record<string, Text>

const tones: Record<string, Tone> = { PENDING: 'moving', RUNNING: 'good', STOPPED: 'off' }

/** A container's status; one that ended with an error does not look like one that was asked to end. */
function toneOf({ lastStatus, exitCode, reason }: Container): Tone {
  const failed = isFailedExit(exitCode) || (lastStatus === 'STOPPED' && exitCode === undefined && reason)
  return failed ? 'bad' : (tones[lastStatus] ?? 'unknown')
}

/** `80 → 32768/tcp`, each once: AWS lists IPv4 and IPv6 apart. */
export function portTexts(container: Container): string[] {
  const texts = container.networkBindings.map(
    ({ containerPort, hostPort, protocol }) =>
      `${String(containerPort ?? '?')} → ${String(hostPort ?? '?')}/${protocol ?? 'tcp'}`,
  )
  return [...new Set(texts)]
}

/** AWS sends `0` where a container sets no CPU or memory of its own. */
const amount = (value: string | undefined): string => (!value || value === '0' ? '–' : value)

export function containerColumns(say: Say): TableProps.ColumnDefinition<Container>[] {
  return [
    { id: 'name', header: say(words.name), isRowHeader: true, cell: (one) => one.name, minWidth: 120 },
    {
      id: 'status',
      header: say(words.status),
      cell: (one) => <StatusBadge tone={toneOf(one)}>{one.lastStatus}</StatusBadge>,
      minWidth: 130,
    },
    {
      id: 'exit',
      header: say(words.exit),
      cell: (one) =>
        one.exitCode === undefined ? (
          '–'
        ) : (
          <>
            <strong>{one.exitCode}</strong>{' '}
            <Box variant="span" color="text-body-secondary">
              {say(exitCodeMeaning(one.exitCode, one.reason))}
            </Box>
          </>
        ),
      minWidth: 150,
    },
    {
      id: 'health',
      header: say(words.health),
      cell: (one) => <HealthText status={one.healthStatus} />,
      minWidth: 110,
    },
    {
      id: 'image',
      header: say(words.image),
      cell: (one) => <span style={{ overflowWrap: 'anywhere' }}>{one.image ?? '–'}</span>,
      minWidth: 200,
    },
    {
      id: 'ports',
      header: say(words.ports),
      cell: (one) => {
        const ports = portTexts(one)
        return ports.length === 0
          ? '–'
          : ports.map((port) => (
              <div key={port} style={{ whiteSpace: 'nowrap' }}>
                {port}
              </div>
            ))
      },
      minWidth: 140,
    },
    {
      id: 'size',
      header: <NumberCell>{say(words.size)}</NumberCell>,
      cell: (one) => (
        <NumberCell>{`${amount(one.cpu)} / ${amount(one.memory ?? one.memoryReservation)}`}</NumberCell>
      ),
      minWidth: 120,
    },
  ]
}
