/** How the containers share the task's CPU and memory: two bars to scale, and the figures of each container below. */
import Box from '@cloudscape-design/components/box'
import type { ReactNode } from 'react'
import type { ContainerDefinition } from '../../../core/task-definition/definition.ts'
import { cpuUnits, memoryMib } from '../../../core/task-definition/size.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { usePicture } from './definition-context.ts'
import { memoryOf, type Shares, sharesOf } from './shares.ts'
import '../../../widgets/metric-chart/palette.css'

const words = {
  title: { en: 'How the size is shared', ko: '크기 배분' },
  container: { en: 'Container', ko: '컨테이너' },
  unnamed: { en: 'without a name', ko: '이름 없음' },
  cpu: { en: 'CPU', ko: 'CPU' },
  memory: { en: 'Memory', ko: '메모리' },
  units: { en: 'units', ko: '단위' },
  mib: { en: 'MiB', ko: 'MiB' },
  of: {
    en: '{used, number} of {all, number} {unit} · {free, number} left',
    ko: '{all, number} {unit} 중 {used, number} · {free, number} 남음',
  },
  over: {
    en: '{used, number} of {all, number} {unit} · {over, number} too much',
    ko: '{all, number} {unit} 중 {used, number} · {over, number} 초과',
  },
  open: {
    en: '{used, number} {unit}, the task has no limit',
    ko: '{used, number} {unit}, 태스크 한도 없음',
  },
  shared: {
    en: 'nothing reserved: all share {all, number} {unit}',
    ko: '예약 없음: {all, number} {unit}을 함께 사용',
  },
  nothing: { en: 'nothing reserved, the task has no limit', ko: '예약 없음, 태스크 한도 없음' },
  share: { en: '{name}: {size, number} {unit}', ko: '{name}: {size, number} {unit}' },
  size: { en: '{size, number}', ko: '{size, number}' },
} satisfies Record<string, Text>

export function SizePicture() {
  const say = useText()
  const { definition } = usePicture()
  const { containerDefinitions: containers = [], cpu, memory } = definition
  if (containers.length === 0) return null
  const cpus = sharesOf(
    containers.map((container) => container.cpu ?? 0),
    cpuUnits(cpu),
  )
  const memories = sharesOf(containers.map(memoryOf), memoryMib(memory))
  return (
    <section aria-label={say(words.title)}>
      <Bar label={words.cpu} unit={words.units} rows={containers} shares={cpus} />
      <Bar label={words.memory} unit={words.mib} rows={containers} shares={memories} />
      {containers.length > 1 && <Figures rows={containers} cpus={cpus} memories={memories} />}
    </section>
  )
}

interface BarProps {
  label: Text
  unit: Text
  rows: readonly ContainerDefinition[]
  shares: Shares
}

/** A number, or the name too where the whole of it fits: the table below has them all. */
function Bar({ label, unit: unitText, rows, shares: { shares, used, free, limit } }: BarProps) {
  const say = useText()
  const unit = say(unitText)
  const left = free ?? 0
  const sum = say(sumWords(used, free), { used, all: used + left, unit, free: left, over: -left })
  return (
    <div className="visual-bar-row">
      <div className="visual-bar-head">
        <b>{say(label)}</b>
        <Box color={limit === undefined ? 'text-body-secondary' : 'text-status-error'}>{sum}</Box>
      </div>
      {/* All that is drawn is said above and in the table. */}
      <div className="visual-bar" aria-hidden="true">
        {shares.map(({ size, length }, index) => {
          const name = rows[index]?.name ?? say(words.unnamed)
          return size === 0 ? null : (
            <div
              key={index}
              className="visual-share"
              style={{ inlineSize: `${String(length * 100)}%` }}
              title={say(words.share, { name, size, unit })}
            >
              <Fitting>{index + 1}</Fitting>
              <Fitting>
                {index + 1} {name}
              </Fitting>
            </div>
          )
        })}
        {limit !== undefined && (
          <div className="visual-limit" style={{ insetInlineStart: `${String(limit * 100)}%` }} />
        )}
      </div>
    </div>
  )
}

/** Drawn only where it fits whole: what is too wide goes to a second line, which is cut off. */
function Fitting({ children }: { children: ReactNode }) {
  return (
    <span className="visual-fitting">
      <span className="visual-strut" />
      <span className="visual-fitted">{children}</span>
    </span>
  )
}

function sumWords(used: number, free: number | undefined): Text {
  if (free === undefined) return used === 0 ? words.nothing : words.open
  if (used === 0) return words.shared
  return free < 0 ? words.over : words.of
}

interface FiguresProps {
  rows: readonly ContainerDefinition[]
  cpus: Shares
  memories: Shares
}

function Figures({ rows, cpus, memories }: FiguresProps) {
  const say = useText()
  return (
    <table className="visual-figures" aria-label={say(words.title)}>
      <thead>
        <tr>
          <th scope="col">{say(words.container)}</th>
          <th scope="col" colSpan={2}>
            {say(words.cpu)} ({say(words.units)})
          </th>
          <th scope="col" colSpan={2}>
            {say(words.memory)} ({say(words.mib)})
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name }, index) => (
          <tr key={index}>
            <th scope="row">
              <span className="visual-mark">{index + 1}</span>
              {name ?? say(words.unnamed)}
            </th>
            <Figure shares={cpus} index={index} />
            <Figure shares={memories} index={index} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Figure({ shares: { shares }, index }: { shares: Shares; index: number }) {
  const say = useText()
  const { size = 0, percent } = shares[index] ?? {}
  return (
    <>
      <td>{size === 0 ? '–' : say(words.size, { size })}</td>
      <td>{percent === undefined ? '' : `${String(percent)} %`}</td>
    </>
  )
}
