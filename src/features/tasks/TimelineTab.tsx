/** The life of a task: when each step happened and how long it took. */
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import type { Task } from '../../core/ecs/task.ts'
import { taskTimeline, type TimelineStep } from '../../core/ecs/timeline.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Time } from '../../ui/Time.tsx'
import { useServerClock } from '../../ui/time-context.ts'
import { durationMessage } from '../../ui/time-format.ts'
import { NumberCell } from '../../ui/NumberCell.tsx'
import { palette } from '../../widgets/metric-chart/palette.ts'

const words = {
  title: { en: 'Timeline', ko: '타임라인' },
  startup: { en: 'From created to started', ko: '생성부터 시작까지' },
  ran: { en: 'Ran for', ko: '실행 시간' },
  total: { en: 'Whole life', ko: '전체 시간' },
  step: { en: 'Step', ko: '단계' },
  at: { en: 'Time', ko: '시각' },
  took: { en: 'Took', ko: '소요' },
  during: { en: 'Spent on', ko: '내용' },
  share: { en: 'Compared', ko: '비교' },
  notYet: { en: 'not yet', ko: '아직 아님' },
  never: { en: 'did not happen', ko: '발생하지 않음' },
} satisfies Record<string, Text>

/** Below a second, milliseconds matter: a start is made of such steps. */
function useDuration(): (ms: number | undefined) => string {
  const say = useText()
  return (ms) => {
    if (ms === undefined) return '–'
    return ms < 1000 ? `${String(Math.round(ms))} ms` : say(durationMessage(ms))
  }
}

export function TimelineTab({ task }: { task: Task }) {
  const say = useText()
  const duration = useDuration()
  const clock = useServerClock()
  const { steps, startup, ran, total } = taskTimeline(task, clock())
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{say(words.title)}</Header>}>
        <KeyValues
          items={[
            { label: words.startup, value: duration(startup) },
            { label: words.ran, value: duration(ran) },
            { label: words.total, value: duration(total) },
          ]}
        />
      </Container>
      <Table<TimelineStep>
        items={steps}
        trackBy="key"
        ariaLabels={{ tableLabel: say(words.title) }}
        columnDefinitions={stepColumns(say, duration, steps, task.stoppedAt !== undefined)}
      />
    </SpaceBetween>
  )
}

function stepColumns(
  say: (text: Text) => string,
  duration: (ms: number | undefined) => string,
  steps: readonly TimelineStep[],
  ended: boolean,
): TableProps.ColumnDefinition<TimelineStep>[] {
  // Running takes hours where a start takes seconds: only the other steps are compared.
  const waits = steps.filter((step) => step.during !== undefined && step.key !== 'stopping')
  const longest = Math.max(1, ...waits.map((step) => step.took ?? 0))
  return [
    { id: 'step', header: say(words.step), isRowHeader: true, cell: (step) => say(step.label) },
    {
      id: 'at',
      header: say(words.at),
      cell: (step) =>
        step.at === undefined ? (
          <Box color="text-body-secondary">{say(ended ? words.never : words.notYet)}</Box>
        ) : (
          <Time at={step.at} />
        ),
    },
    {
      id: 'took',
      header: <NumberCell>{say(words.took)}</NumberCell>,
      cell: (step) => <NumberCell>{duration(step.took)}</NumberCell>,
    },
    {
      id: 'share',
      header: say(words.share),
      cell: (step) => waits.includes(step) && <ShareBar part={(step.took ?? 0) / longest} />,
    },
    { id: 'during', header: say(words.during), cell: (step) => (step.during ? say(step.during) : '–') },
  ]
}

/** Decorative: the number stands beside it. */
function ShareBar({ part }: { part: number }) {
  return (
    <div
      aria-hidden="true"
      style={{ inlineSize: 120, blockSize: 6, borderRadius: 3, background: palette.track }}
    >
      <div
        style={{
          inlineSize: `${String(part * 100)}%`,
          blockSize: 6,
          borderRadius: 3,
          background: palette.fill,
        }}
      />
    </div>
  )
}
