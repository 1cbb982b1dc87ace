/** How the containers share the task's CPU and memory, as bars to scale, and what is left. */
import Box from '@cloudscape-design/components/box'
import type { ContainerDefinition } from '../../../core/task-definition/definition.ts'
import { cpuUnits, memoryMib } from '../../../core/task-definition/size.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { usePicture } from './definition-context.ts'
import '../../../widgets/metric-chart/palette.css'

const words = {
  title: { en: 'How the size is shared', ko: '크기 배분' },
  cpu: { en: 'CPU', ko: 'CPU' },
  memory: { en: 'Memory', ko: '메모리' },
  of: { en: '{used} of {all} {unit}', ko: '{all} {unit} 중 {used}' },
  sum: { en: '{used} {unit}, no limit for the task', ko: '{used} {unit}, 태스크 한도 없음' },
  free: { en: 'free', ko: '남음' },
  over: { en: '{n} {unit} too much', ko: '{n} {unit} 초과' },
  share: { en: '{name}: {used} {unit}', ko: '{name}: {used} {unit}' },
} satisfies Record<string, Text>

/** What a container takes of the memory: its limit, else what is reserved for it. */
export function memoryOf({ memory, memoryReservation }: ContainerDefinition): number {
  return memory ?? memoryReservation ?? 0
}

export function SizePicture() {
  const say = useText()
  const { definition } = usePicture()
  const { containerDefinitions: containers = [], cpu, memory } = definition
  if (containers.length === 0) return null
  const names = containers.map(({ name = '?' }) => name)
  return (
    <section aria-label={say(words.title)}>
      <Bar
        label={say(words.cpu)}
        unit="CPU"
        names={names}
        parts={containers.map((container) => container.cpu ?? 0)}
        all={cpuUnits(cpu)}
      />
      <Bar
        label={say(words.memory)}
        unit="MiB"
        names={names}
        parts={containers.map(memoryOf)}
        all={memoryMib(memory)}
      />
    </section>
  )
}

interface BarProps {
  label: string
  unit: string
  names: readonly string[]
  parts: readonly number[]
  /** Undefined where the task has no limit of its own. */
  all: number | undefined
}

function Bar({ label, unit, names, parts, all }: BarProps) {
  const say = useText()
  const used = parts.reduce((sum, part) => sum + part, 0)
  const scale = Math.max(all ?? used, used, 1)
  const over = all !== undefined && used > all ? used - all : 0
  return (
    <div className="visual-bar-row">
      <Box fontWeight="bold">{label}</Box>
      <div className="visual-bar">
        {parts.map((part, index) =>
          part === 0 ? null : (
            <div
              key={index}
              className={`visual-share visual-share-${String(index % 4)}`}
              style={{ inlineSize: `${String((part / scale) * 100)}%` }}
              title={say(words.share, { name: names[index] ?? '', used: part, unit })}
            >
              {names[index]} {part}
            </div>
          ),
        )}
      </div>
      <Box color={over > 0 ? 'text-status-error' : 'text-body-secondary'}>
        {all === undefined ? say(words.sum, { used, unit }) : say(words.of, { used, all, unit })}
        {over > 0 && ` · ${say(words.over, { n: over, unit })}`}
      </Box>
    </div>
  )
}
